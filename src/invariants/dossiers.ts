import { sql } from 'kysely'
import { type ClockMove, clockAfter, stepsOfWorkflow } from '#modules/dossiers/index.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { digestOf } from '#platform/events/digest.ts'
import { byQuery, type Invariant } from './invariant.ts'

const table = stepsOfWorkflow()
const stepNames = [...new Set(table.map(({ event }) => event))]

const steps = sql`
  select seq, subject, name, facts->>'from' as came_from, facts->>'to' as led_to
  from event where name = any(${stepNames})`

interface RunningClock {
  id: string
  regimeId: string
  receivedOn: Day | null
  dueOn: Day | null
  pausedOn: Day | null
  moves: { name: string; at: string }[]
}

interface KeptSnapshot {
  id: string
  digest: string
  content: unknown
}

const moveOf: Readonly<Record<string, ClockMove['step']>> = {
  'dossier.received': 'receive',
  'dossier.returned': 'return',
  'dossier.resubmitted': 'resubmit',
  'dossier.gone_on': 'resubmit',
}

export const dossierInvariants: readonly Invariant[] = [
  byQuery(
    'every dossier was opened, and stands where its last step led',
    sql`select 'dossier ' || d.id as row from dossier d
        left join lateral (
          select s.led_to from (${steps}) s where s.subject = 'dossier:' || d.id order by s.seq desc limit 1
        ) last on true
        where d.state <> coalesce(last.led_to, 'draft')
           or not exists (select from event where subject = 'dossier:' || d.id and name = 'dossier.opened')`,
  ),
  byQuery(
    'every step of a dossier is in the table, and began where the one before it ended',
    sql`select 'event ' || name || ' of ' || subject as row from (
          select s.*, lag(led_to, 1, 'draft') over (partition by subject order by seq) as before from (${steps}) s
        ) step
        where came_from is distinct from before
           or not exists (
             select from jsonb_to_recordset(${JSON.stringify(table)}::jsonb) as way("from" text, "to" text, event text)
             where (way."from", way."to", way.event) = (step.came_from, step.led_to, step.name))`,
  ),
  {
    name: 'every running deadline of a commune is what the rules and the calendar make of its days',
    async find({ db }) {
      const { rows } = await sql<RunningClock>`
        select id, regime_id, received_on, due_on, paused_on, coalesce((
          select jsonb_agg(jsonb_build_object('name', name, 'at', at) order by seq) from event
          where subject = 'dossier:' || dossier.id and name = any(${Object.keys(moveOf)})), '[]') as moves
        from dossier where state in ('received', 'returned')`.execute(db)
      return rows.filter((row) => !runsAsItShould(row)).map(({ id }) => `dossier ${id}`)
    },
  },
  byQuery(
    'a dossier with its producer has one open list of what to mend, and no other has',
    sql`select 'dossier ' || d.id as row from dossier d
        where (d.state in ('returned', 'returned_by_province')) is distinct from
              exists (select from fix_list f where f.dossier_id = d.id and f.closed_at is null)`,
  ),
  byQuery(
    'every dossier is judged by the criteria set as it was published',
    sql`select 'dossier ' || d.id as row from dossier d join criteria_set s on s.id = d.criteria_set_id
        where d.criteria_digest <> s.digest or s.status <> 'published'
        union all
        select 'council_result ' || r.id from council_result r join criteria_set s on s.id = r.criteria_set_id
        where r.criteria_digest <> s.digest`,
  ),
  {
    name: 'every snapshot of a dossier still has the digest that froze it',
    async find({ db }) {
      const { rows } = await sql<KeptSnapshot>`select id, digest, content from dossier_snapshot`.execute(db)
      return rows
        .filter(({ content, digest }) => digestOf(content) !== digest)
        .map(({ id }) => `dossier_snapshot ${id}`)
    },
  },
]

function runsAsItShould({ regimeId, moves, ...kept }: RunningClock): boolean {
  const made = clockAfter(
    regimeId,
    moves.flatMap(({ name, at }) => {
      const step = moveOf[name]
      return step ? [{ step, on: dayOf(new Date(at)) }] : []
    }),
  )
  return made.receivedOn === kept.receivedOn && made.dueOn === kept.dueOn && made.pausedOn === kept.pausedOn
}
