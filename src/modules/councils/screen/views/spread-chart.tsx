import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import { useView } from '#platform/ui/index.ts'
import type { CriterionSpread } from '../spread-by-criterion.ts'

/** How many criteria the room can take in at once. */
const shown = 12

/** On which criteria the sheets differ: for each a line from 0 to its most points, with a dot for the points given. */
export function SpreadChart({ set, spread }: { set: CriteriaSet; spread: readonly CriterionSpread[] }) {
  const { t, locale } = useView()
  const nameOf = (code: string) => {
    const criterion = criterionOf(set, code)
    return (locale === 'en' ? criterion?.nameEn : criterion?.nameVi) ?? ''
  }
  return (
    <section class="panel p-5 lg:p-8">
      <h2 class="text-xl lg:text-3xl">{t('screen:spread', { count: spread.length })}</h2>
      <p class="text-ink-2">{t('screen:spread_text')}</p>
      <ul class="mt-4 grid gap-x-12 gap-y-3 xl:grid-cols-2">
        {spread.slice(0, shown).map((one) => (
          <li key={one.code} class="grid items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <span class="lg:text-xl">
              <b>{one.code}</b> {nameOf(one.code)}
            </span>
            <Line
              one={one}
              words={t('screen:given', { lowest: one.lowest, highest: one.highest, max: one.max })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const [left, right] = [5, 95]

function Line({ one, words }: { one: CriterionSpread; words: string }) {
  const at = (points: number) => `${left + ((right - left) * points) / one.max}%`
  return (
    <svg class="h-14 w-full overflow-visible" role="img" aria-label={words}>
      <line class="stroke-base-300" x1={at(0)} x2={at(one.max)} y1="20" y2="20" stroke-width="4" />
      <line
        class="stroke-primary"
        x1={at(one.lowest)}
        x2={at(one.highest)}
        y1="20"
        y2="20"
        stroke-width="6"
      />
      {one.given.map(({ points, sheets }) => (
        <g key={points}>
          <circle class="fill-primary" cx={at(points)} cy="20" r="14" />
          <text class="fill-primary-content text-sm font-bold" x={at(points)} y="25" text-anchor="middle">
            {sheets}
          </text>
          <text class="fill-ink-2 text-sm" x={at(points)} y="52" text-anchor="middle">
            {points}
          </text>
        </g>
      ))}
    </svg>
  )
}
