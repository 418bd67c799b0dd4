import { sql } from 'kysely'
import { roundTaking } from '#modules/dossiers/index.ts'
import { lawRegimes } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { byQuery, type Invariant } from './invariant.ts'

interface KeptRound {
  id: string
  provincePath: string
  kind: 'law' | 'extra'
  year: number
  number: number
  proposalsBefore: Day
  doneBefore: Day
}

interface PlacedDossier {
  id: string
  province: string
  proposedOn: Day
  roundId: string | null
  /** From where the last letter carried it, and where to. */
  carriedTo: string | null
}

/** The regimes under which provinces hold rounds (QĐ 26/2026/QĐ-TTg, art. 5). */
const withRounds = lawRegimes()
  .filter(({ deadlines }) => deadlines.rounds.some(({ level }) => level === 'province'))
  .map(({ id, inForceFrom }) => ({ id, inForceFrom }))

const hasRounds = sql`
  exists (select from jsonb_to_recordset(${JSON.stringify(withRounds)}::jsonb) as regime(id text, "inForceFrom" date)
          where regime.id = d.regime_id and regime."inForceFrom" <= d.proposed_on)`

export const roundInvariants: readonly Invariant[] = [
  byQuery(
    'every dossier that was proposed bears the day of it, and stands in a round of its own province if its regime has rounds',
    sql`select 'dossier ' || d.id as row from dossier d left join assessment_round r on r.id = d.round_id
        where ((d.proposed_on is not null) is distinct from
               exists (select from event where subject = 'dossier:' || d.id and name = 'dossier.proposed'))
           or (${hasRounds} is distinct from (d.round_id is not null))
           or (r.id is not null and not starts_with(d.unit_path, r.province_path || '/'))`,
  ),
  {
    name: 'every dossier stands in the round of the day of its proposal, or where its last letter carried it',
    async find({ db }) {
      const rounds = (await sql<KeptRound>`select * from assessment_round`.execute(db)).rows
      const { rows } = await sql<PlacedDossier>`
        select d.id, d.proposed_on, d.round_id,
          split_part(d.unit_path, '/', 1) || '/' || split_part(d.unit_path, '/', 2) as province,
          (select to_round_id from round_carry c where c.dossier_id = d.id
           order by carried_at desc, id desc limit 1) as carried_to
        from dossier d where d.round_id is not null and d.proposed_on is not null`.execute(db)
      return rows
        .filter(({ province, proposedOn, roundId, carriedTo }) => {
          const own = rounds.filter(({ provincePath }) => provincePath === province)
          return roundId !== (carriedTo ?? roundTaking(own, proposedOn)?.id)
        })
        .map(({ id }) => `dossier ${id}`)
    },
  },
  byQuery(
    'every dossier that was carried has its letter with a number of the province’s series, and its event',
    sql`select 'round_carry ' || c.id as row from round_carry c
        where not exists (
            select from event e where e.subject = 'dossier:' || c.dossier_id and e.name = 'dossier.carried'
              and e.facts->>'carryId' = c.id::text)
           or not exists (
            select from number_taken n where n.series = c.issuer_path || ':CV-OCOP' and n.year = c.numbered_in
              and n.subject = 'dossier:' || c.dossier_id and n.number = split_part(c.letter_number, '/', 1)::int)`,
  ),
  byQuery(
    'the time for an answer runs from the last day on which the province got the whole proposal',
    sql`select 'dossier ' || d.id as row from dossier d
        left join lateral (
          select max((e.at at time zone 'Asia/Ho_Chi_Minh')::date) as on_day from event e
          where e.subject = 'dossier:' || d.id
            and (e.name = 'dossier.proposed'
              or (e.name in ('dossier.resubmitted', 'dossier.gone_on') and e.facts->>'to' = 'proposed'))
        ) came on true
        where d.state in ('proposed', 'checked', 'in_council', 'scored') and d.complete_on is distinct from came.on_day
           or d.state = 'returned_by_province' and d.complete_on is not null`,
  ),
  byQuery(
    'only a reassessment bears a check on site',
    sql`select 'site_check ' || c.id as row from site_check c join dossier d on d.id = c.dossier_id
        where d.kind <> 'reassessment'`,
  ),
]
