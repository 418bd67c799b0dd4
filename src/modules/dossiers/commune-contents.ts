import { z } from 'zod'

/** The four contents that the commune assesses in Form 03 (QĐ 26/2026/QĐ-TTg, art. 7.2). */
export const communeContents = ['materialOrigin', 'localLabour', 'ideaOrigin', 'localIdentity'] as const

export type CommuneContent = (typeof communeContents)[number]

/** What the commune found on one content. */
export const Finding = z.object({ met: z.boolean(), note: z.string().trim().max(4000) })
export type Finding = z.infer<typeof Finding>

/** Form 03: a finding on each of the four contents, and what the commune proposes. */
export const CommuneReport = z.object({
  materialOrigin: Finding,
  localLabour: Finding,
  ideaOrigin: Finding,
  localIdentity: Finding,
  proposal: z.string().trim().min(1).max(4000),
})
export type CommuneReport = z.infer<typeof CommuneReport>

/** A content that is not met must say why: these do not. */
export function contentsWithoutReason(report: CommuneReport): CommuneContent[] {
  return communeContents.filter((content) => !report[content].met && report[content].note === '')
}

export function isCommuneContent(text: string): text is CommuneContent {
  return (communeContents as readonly string[]).includes(text)
}
