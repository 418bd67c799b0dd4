import { showDay } from '#platform/dates.ts'
import { type Locale, showScore } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import './text.ts'

export interface SaidFinding {
  kind: string
  at?: string | null | undefined
  kept?: string | number | null | undefined
  found?: string | number | null | undefined
}

interface Saying {
  t: Translate
  locale: Locale
  names: ReadonlyMap<string, string>
}

/** A difference in one sentence. */
export function findingInWords(finding: SaidFinding, saying: Saying): string {
  const { t } = saying
  const { kind } = finding
  return t(`recompute:what.${kind}`, {
    at: placeOf(finding, saying),
    kept: shownValue(finding, finding.kept, saying),
    found: shownValue(finding, finding.found, saying),
  })
}

function placeOf({ kind, at }: SaidFinding, { t, names }: Saying): string {
  if (!at) return ''
  if (kind === 'event' || kind === 'minutes') return t(`recompute:field.${at}`)
  if (kind === 'seal_broken') return showDay(at)
  return names.get(at) ?? at
}

function shownValue(
  { kind, at }: SaidFinding,
  value: string | number | null | undefined,
  { t, locale }: Saying,
): string {
  if (value === null || value === undefined) return t('recompute:nothing')
  const of = kind === 'event' || kind === 'minutes' ? at : kind
  if (of === 'average' || of === 'part') return showScore(Number(value), locale)
  if (of === 'outcome') return t(`recompute:outcome.${value}`)
  return String(value)
}
