import { type Criterion, criterionOf, type Raise } from '#modules/regulation/index.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import { type CriterionKind, kindOf } from './criterion-kinds.ts'
import type { EffortFigures } from './effort-of.ts'
import type { ToldPlan } from './plan-for.ts'

/** One raise in words: what stands now, what must stand, what it takes, who helps. */
export interface PlanLine {
  raise: Raise
  code: string
  name: string
  kind: CriterionKind
  from: string
  to: string
  /** The ranks whose marks ask for it. */
  marks: number[]
  papers: string
  helper: string
}

/** The raises of a plan in words: first those that a mark asks for, then those for the total, in the order of the sheet. */
export function planLines(told: ToldPlan, { t, locale }: { t: Translate; locale: Locale }): PlanLine[] {
  const { plan, law, figures } = told
  const raises = plan?.raises ?? []
  const ordered = [
    ...raises.filter(({ why }) => why === 'mark'),
    ...raises.filter(({ why }) => why === 'points'),
  ]
  return ordered.flatMap((raise) => {
    const criterion = criterionOf(law.set, raise.criterion)
    if (!criterion || !plan) return []
    const kind = kindOf(criterion)
    const marks = plan.gap.lackingMarks.filter((mark) => mark.criterion === raise.criterion)
    return [
      {
        raise,
        kind,
        code: criterion.code,
        name: locale === 'en' ? criterion.nameEn : criterion.nameVi,
        from:
          raise.from === null
            ? t('guidance:plan.unanswered')
            : optionsIn(criterion, raise.from, { t, locale }),
        to: optionsIn(criterion, raise.to, { t, locale }),
        marks: [...new Set(marks.map(({ rank }) => rank))],
        papers: papersOf(figures(criterion), t),
        helper: helperOf(figures(criterion), t),
      },
    ]
  })
}

/** The papers that a kind of criterion needs, in the province's words or the common ones. */
export function papersOf({ kind, papers }: EffortFigures, t: Translate): string {
  return papers ?? t(`guidance:papers.${kind}`)
}

/** Who helps with it. */
export function helperOf({ helper, helperNote }: EffortFigures, t: Translate): string {
  return helperNote ?? t(`guidance:helper.${helper}`)
}

function optionsIn(
  { options }: Criterion,
  chosen: readonly number[],
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const words = options
    .filter(({ no }) => chosen.includes(no))
    .map(({ textVi, textEn }) => (locale === 'en' ? textEn : textVi))
  return words.join('; ') || t('guidance:plan.none_of_these')
}
