import type { ComponentChildren } from 'preact'
import { Facts, Panel, useView } from '#platform/ui/index.ts'
import type { CriteriaSet } from '../criteria-set.ts'
import { textIn } from './wording.ts'

/** What stands beside the points: knock-outs, conditions, minima in words, notes on the print, the source. */
export function SheetRules({ set }: { set: CriteriaSet }) {
  const { t, locale } = useView()
  const { knockouts, prerequisites, qualitativeMinima, anomalies, source } = set
  const at = (code: string | null) =>
    code === null ? t('regulation:page.knockout_general') : t('regulation:page.knockout_at', { code })
  const minimum = ({ part, rank }: { part: string; rank: number }) =>
    t('regulation:page.qualitative_at', { part, rank })
  const lists = [
    [
      t('regulation:page.knockouts'),
      knockouts.map((one) => [at(one.criterion), textIn(locale, one)] as const),
    ],
    [
      t('regulation:page.prerequisites'),
      prerequisites.map((one) => [at(one.criterion), textIn(locale, one)] as const),
    ],
    [
      t('regulation:page.qualitative'),
      qualitativeMinima.map((one) => [minimum(one), textIn(locale, one)] as const),
    ],
    [t('regulation:page.anomalies'), anomalies.map((one) => [one.at, textIn(locale, one)] as const)],
  ] as const
  return (
    <>
      {lists.map(([title, items]) => (
        <Listed key={title} {...{ title, items }} />
      ))}
      <Panel title={t('regulation:page.source')}>
        <p>{textIn(locale, source)}</p>
        <p class="mt-1 text-ink-2">
          {t('regulation:page.confidence')}: {t(`regulation:page.confidence_${source.confidence}`)}
        </p>
      </Panel>
    </>
  )
}

function Listed({
  title,
  items,
}: {
  title: string
  items: readonly (readonly [ComponentChildren, ComponentChildren])[]
}) {
  if (items.length === 0) return null
  return (
    <Panel title={title}>
      <Facts items={items} />
    </Panel>
  )
}
