import { StatusBadge, showNumber, useView } from '#platform/ui/index.ts'
import { levelOf } from '../krippendorff.ts'

const tones = { high: 'success', fair: 'warning', low: 'error' } as const

/** An alpha with what it means. */
export function AgreementLevel({ alpha }: { alpha: number | null }) {
  const { t, locale } = useView()
  if (alpha === null) return <span class="text-ink-2">{t('agreement:unknown')}</span>
  const level = levelOf(alpha)
  const facts = { value: showNumber(alpha, locale, 3), level: t(`agreement:level.${level}`) }
  return <StatusBadge tone={tones[level]}>{t('agreement:level_is', facts)}</StatusBadge>
}
