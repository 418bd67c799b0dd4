import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import type { View } from '#platform/ui/view.ts'
import { type FixTarget, splitTarget } from '../fix-target.ts'

/** What people call a part of a dossier: a form, a line of the sheet, a kind of paper, a content of the commune's. */
export function partName(
  target: FixTarget,
  set: CriteriaSet,
  { t, locale }: Pick<View, 't' | 'locale'>,
): string {
  const [kind, name = ''] = splitTarget(target)
  if (kind === 'criterion') {
    const criterion = criterionOf(set, name)
    return `${name} ${(locale === 'en' ? criterion?.nameEn : criterion?.nameVi) ?? ''}`.trim()
  }
  if (kind === 'paper') return t(`dossiers:paper.${name}`)
  if (kind === 'commune') return t(`dossiers:content.${name}`)
  return t(`dossiers:page.dossier.part.${kind}`)
}

/** The page on which the producer mends it. */
export function partHref(target: FixTarget, dossierId: string, set: CriteriaSet): string {
  const here = `/dossiers/${dossierId}`
  const [kind, name = ''] = splitTarget(target)
  if (kind === 'criterion') return `${here}/self-assessment/${sectionOf(set, name)}#tc-${name}`
  if (kind === 'paper') return `${here}/evidence#giay-${name}`
  return kind === 'commune' ? here : `${here}/${kind}`
}

/** The code of the section of the sheet that the line stands in. */
export function sectionOf(set: CriteriaSet, criterion: string): string {
  const sections = set.parts.flatMap((part) => part.sections)
  return sections.find(({ criteria }) => criteria.some(({ code }) => code === criterion))?.code ?? ''
}
