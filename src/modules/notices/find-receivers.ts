import { listAdvisingPeople, listConsultantPeople } from '#modules/consultants/index.ts'
import { listHolders, listPeopleOfProducer, type Role } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { Audience, Cause } from './causes.ts'
import type { NoticeTables } from './notice-tables.ts'
import type { Scene, ToldEvent } from './read-scene.ts'

/** The people whom a cause tells; who did it is left out, and so is whoever was recused from what it is about. */
export async function findReceivers(
  ctx: Ctx<NoticeTables>,
  { told, tellsActor, onlyFromOutside }: Pick<Cause, 'told' | 'tellsActor' | 'onlyFromOutside'>,
  { scene, event }: { scene: Scene; event: Pick<ToldEvent, 'actorId' | 'facts'> },
): Promise<string[]> {
  const found = new Set<string>()
  for (const audience of told) {
    for (const id of await peopleOf[audience]({ ctx, scene, facts: event.facts })) found.add(id)
  }
  const byOwn = event.actorId !== null && found.has(event.actorId)
  if (onlyFromOutside && byOwn) return []
  if (byOwn && !tellsActor) found.delete(event.actorId ?? '')
  return [...found]
}

/** The people of these audiences near a place, when nobody did anything: for dates that draw near. */
export function findPeopleNear(
  ctx: Ctx<NoticeTables>,
  told: readonly Audience[],
  place: Pick<Scene, 'producerId' | 'unitPath'>,
): Promise<string[]> {
  const scene: Scene = { ...place, hrefs: {}, facts: {} }
  return findReceivers(ctx, { told }, { scene, event: { actorId: null, facts: {} } })
}

interface Near {
  ctx: Ctx<NoticeTables>
  scene: Scene
  facts: ToldEvent['facts']
}

type People = (near: Near) => Promise<readonly string[]> | readonly string[]

/** Who the audiences are. Each can open what the notice leads to; a test asks them all. */
export const peopleOf: Readonly<Record<Audience, People>> = {
  producer: ({ ctx, scene }) =>
    scene.producerId ? listPeopleOfProducer(ctx.db, scene.producerId, dayOf(ctx.now)) : [],
  commune: (near) => officers(near, 'commune_officer', 3),
  province: (near) => officers(near, 'province_officer', 2),
  leader: (near) => officers(near, 'leader', 2),
  centre: (near) => officers(near, 'central_officer', 1),
  async desk(near) {
    const atProvince = near.facts.to === 'proposed'
    const desk = await (atProvince
      ? officers(near, 'province_officer', 2)
      : officers(near, 'commune_officer', 3))
    const { holderId } = near.scene
    return holderId && desk.includes(holderId) ? [holderId] : desk
  },
  council: ({ scene }) => seated(scene).map(({ personId }) => personId),
  council_lead: ({ scene }) =>
    seated(scene)
      .filter(({ position }) => ['chair', 'delegated_chair', 'secretary'].includes(position))
      .map(({ personId }) => personId),
  new_member: ({ scene }) => one(scene.personId),
  successor: ({ facts }) => one(facts.successorId),
  former_holder: ({ facts }) => one(facts.before),
  new_holder: ({ facts }) => one(facts.holderId),
  person: ({ scene }) => one(scene.personId),
  inviter: ({ scene }) => one(scene.inviterId),
  importer: ({ scene }) => one(scene.personId),
  appraisers: (near) => officers(near, near.scene.team === 'ocop_body' ? 'province_officer' : 'advisory', 2),
  consultant: ({ ctx, scene }) =>
    scene.consultantId ? listConsultantPeople(ctx.db, scene.consultantId, dayOf(ctx.now)) : [],
  adviser({ ctx, scene: { producerId, productId } }) {
    const day = dayOf(ctx.now)
    return producerId && productId ? listAdvisingPeople(ctx.db, { producerId, productId, day }) : []
  },
}

function seated({ seats = [], recused = [] }: Scene) {
  return seats.filter(({ personId, leftOn }) => leftOn === null && !recused.includes(personId))
}

/** The holders of a role in the unit of this depth: 1 the centre, 2 the province, 3 the commune. */
function officers({ ctx, scene }: Near, role: Role, depth: number): Promise<string[]> {
  const parts = scene.unitPath?.split('/') ?? []
  if (parts.length < depth) return Promise.resolve([])
  const unitPath = parts.slice(0, depth).join('/')
  return listHolders(ctx.db, { role, unitPath, day: dayOf(ctx.now) })
}

function one(id: unknown): string[] {
  return typeof id === 'string' ? [id] : []
}
