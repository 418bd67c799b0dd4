import type { NoticeKind } from './notice-kinds.ts'

/** Who is told, seen from what happened; `find-receivers.ts` says who that is. */
export type Audience =
  | 'producer'
  | 'commune'
  | 'province'
  /** Who has the dossier in hand, or else every officer of the desk that it came to. */
  | 'desk'
  | 'leader'
  | 'centre'
  | 'council'
  | 'council_lead'
  | 'new_member'
  /** Who took the place of a member. */
  | 'successor'
  | 'former_holder'
  | 'new_holder'
  | 'person'
  | 'inviter'
  | 'importer'
  /** The team that appraises the dossier. */
  | 'appraisers'
  /** The people of the consultant whom it is about. */
  | 'consultant'
  /** The consultants who work on the dossier under a mandate. */
  | 'adviser'

/** Where a notice leads. */
export type Target =
  | 'dossier'
  | 'agenda_item'
  | 'tests'
  | 'appraisal'
  | 'session'
  | 'council'
  | 'certificate'
  | 'producer'
  | 'account'
  | 'invitations'
  | 'import'
  | 'mandate'
  | 'consultant'
  | 'portfolio'
  | 'idea'
  | 'plan'

export interface Cause {
  event: string
  /** Only when each of these facts of the event is one of the values. */
  when?: Readonly<Record<string, readonly string[]>>
  kind: NoticeKind
  told: readonly Audience[]
  /** The key of its sentences; they never name points, which nobody outside the council knows before the decision. */
  wording: string
  target: Target
  /** The facts of the event that the sentences may name; nothing else of it is kept with the notice. */
  facts?: readonly string[]
  /** Told to who did it as well: it was done later, by the program. */
  tellsActor?: boolean
  /** Not told when one of the people to be told did it: the others of the same producer see it in their papers. */
  onlyFromOutside?: boolean
}

const dossier = { kind: 'dossier', target: 'dossier' } as const
const decision = { kind: 'decision', target: 'dossier' } as const
const extraTest = { kind: 'dossier', target: 'tests' } as const
const mandate = { kind: 'dossier', target: 'mandate' } as const
const register = { kind: 'account', target: 'portfolio', told: ['consultant'] } as const
const session = { kind: 'council', target: 'session' } as const

/** Which event tells whom what. An event that is not here tells nobody. */
export const causes: readonly Cause[] = [
  { event: 'dossier.submitted', ...dossier, told: ['commune'], wording: 'dossier_submitted' },
  {
    event: 'dossier.received',
    ...dossier,
    told: ['producer'],
    wording: 'dossier_received',
    facts: ['receipt', 'dueOn'],
  },
  {
    event: 'dossier.returned',
    ...dossier,
    told: ['producer', 'adviser'],
    wording: 'dossier_returned',
    facts: ['dueOn'],
  },
  { event: 'dossier.resubmitted', ...dossier, told: ['desk'], wording: 'dossier_resubmitted' },
  {
    event: 'dossier.fix_list_extended',
    ...dossier,
    when: { level: ['commune'] },
    told: ['producer'],
    wording: 'fix_list_extended',
    facts: ['dueOn', 'reason'],
  },
  {
    event: 'dossier.fix_list_extended',
    ...dossier,
    when: { level: ['province'] },
    told: ['producer', 'commune'],
    wording: 'fix_list_extended',
    facts: ['dueOn', 'reason'],
  },
  {
    event: 'dossier.gone_on',
    ...dossier,
    when: { to: ['received'] },
    told: ['producer'],
    wording: 'dossier_gone_on',
    facts: ['reason'],
  },
  {
    event: 'dossier.gone_on',
    ...dossier,
    when: { to: ['proposed'] },
    told: ['producer', 'commune'],
    wording: 'dossier_gone_on',
    facts: ['reason'],
  },
  { event: 'dossier.proposed', ...dossier, told: ['province'], wording: 'dossier_proposed' },
  { event: 'dossier.proposed', ...dossier, told: ['producer'], wording: 'dossier_proposed_own' },
  {
    event: 'dossier.returned_by_province',
    ...dossier,
    told: ['producer', 'adviser', 'commune'],
    wording: 'dossier_returned_by_province',
    facts: ['dueOn'],
  },
  { event: 'dossier.checked', ...dossier, told: ['producer', 'commune'], wording: 'dossier_checked' },
  { event: 'dossier.placed', ...dossier, told: ['producer', 'commune'], wording: 'dossier_placed' },
  { event: 'dossier.released', ...dossier, told: ['province'], wording: 'dossier_released' },
  {
    event: 'dossier.withdrawn',
    ...dossier,
    when: { from: ['submitted', 'received', 'returned'] },
    told: ['commune'],
    wording: 'dossier_withdrawn',
    facts: ['reason'],
  },
  {
    event: 'dossier.withdrawn',
    ...dossier,
    when: { from: ['returned_by_province'] },
    told: ['commune', 'province'],
    wording: 'dossier_withdrawn',
    facts: ['reason'],
  },
  {
    event: 'dossier.holder_assigned',
    ...dossier,
    told: ['former_holder'],
    wording: 'dossier_taken_over',
  },
  {
    event: 'dossier.holder_assigned',
    ...dossier,
    told: ['new_holder'],
    wording: 'dossier_given',
  },
  {
    event: 'dossier.carried',
    ...dossier,
    when: { kind: ['law'] },
    told: ['producer', 'commune'],
    wording: 'dossier_carried',
    facts: ['year', 'number', 'letterNumber'],
  },
  {
    event: 'dossier.carried',
    ...dossier,
    when: { kind: ['extra'] },
    told: ['producer', 'commune'],
    wording: 'dossier_carried_extra',
    facts: ['year', 'number', 'letterNumber'],
  },
  {
    event: 'dossier.site_check_asked',
    ...dossier,
    told: ['producer', 'commune'],
    wording: 'site_check_asked',
    facts: ['note'],
  },
  {
    event: 'appraisal_report.signed',
    kind: 'dossier',
    target: 'appraisal',
    told: ['province'],
    wording: 'appraisal_signed',
  },
  {
    event: 'extra_test.asked',
    ...extraTest,
    told: ['producer'],
    wording: 'test_asked',
    facts: ['what', 'dueOn'],
  },
  { event: 'extra_test.handed_in', ...extraTest, told: ['appraisers'], wording: 'test_handed_in' },
  {
    event: 'extra_test.received',
    ...extraTest,
    told: ['producer', 'province'],
    wording: 'test_received',
    facts: ['what'],
  },
  {
    event: 'extra_test.cancelled',
    ...extraTest,
    told: ['producer'],
    wording: 'test_cancelled',
    facts: ['what', 'reason'],
  },
  { event: 'dossier.scored', ...decision, told: ['province', 'leader'], wording: 'result_closed' },
  {
    event: 'dossier.rejected',
    ...decision,
    told: ['producer', 'commune', 'province'],
    wording: 'dossier_rejected',
  },
  {
    event: 'dossier.recognised',
    ...decision,
    told: ['commune', 'province'],
    wording: 'dossier_recognised',
    facts: ['number', 'stars'],
  },
  {
    event: 'dossier.declined',
    ...decision,
    told: ['producer', 'commune', 'province'],
    wording: 'dossier_declined',
  },
  {
    event: 'dossier.sent_to_centre',
    ...decision,
    told: ['producer', 'commune', 'province', 'centre'],
    wording: 'dossier_sent_to_centre',
    facts: ['number'],
  },
  {
    event: 'dossier.returned_by_centre',
    ...decision,
    told: ['province', 'leader'],
    wording: 'dossier_returned_by_centre',
  },
  {
    event: 'dossier.sent_back_to_council',
    ...decision,
    told: ['commune', 'province'],
    wording: 'dossier_sent_back_to_council',
  },
  {
    event: 'certificate.issued',
    kind: 'decision',
    target: 'certificate',
    told: ['producer'],
    wording: 'certificate_issued',
    facts: ['number', 'stars', 'expiresOn'],
  },
  {
    event: 'certificate.revoked',
    kind: 'decision',
    target: 'certificate',
    told: ['producer', 'commune', 'province'],
    wording: 'certificate_revoked',
    facts: ['ground', 'revokedOn'],
  },
  {
    event: 'council.set_up',
    kind: 'council',
    target: 'council',
    told: ['council'],
    wording: 'council_set_up',
  },
  {
    event: 'council.member_added',
    kind: 'council',
    target: 'council',
    told: ['new_member'],
    wording: 'council_member_added',
    facts: ['position'],
  },
  {
    event: 'council.member_replaced',
    kind: 'council',
    target: 'council',
    told: ['successor'],
    wording: 'council_member_seated',
    facts: ['number', 'decidedOn'],
  },
  ...(['chair_delegated', 'delegation_ended'] as const).map(
    (step): Cause => ({
      event: `council.${step}`,
      kind: 'council',
      target: 'council',
      told: ['new_member'],
      wording: `council_${step}`,
      facts: ['number', 'decidedOn'],
    }),
  ),
  {
    event: 'council_session.planned',
    ...session,
    told: ['council'],
    wording: 'session_planned',
    facts: ['heldOn'],
  },
  { event: 'council_session.opened', ...session, told: ['council'], wording: 'session_opened' },
  { event: 'council_session.closed', ...session, told: ['province'], wording: 'session_closed' },
  {
    event: 'scoring_round.opened',
    kind: 'council',
    target: 'agenda_item',
    told: ['council'],
    wording: 'round_opened',
    facts: ['round'],
  },
  {
    event: 'knock_out.proposed',
    kind: 'council',
    target: 'agenda_item',
    told: ['council_lead'],
    wording: 'knock_out_proposed',
  },
  {
    event: 'recusal.declared',
    kind: 'council',
    target: 'agenda_item',
    told: ['council_lead'],
    wording: 'recusal_declared',
  },
  ...(['proposed', 'signed', 'refused', 'ended'] as const).flatMap((step): Cause[] => [
    {
      event: `mandate.${step}`,
      ...mandate,
      when: { side: ['producer'] },
      told: ['consultant'],
      wording: `mandate_${step}_by_producer`,
    },
    {
      event: `mandate.${step}`,
      ...mandate,
      when: { side: ['consultant'] },
      told: ['producer'],
      wording: `mandate_${step}_by_consultant`,
    },
  ]),
  ...(['refused', 'ended'] as const).map(
    (step): Cause => ({
      event: `mandate.${step}`,
      ...mandate,
      when: { side: ['register'] },
      told: ['producer'],
      wording: 'mandate_closed_by_register',
    }),
  ),
  {
    event: 'consultant.applied',
    kind: 'account',
    target: 'consultant',
    told: ['province'],
    wording: 'consultant_applied',
  },
  ...(['registered', 'declined', 'suspended', 'resumed', 'removed'] as const).map(
    (step): Cause => ({
      event: `consultant.${step}`,
      ...register,
      wording: `consultant_${step}`,
      facts: ['number', 'decidedOn'],
    }),
  ),
  {
    event: 'producer_paper.added',
    kind: 'paper',
    target: 'producer',
    told: ['producer'],
    wording: 'paper_added',
    facts: ['kind'],
    onlyFromOutside: true,
  },
  {
    event: 'role.granted',
    kind: 'account',
    target: 'account',
    told: ['person'],
    wording: 'role_granted',
    facts: ['role'],
  },
  {
    event: 'role.ended',
    kind: 'account',
    target: 'account',
    told: ['person'],
    wording: 'role_ended',
    facts: ['role', 'on'],
  },
  {
    event: 'invitation.accepted',
    kind: 'account',
    target: 'invitations',
    told: ['inviter'],
    wording: 'invitation_accepted',
  },
  {
    event: 'import.finished',
    kind: 'import',
    target: 'import',
    told: ['importer'],
    wording: 'import_finished',
    facts: ['imported', 'known'],
    tellsActor: true,
  },
  { event: 'product_idea.sent', kind: 'dossier', target: 'idea', told: ['commune'], wording: 'idea_sent' },
  {
    event: 'product_idea.accepted',
    kind: 'dossier',
    target: 'idea',
    told: ['producer'],
    wording: 'idea_accepted',
    facts: ['plannedYear'],
  },
  {
    event: 'product_idea.returned',
    kind: 'dossier',
    target: 'idea',
    told: ['producer'],
    wording: 'idea_returned',
    facts: ['words'],
  },
  {
    event: 'product_idea.declined',
    kind: 'dossier',
    target: 'idea',
    told: ['producer'],
    wording: 'idea_declined',
    facts: ['words'],
  },
  { event: 'business_plan.sent', kind: 'dossier', target: 'plan', told: ['commune'], wording: 'plan_sent' },
  {
    event: 'business_plan.remarked',
    kind: 'dossier',
    target: 'plan',
    told: ['producer'],
    wording: 'plan_remarked',
  },
]

/** What an event with these facts tells. */
export function causesOf(event: { name: string; facts: Readonly<Record<string, unknown>> }): Cause[] {
  return causes.filter(
    ({ event: name, when = {} }) =>
      name === event.name &&
      Object.entries(when).every(([fact, values]) => values.some((value) => value === event.facts[fact])),
  )
}
