import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { demoPassword } from '../../src/demo/accounts.ts'
import type { CouncilPerson } from '../../src/modules/councils/testing.ts'
import { buildCouncil, buildSession } from '../../src/modules/councils/testing.ts'
import { fileDossier } from '../../src/modules/dossiers/testing.ts'
import { createDemoPerson } from '../../src/modules/people/index.ts'
import { findProducer, registerProducer, typedProducer } from '../../src/modules/producers/index.ts'
import { addProduct, typedProduct } from '../../src/modules/products/index.ts'
import { fileSet, prepareCriteriaSet, publishCriteriaSet } from '../../src/modules/regulation/index.ts'
import { type Actor, system } from '../../src/platform/ctx.ts'
import { digestOf } from '../../src/platform/events/digest.ts'
import { noJobs } from '../../src/platform/jobs/queue.ts'
import { actorWith } from '../../src/platform/testing/test-ctx.ts'

export const setId = 'qd26-2026-13'
const commune = 'vn/14/03868'

/** A member of one of the councils, and the dossiers that the member scores, in tasting order. */
export interface ScoringMember {
  email: string
  sessionId: string
  dossierIds: readonly string[]
}

/** Councils of eight who score, each with a secretary, their sessions open over their share of the dossiers. */
export async function fillSessions(
  // biome-ignore lint/suspicious/noExplicitAny: it fills the tables of every module
  db: Kysely<any>,
  { councils, dossiers }: { councils: number; dossiers: number },
): Promise<ScoringMember[]> {
  const log = pino({ level: 'silent' })
  const as = (actor: Actor, now = new Date()) => ({ db, actor, now, jobs: noJobs, log })
  const prepared = await prepareCriteriaSet(as(system), { id: setId })
  const accepted = { accepted: prepared.anomalies, acceptedBy: 'lan' }
  await publishCriteriaSet(as(system), { id: setId, digest: digestOf(fileSet(setId)), ...accepted })
  const filed = await fileDossiers(as, dossiers)
  const office = as(actorWith('province_officer', 'vn/14', { id: 'officer' }))
  const members: ScoringMember[] = []
  for (let council = 0; council < councils; council += 1) {
    const share = dossiers / councils
    const dossierIds = filed.slice(council * share, (council + 1) * share)
    const people = await peopleOf(as(system), council)
    const seated = { people: people.map(({ person }) => person), decisionNumber: `${council + 1}/QĐ-UBND` }
    const built = await buildCouncil(office, seated)
    const { sessionId } = await buildSession(office, built, { dossierIds, name: `Tổ ${council + 1}` })
    for (const { person, email } of people)
      if (person.position !== 'secretary') members.push({ email, sessionId, dossierIds })
  }
  return members
}

type Making = (actor: Actor, now?: Date) => Parameters<typeof createDemoPerson>[0]

async function fileDossiers(as: Making, count: number): Promise<string[]> {
  const producer = typedProducer({
    kind: 'cooperative',
    name: 'Hợp tác xã cà phê Tà Xùa',
    unitId: '03868',
    address: 'Bản Tà Xùa, xã Tà Xùa, tỉnh Sơn La',
    phone: '0912 345 678',
    representativeName: 'Sùng Thị Mai',
    representativePost: 'Giám đốc',
  })
  const ctx = as(system) as Parameters<typeof addProduct>[0]
  const { id: producerId } = await registerProducer(ctx, { typed: producer, isDemo: true })
  const at = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000)
  const days = { draft: at, submitted: at, received: at, proposed: at, checked: at }
  const ids: string[] = []
  for (let no = 1; no <= count; no += 1) {
    const facts = { productSetNo: '13', specification: 'Túi 500 g', unitId: '03868' }
    const typed = typedProduct({ name: `Cà phê bột số ${no}`, ...facts })
    const { id: productId } = await addProduct(ctx, { producerId, typed, pictureArt: 'ca-phe' })
    const { id } = await fileDossier(ctx as Parameters<typeof fileDossier>[0], {
      ...{ producerId, productId, upTo: 'checked', at: days },
      producer: actorWith('producer', commune, { id: 'mai', producerId }),
      communeOfficer: actorWith('commune_officer', commune, { id: 'lan' }),
      provinceOfficer: actorWith('province_officer', 'vn/14', { id: 'hoa' }),
    })
    ids.push(id)
  }
  return ids
}

async function peopleOf(
  ctx: Parameters<typeof createDemoPerson>[0],
  council: number,
): Promise<{ person: CouncilPerson; email: string }[]> {
  const positions = ['chair', ...Array.from({ length: 7 }, () => 'member' as const), 'secretary'] as const
  const people: { person: CouncilPerson; email: string }[] = []
  for (const [place, position] of positions.entries()) {
    const email = `hd${council + 1}-${place + 1}@saolang.example`
    const name = `Ủy viên ${council + 1}.${place + 1}`
    const held = { role: position, unitId: '14', validFrom: '2026-01-01' }
    const account = { name, email, password: demoPassword, roles: [held] }
    const { id } = await createDemoPerson(ctx, account, findProducer as never)
    people.push({ email, person: { id, name, position, organisation: `Cơ quan ${place + 1}` } })
  }
  return people
}
