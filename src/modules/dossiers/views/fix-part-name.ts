import type { View } from '#platform/ui/view.ts'
import { type FixTarget, splitTarget } from '../fix-target.ts'
import { paperKinds } from '../paper-kinds.ts'

const numbered: readonly string[] = paperKinds

/** A part of a dossier in words: “12. Phiếu kiểm nghiệm…”, “3.1 Nguồn nguyên liệu”. */
export function fixPartName(
  target: FixTarget,
  { t, locale }: Pick<View, 't' | 'locale'>,
  name: { vi: string; en: string } | null = null,
): string {
  const [kind, of = ''] = splitTarget(target)
  if (kind === 'paper') {
    const number = numbered.indexOf(of) + 1
    return `${number}. ${t(`dossiers:paper.${of}`)}`
  }
  if (kind === 'criterion')
    return name ? `${of} ${name[locale]}` : t('dossiers:page.desk.part.criterion', { code: of })
  if (kind === 'commune') return t(`dossiers:content.${of}`)
  return t(`dossiers:page.desk.part.${target}`)
}
