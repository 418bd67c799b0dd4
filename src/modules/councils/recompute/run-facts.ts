import { showMoment } from '#platform/dates.ts'
import { type Locale, showNumber } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { RunReading } from './read-recompute.ts'
import './text.ts'

/** What a run came to, a name and a value each. */
export function runFacts(
  { run, names }: Pick<RunReading, 'run' | 'names'>,
  { t, locale }: { t: Translate; locale: Locale },
): [string, string][] {
  const number = (value: number) => showNumber(value, locale)
  const asked = {
    moment: showMoment(run.askedAt),
    name: names.get(run.askedBy ?? '') ?? t('recompute:system'),
  }
  const left = Object.entries(run.unrecomputable).filter(([, count]) => count > 0)
  const facts: [name: string, value: string][] = [
    ['asked', t('recompute:fact.asked_by', asked)],
    ...(run.finishedAt ? [['finished', showMoment(run.finishedAt)] as [string, string]] : []),
    ['results', t('recompute:fact.of', { count: number(run.results), total: number(run.total) })],
    ['differing', number(run.differing)],
    ['findings', number(run.findings)],
    ['sealed_days', number(run.sealedDays)],
    ...left.map(([name, count]): [string, string] => [
      'unrecomputable',
      t(`recompute:unrecomputable.${name}`, { count: number(count) }),
    ]),
  ]
  return facts.map(([name, value]) => [t(`recompute:fact.${name}`), value])
}
