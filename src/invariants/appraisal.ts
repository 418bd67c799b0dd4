import { sql } from 'kysely'
import { digestOf } from '#platform/events/digest.ts'
import { byQuery, type Invariant } from './invariant.ts'

const sampleSteps = {
  receive: 'sample_lot.received',
  seal: 'sample_lot.sealed',
  store: 'sample_lot.stored',
  take_over: 'sample_lot.taken_over',
  tasting: 'sample_lot.taken_to_tasting',
  bring_back: 'sample_lot.brought_back',
  test: 'sample_lot.sent_to_test',
  return: 'sample_lot.returned',
  destroy: 'sample_lot.destroyed',
  lose: 'sample_lot.lost',
} as const

interface SignedRow {
  id: string
  digest: string
  frozen: { content: unknown; photos: { id: string; caption: string; sha256: string }[] }
  content: unknown
  photos: { id: string; caption: string; sha256: string }[]
}

export const appraisalInvariants: readonly Invariant[] = [
  {
    name: 'every signed appraisal report says what it said when it was signed, with its pictures',
    async find({ db }) {
      const { rows } = await sql<SignedRow>`
        select r.id, r.digest, r.frozen, r.content, coalesce((
            select jsonb_agg(jsonb_build_object('id', p.id, 'caption', p.caption, 'sha256', f.sha256) order by p.id)
            from appraisal_photo p join stored_file f on f.id = p.file_id where p.report_id = r.id), '[]') as photos
        from appraisal_report r where r.signed_at is not null`.execute(db)
      return rows.filter((row) => !isAsSigned(row)).map(({ id }) => `appraisal_report ${id}`)
    },
  },
  byQuery(
    'every appraisal report is of the team that the law names, and was signed by one event if it is signed',
    sql`select 'appraisal_report ' || r.id as row from appraisal_report r join dossier d on d.id = r.dossier_id
        where r.team <> case d.kind when 'reassessment' then 'ocop_body' else 'advisory' end
          or (select count(*) from event e where e.subject = 'appraisal_report:' || r.id
              and e.name = 'appraisal_report.signed') <> case when r.signed_at is null then 0 else 1 end`,
  ),
  byQuery(
    'every extra test stands where its last event led',
    sql`select 'extra_test ' || t.id as row from extra_test t
        left join lateral (
          select name from event e where e.subject = 'extra_test:' || t.id order by seq desc limit 1) last on true
        where last.name is distinct from 'extra_test.' || t.state`,
  ),
  byQuery(
    'the units of every lot of samples add up to its moves',
    sql`select 'sample_lot ' || l.id as row from sample_lot l
        left join lateral (
          select sum(units) filter (where kind = 'receive') as received,
            coalesce(sum(units) filter (where kind = 'tasting'), 0)
              - coalesce(sum(units) filter (where kind = 'bring_back'), 0) as tasted,
            coalesce(sum(units) filter (where kind = 'test'), 0) as tested,
            coalesce(sum(units) filter (where kind = 'return'), 0) as returned,
            coalesce(sum(units) filter (where kind = 'destroy'), 0) as destroyed,
            coalesce(sum(units) filter (where kind = 'lose'), 0) as lost
          from sample_move m where m.lot_id = l.id) moved on true
        where (l.received, l.tasted, l.tested, l.returned, l.destroyed, l.lost) is distinct from
          (moved.received, moved.tasted, moved.tested, moved.returned, moved.destroyed, moved.lost)
          or l.kept <> l.received - l.tasted - l.tested - l.returned - l.destroyed - l.lost`,
  ),
  byQuery(
    'every move of samples left one event, and no event is without its move',
    sql`select 'sample_lot ' || l.id as row from sample_lot l
        where (select array_agg(way.name order by m.no) from sample_move m
            join jsonb_each_text(${JSON.stringify(sampleSteps)}::jsonb) as way(kind, name) on way.kind = m.kind
            where m.lot_id = l.id)
          is distinct from (select array_agg(e.name order by e.seq) from event e where e.subject = 'sample_lot:' || l.id)`,
  ),
  byQuery(
    'a lot of samples is with who received it or took it over last',
    sql`select 'sample_lot ' || l.id as row from sample_lot l
        where l.keeper_id is distinct from (
          select moved_by from sample_move m where m.lot_id = l.id and m.kind in ('receive', 'take_over')
          order by no desc limit 1)`,
  ),
]

function isAsSigned({ digest, frozen, content, photos }: SignedRow): boolean {
  return (
    digestOf(frozen) === digest &&
    digestOf(frozen.content) === digestOf(content) &&
    digestOf(frozen.photos) === digestOf(photos)
  )
}
