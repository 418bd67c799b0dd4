import { type Kysely, sql } from 'kysely'
import { buildConsultant, buildMandate } from '#modules/consultants/testing.ts'
import { buildCouncil, type CouncilPerson } from '#modules/councils/testing.ts'
import { grantRole, type Role } from '#modules/people/index.ts'
import { makePerson } from '#modules/people/testing.ts'
import { buildIdea, buildPlan } from '#modules/plans/testing.ts'
import { decideRecognition } from '#modules/recognition/index.ts'
import {
  bareResults,
  lan,
  makeDossier,
  makeProduct,
  newDecision,
  officer,
} from '#modules/recognition/testing.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, keptJobs, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { NoticeTables } from './notice-tables.ts'

const commune = '03868'

/** What these databases lack: everybody stands around one dossier, which is in several places at once. */
export const oneDossierForAll = {
  ...bareResults,
  'a dossier is in a council’s hands just while a session has it on its agenda, and leaves it by an event':
    'the dossier is recognised already, and before a session for the notices of its members',
  'every imported list stands where its last event led': 'a list is a row, to be told of',
  'a notice of an event tells of one that was recorded, about the same thing':
    'people are told of events that are made up for each test',
}

/** People of every kind around one dossier, and strangers beside each of them; each by a short name. */
export interface NoticeWorld {
  ids: Readonly<Record<string, string>>
  dossierId: string
  producerId: string
  certificateId: string
  councilId: string
  sessionId: string
  consultantId: string
  mandateId: string
  ideaId: string
  planId: string
  /** Who was told, by short names in order. */
  told(cause?: string): Promise<string[]>
}

/** The context in which the program tells people, at that moment. */
export function tellingCtx(
  db: Kysely<NoticeTables>,
  now: Date = testNow,
  jobs = keptJobs(),
): Ctx<NoticeTables> {
  return testCtx(db, { now, jobs })
}

/** A recognised product with its certificate and the council of its province. */
export async function openNoticeWorld(db: Kysely<NoticeTables>): Promise<NoticeWorld> {
  const { dossierId, producerId } = await makeDossier(db as never)
  const other = await makeProduct(db as never, { name: 'Mận hậu', producer: 'HTX khác' })
  const ids = await makePeople(db, { producerId, otherId: other.producerId })
  const { certificates } = await decideRecognition(testCtx(db as never, { actor: lan }), {
    dossierIds: [dossierId],
    decision: newDecision(),
  })
  const people = (['chair', 'member', 'recused', 'left', 'secretary'] as const).map(
    (name): CouncilPerson => ({
      id: ids[name] ?? '',
      name,
      position: name === 'chair' || name === 'secretary' ? name : 'member',
      organisation: 'Sở',
    }),
  )
  const { councilId } = await buildCouncil(testCtx(db as never, { actor: officer }), { people })
  const sessionId = await makeSession(db, { councilId, dossierId, ids })
  const advice = await makeMandate(db, { producerId, ids })
  const plans = await makePlans(db, { producerId, ids })
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  return {
    ...{ ids, dossierId, producerId, councilId, sessionId, ...advice, ...plans },
    certificateId: certificates[0]?.certificateId ?? '',
    async told(cause) {
      const rows = await db
        .selectFrom('notice')
        .select('personId')
        .$if(cause !== undefined, (query) => query.where('cause', '=', cause ?? ''))
        .execute()
      return rows.map(({ personId }) => names.get(personId) ?? personId).sort()
    },
  }
}

async function makePlans(
  db: Kysely<NoticeTables>,
  { producerId, ids }: { producerId: string; ids: Record<string, string> },
): Promise<{ ideaId: string; planId: string }> {
  const place = `vn/14/${commune}`
  const as = (actor: Actor) => testCtx(db, { actor })
  const producer = actorWith('producer', place, { id: ids.owner ?? '', producerId })
  const officer = actorWith('commune_officer', place, { id: ids.commune ?? '' })
  const ideaId = await buildIdea(as, { producerId, producer, commune: officer, upTo: 'accepted' })
  return { ideaId, planId: await buildPlan(as, { producerId, producer, ideaId, sent: true }) }
}

async function makePeople(
  db: Kysely<NoticeTables>,
  { producerId, otherId }: { producerId: string; otherId: string },
): Promise<Record<string, string>> {
  const places = {
    owner: ['producer', commune, producerId],
    partner: ['producer', commune, producerId],
    other_owner: ['producer', commune, otherId],
    commune: ['commune_officer', commune, null],
    colleague: ['commune_officer', commune, null],
    other_commune: ['commune_officer', '03646', null],
    province: ['province_officer', '14', null],
    other_province: ['province_officer', '11', null],
    leader: ['leader', '14', null],
    commune_leader: ['leader', commune, null],
    other_leader: ['leader', '11', null],
    centre: ['central_officer', 'vn', null],
    chair: ['chair', '14', null],
    member: ['member', '14', null],
    recused: ['member', '14', null],
    left: ['member', '14', null],
    secretary: ['secretary', '14', null],
    administrator: ['administrator', '14', null],
    auditor: ['auditor', '14', null],
    inspector: ['inspector', '14', null],
    advisory: ['advisory', '14', null],
    other_advisory: ['advisory', '11', null],
    adviser: ['consultant', '14', null],
    other_adviser: ['consultant', '14', null],
  } as const
  const ids: Record<string, string> = {}
  for (const [name, [role, unitId, owned]] of Object.entries(places)) {
    const validFrom = '2025-07-01'
    if (owned !== null) ids[name] = await makeOwner(db, name, { producerId: owned, validFrom })
    else ids[name] = (await makePerson(db as never, name, [{ role, unitId, validFrom }])).id
  }
  return ids
}

// The tests of people know one producer only: here the role is granted by itself.
async function makeOwner(
  db: Kysely<NoticeTables>,
  name: string,
  { producerId, validFrom }: { producerId: string; validFrom: string },
): Promise<string> {
  const { id: personId } = await makePerson(db as never, name)
  const held = { personId, role: 'producer', unitId: commune, producerId, validFrom } as const
  const known = async () => ({ name, unitPath: `vn/14/${commune}` })
  await grantRole(testCtx(db as never), held, known)
  return personId
}

/** A session with the dossier on its agenda; one member is recused from it, one has left the council. */
async function makeSession(
  db: Kysely<NoticeTables>,
  { councilId, dossierId, ids }: { councilId: string; dossierId: string; ids: Record<string, string> },
): Promise<string> {
  const sessionId = newId()
  await sql`
    insert into council_session (id, council_id, name, held_on, place)
    values (${sessionId}, ${councilId}, 'Phiên đợt 2', '2026-11-24', 'Hội trường')`.execute(db)
  await sql`
    insert into session_dossier (session_id, dossier_id, position, status)
    values (${sessionId}, ${dossierId}, 1, 'waiting')`.execute(db)
  await record(testCtx(db), 'council_session.planned', `council_session:${sessionId}`)
  await sql`
    insert into recusal (session_id, dossier_id, council_id, person_id, reason, declared_by, declared_at)
    values (${sessionId}, ${dossierId}, ${councilId}, ${ids.recused}, 'Họ hàng', ${ids.recused}, ${testNow})`.execute(
    db,
  )
  await sql`
    update council_member set left_on = '2026-11-23' where council_id = ${councilId} and person_id = ${ids.left}`.execute(
    db,
  )
  return sessionId
}

/** A consultant with one person, and its mandate over everything of the producer; another consultant beside it. */
async function makeMandate(
  db: Kysely<NoticeTables>,
  { producerId, ids }: { producerId: string; ids: Record<string, string> },
): Promise<{ consultantId: string; mandateId: string }> {
  const files = await testFiles()
  const as = (actor: Actor) => testCtx(db, { actor })
  const build = (name: string, number: string) =>
    buildConsultant(as(officer), files, { name, number, emails: [`${name}@saolang.example`] })
  const consultantId = await build('adviser', '1/QĐ-UBND')
  await build('other_adviser', '2/QĐ-UBND')
  const person = (role: Role, name: string, of?: string) => ({
    ...actorWith(role, 'vn/14', { id: ids[name] ?? '', ...(of ? { producerId: of } : {}) }),
    name,
  })
  const sides = {
    producer: person('producer', 'owner', producerId),
    consultant: person('consultant', 'adviser'),
  }
  return { consultantId, mandateId: await buildMandate(as, sides, { consultantId, producerId }) }
}
