import { Mark, useView } from '#platform/ui/index.ts'
import type { Criterion, Option } from '../criteria-set.ts'
import { offersNone } from '../scoring.ts'
import { nameIn, textIn } from './wording.ts'

interface SheetCriterionProps {
  criterion: Criterion
  heading: 'h3' | 'h4'
}

/** One line of the sheet: its options, its cases, and what the sheet notes beside it. */
export function SheetCriterion({ criterion, heading: Heading }: SheetCriterionProps) {
  const { t, locale } = useView()
  const { code, max, options, onlyIf, scoring, notes = [] } = criterion
  const remarks = [
    ...(onlyIf === undefined ? [] : [t('regulation:set.only_if', { code: onlyIf })]),
    ...(scoring === 'sum' ? [t('regulation:set.several')] : []),
    ...(scoring === 'one' && offersNone(criterion) ? [t('regulation:set.none_of_these')] : []),
    ...notes
      .filter(({ kind }) => kind !== 'condition' || onlyIf === undefined)
      .map((note) => textIn(locale, note)),
  ]
  return (
    <article id={`tc-${code}`} class="mt-3 break-inside-avoid rounded-box border border-base-300 p-3 lg:p-4">
      <Heading class="flex flex-wrap items-baseline justify-between gap-x-4 text-base font-semibold">
        <span>
          {code}. {nameIn(locale, criterion)}
        </span>
        <span class="text-sm font-normal text-ink-2">{t('regulation:set.max_points', { points: max })}</span>
      </Heading>
      {criterion.cases?.map((one) => (
        <div key={one.no} class="mt-2">
          <p class="font-medium">{t('regulation:set.case', { name: nameIn(locale, one) })}</p>
          <Options options={options.filter((option) => option.case === one.no)} />
        </div>
      )) ?? <Options options={options} />}
      {remarks.map((remark) => (
        <p key={remark} class="mt-1 text-sm text-ink-2">
          {remark}
        </p>
      ))}
    </article>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  const { t, locale } = useView()
  return (
    <ul class="mt-2 grid gap-1.5">
      {options.map((option) => (
        <li key={option.no} class="flex items-baseline gap-3">
          <b class="w-16 flex-none text-right tabular-nums">
            {t('regulation:set.points', { points: option.points })}
          </b>
          <span class="flex flex-1 flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              {textIn(locale, option)}
              {option.implied && <span class="text-sm text-ink-2"> ({t('regulation:set.implied')})</span>}
            </span>
            {option.minForRank !== undefined && <Mark rank={option.minForRank} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
