import { type Answers, type CriteriaSet, criteriaOf, scoreOf } from '#modules/regulation/index.ts'
import { changedCodes, type Reasons } from './changed-codes.ts'

/** What a sheet of a later round is held against: the member's own sheet of the last round in which one was handed in. */
interface Sheet {
  memberId: string
  round: number
  answers: Answers
  reasons: Reasons
  handedInAt: Date | null
}

/** An answer that a member changed between rounds, in points, with the reason given. */
export interface ChangedAnswer {
  memberId: string
  code: string
  from: number
  to: number
  reason: string
}

/** The member's sheet of the last round before this one in which the member handed in. */
export function earlierSheet<Of extends Pick<Sheet, 'memberId' | 'round' | 'handedInAt'>>(
  sheets: readonly Of[],
  { memberId, round }: Pick<Sheet, 'memberId' | 'round'>,
): Of | undefined {
  return sheets
    .filter((one) => one.memberId === memberId && one.round < round && one.handedInAt !== null)
    .sort((a, b) => b.round - a.round)[0]
}

/** What members changed on the sheets of a round since their earlier ones, in the order of the criteria set. */
export function changesOf(
  set: CriteriaSet,
  { sheets, all }: { sheets: readonly Sheet[]; all: readonly Sheet[] },
): ChangedAnswer[] {
  const order = criteriaOf(set).map(({ code }) => code)
  return sheets
    .flatMap((sheet) => {
      const before = earlierSheet(all, sheet)
      if (!before) return []
      const from = scoreOf(before.answers, set).points
      const to = scoreOf(sheet.answers, set).points
      return changedCodes(before.answers, sheet.answers).map((code) => ({
        memberId: sheet.memberId,
        code,
        from: from[code] ?? 0,
        to: to[code] ?? 0,
        reason: sheet.reasons[code] ?? '',
      }))
    })
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
}
