import { holds, producerIdsOf, type Role } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

/** Where a dossier can stand, in the order in which it comes there. */
export const dossierStates = [
  'draft',
  'submitted',
  'received',
  'returned',
  'proposed',
  'returned_by_province',
  'checked',
  'in_council',
  'scored',
  'rejected',
  'recognised',
  'not_recognised',
  'sent_to_centre',
  'returned_by_centre',
  'withdrawn',
] as const

export type DossierState = (typeof dossierStates)[number]

/** Each step with the event that it leaves behind. */
export const stepEvents = {
  submit: 'submitted',
  receive: 'received',
  return: 'returned',
  resubmit: 'resubmitted',
  go_on: 'gone_on',
  propose: 'proposed',
  check: 'checked',
  place: 'placed',
  release: 'released',
  conclude: 'scored',
  reject: 'rejected',
  recognise: 'recognised',
  decline: 'declined',
  send: 'sent_to_centre',
  reassess: 'sent_back_to_council',
  withdraw: 'withdrawn',
} as const

export type Step = keyof typeof stepEvents

interface Way {
  to: DossierState
  /** The roles that take this step, in the dossier's unit; a producer only for its own dossier. */
  by: readonly Role[]
}

const producer = ['producer'] as const
const commune = ['commune_officer'] as const
const province = ['province_officer'] as const
const session = ['chair', 'secretary'] as const
const decision = ['leader'] as const
const centre = ['central_officer'] as const

/**
 * Which step leads where, and who takes it (QĐ 26/2026/QĐ-TTg, art. 7). What is not here cannot happen.
 */
export const steps = {
  draft: { submit: { to: 'submitted', by: producer }, withdraw: { to: 'withdrawn', by: producer } },
  submitted: { receive: { to: 'received', by: commune }, withdraw: { to: 'withdrawn', by: producer } },
  received: {
    return: { to: 'returned', by: commune },
    propose: { to: 'proposed', by: commune },
    withdraw: { to: 'withdrawn', by: producer },
  },
  returned: {
    resubmit: { to: 'received', by: producer },
    go_on: { to: 'received', by: commune },
    withdraw: { to: 'withdrawn', by: producer },
  },
  proposed: {
    return: { to: 'returned_by_province', by: province },
    check: { to: 'checked', by: province },
  },
  returned_by_province: {
    resubmit: { to: 'proposed', by: ['producer', 'commune_officer'] },
    go_on: { to: 'proposed', by: province },
    withdraw: { to: 'withdrawn', by: producer },
  },
  checked: { place: { to: 'in_council', by: ['province_officer', 'chair', 'secretary'] } },
  in_council: {
    release: { to: 'checked', by: session },
    conclude: { to: 'scored', by: session },
    reject: { to: 'rejected', by: session },
  },
  scored: {
    recognise: { to: 'recognised', by: decision },
    decline: { to: 'not_recognised', by: decision },
    send: { to: 'sent_to_centre', by: decision },
  },
  rejected: {},
  recognised: {},
  not_recognised: {},
  sent_to_centre: {
    recognise: { to: 'recognised', by: centre },
    return: { to: 'returned_by_centre', by: centre },
  },
  returned_by_centre: {
    recognise: { to: 'recognised', by: decision },
    reassess: { to: 'checked', by: decision },
  },
  withdrawn: {},
} as const satisfies Record<DossierState, Partial<Record<Step, Way>>>

/** What the workflow needs to know of a dossier. */
export interface DossierPlace {
  state: DossierState
  producerId: string
  /** The commune that the dossier is filed in. */
  unitPath: string
  /** Whether an officer of the commune types it in for a household. */
  atCounter?: boolean | undefined
}

/** Where the step leads from this state, or null when it cannot be taken there. */
export function stepFrom(state: DossierState, step: Step): DossierState | null {
  return waysFrom(state)[step]?.to ?? null
}

/** The steps that the actor may take now: the page draws these, and the operations accept these and no other. */
export function stepsOpenTo(actor: Actor, dossier: DossierPlace): Step[] {
  return (Object.entries(waysFrom(dossier.state)) as [Step, Way][])
    .filter(([, { by }]) => by.some((role) => takesPart(actor, role, dossier)))
    .map(([step]) => step)
}

/**
 * Whether the actor acts in this role for this dossier: a producer for its own, others in a unit that reaches it. What
 * is filed at the counter the commune's officers write for its producer.
 */
export function takesPart(actor: Actor, role: Role, dossier: Omit<DossierPlace, 'state'>): boolean {
  const { producerId, unitPath } = dossier
  if (role !== 'producer') return holds(actor, role, unitPath)
  return producerIdsOf(actor).includes(producerId) || actsAtCounter(actor, dossier)
}

/** Whether the actor writes the dossier for somebody else, at the counter, and needs what that household signed. */
export function actsAtCounter(
  actor: Actor,
  { producerId, unitPath, atCounter = false }: Omit<DossierPlace, 'state'>,
): boolean {
  return atCounter && !producerIdsOf(actor).includes(producerId) && holds(actor, 'commune_officer', unitPath)
}

/** Every role that takes this step, in whichever state. */
export function takersOf(step: Step): Role[] {
  return dossierStates.flatMap((state) => [...(waysFrom(state)[step]?.by ?? [])])
}

/** The name of the event that a step leaves behind; a return says who returned it. */
export function eventOf(step: Step, to: DossierState): string {
  return `dossier.${step === 'return' ? to : stepEvents[step]}`
}

/** Every way of the table, with the event that it leaves behind: what has happened is held against it. */
export function stepsOfWorkflow(): { from: DossierState; to: DossierState; event: string }[] {
  return dossierStates.flatMap((from) =>
    (Object.entries(waysFrom(from)) as [Step, Way][]).map(([step, { to }]) => {
      return { from, to, event: eventOf(step, to) }
    }),
  )
}

/** States out of which no step leads: the product may be filed anew. */
export const closedStates = dossierStates.filter((state) => Object.keys(steps[state]).length === 0)

function waysFrom(state: DossierState): Partial<Record<Step, Way>> {
  return steps[state]
}
