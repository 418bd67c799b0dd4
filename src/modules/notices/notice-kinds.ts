import type { Role } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

/** What notices are about; a person chooses for each kind how the mail comes. */
export const noticeKinds = [
  'deadline',
  'dossier',
  'council',
  'decision',
  'paper',
  'import',
  'account',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** How the mail of a notice comes: at once, collected in the morning's letter, or not at all. The screen always has it. */
export const mailChoices = ['now', 'digest', 'none'] as const

export type MailChoice = (typeof mailChoices)[number]

/** Who gets notices of a kind; `everybody` has an account. */
const receivers: Readonly<Record<NoticeKind, readonly Role[] | 'everybody'>> = {
  deadline: ['producer', 'commune_officer', 'province_officer', 'central_officer'],
  dossier: ['producer', 'consultant', 'commune_officer', 'province_officer', 'advisory'],
  council: ['chair', 'secretary', 'member', 'advisory', 'consultant', 'province_officer'],
  decision: ['producer', 'commune_officer', 'province_officer', 'leader', 'central_officer'],
  paper: ['producer'],
  import: ['province_officer', 'administrator'],
  account: 'everybody',
}

/** The kinds of notices that somebody with these roles can get, in the order of the settings. */
export function kindsFor(actor: Pick<Actor, 'holdings'>): NoticeKind[] {
  return noticeKinds.filter((kind) => {
    const roles = receivers[kind]
    return roles === 'everybody' || actor.holdings.some(({ role }) => roles.some((one) => one === role))
  })
}

/** Of what comes seldom and presses the mail goes at once; what an office has every day is collected. */
export function usualMail(kind: NoticeKind, { works }: { works: boolean }): MailChoice {
  if (kind === 'council' || kind === 'account') return 'now'
  return works ? 'digest' : 'now'
}

export function isMailChoice(text: unknown): text is MailChoice {
  return mailChoices.some((choice) => choice === text)
}
