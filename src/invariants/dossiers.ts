import { sql } from 'kysely'
import { clockAfter, clockEvents, readLookUpCode, stepsOfWorkflow } from '#modules/dossiers/index.ts'
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
  /** The due day that was told last. */
  promised: Day | null
}

interface KeptSnapshot {
  id: string
  digest: string
  content: unknown
}

/** The events that tell a commune's due day; that of a return tells the producer's. */
const promises = ['dossier.received', 'dossier.resubmitted', 'dossier.gone_on', 'dossier.due_recomputed']

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
          where subject = 'dossier:' || dossier.id and name = any(${Object.keys(clockEvents)})), '[]') as moves, (
          select facts->>'dueOn' from event where subject = 'dossier:' || dossier.id and name = any(${promises})
          and facts ? 'dueOn' order by seq desc limit 1) as promised
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
  byQuery(
    'what an officer handed in or took back at the counter, the household had signed, once for each',
    sql`select 'dossier ' || d.id as row from dossier d
        where (select count(*) from dossier_signature s where s.dossier_id = d.id and s.used_for <> 'replaced')
           <> (select count(*) from event e where e.subject = 'dossier:' || d.id and e.facts ? 'counter')
           or (not d.at_counter and exists (select from dossier_signature s where s.dossier_id = d.id))`,
  ),
  {
    name: 'every look-up code has the sign that checks it',
    async find({ db }) {
      const { rows } = await sql<{ id: string; code: string }>`
        select dossier_id as id, code from dossier_look_up`.execute(db)
      return rows.filter(({ code }) => readLookUpCode(code) !== code).map(({ id }) => `dossier ${id}`)
    },
  },
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
      const step = clockEvents[name]
      return step ? [{ step, on: dayOf(new Date(at)) }] : []
    }),
  )
  // A day that was told stays when a calendar that came later would make it earlier.
  const keepsPromise = kept.dueOn === kept.promised && (kept.dueOn ?? '') > (made.dueOn ?? '')
  const isDue = made.dueOn === kept.dueOn || keepsPromise
  return made.receivedOn === kept.receivedOn && isDue && made.pausedOn === kept.pausedOn
}
