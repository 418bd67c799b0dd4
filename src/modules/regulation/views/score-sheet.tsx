import { useView } from '#platform/ui/index.ts'
import type { CriteriaSet, Part, Section } from '../criteria-set.ts'
import { SheetCriterion } from './sheet-criterion.tsx'
import { nameIn } from './wording.ts'

/** The whole sheet as a person reads it: parts, sections, criteria, every option with its points and star mark. */
export function ScoreSheet({ set }: { set: CriteriaSet }) {
  return (
    <div class="grid gap-10">
      {set.parts.map((part) => (
        <SheetPart key={part.code} part={part} />
      ))}
    </div>
  )
}

function SheetPart({ part }: { part: Part }) {
  const { t, locale } = useView()
  const { code, max, printedMax, sections } = part
  return (
    <section id={`phan-${code}`} aria-labelledby={`ten-phan-${code}`}>
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-primary pb-2">
        <h2 id={`ten-phan-${code}`} class="text-xl">
          {t('regulation:set.part', { code, name: nameIn(locale, part) })}
        </h2>
        <p class="font-semibold">
          {t('regulation:set.max_points', { points: max })}
          {printedMax !== undefined && (
            <span class="font-normal text-ink-2">
              {' '}
              ({t('regulation:set.heading_says', { points: printedMax })})
            </span>
          )}
        </p>
      </div>
      {sections.map((section) => (
        <SheetSection key={section.code} section={section} />
      ))}
    </section>
  )
}

function SheetSection({ section }: { section: Section }) {
  const { t, locale } = useView()
  const { code, max, criteria, groups = [] } = section
  const alone = criteria.length === 1 && criteria[0]?.code === code
  return (
    <section class="mt-6">
      {!alone && (
        <h3 class="flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
          <span>
            {code}. {nameIn(locale, section)}
          </span>
          <span class="text-base font-normal text-ink-2">
            {t('regulation:set.max_points', { points: max })}
          </span>
        </h3>
      )}
      {criteria.map((criterion, at) => {
        const group = groups.find((one) => one.code === criterion.group)
        const opens = group && criteria[at - 1]?.group !== group.code
        return (
          <div key={criterion.code}>
            {opens && (
              <p class="mt-4 font-semibold text-ink-2">
                {group.code} {nameIn(locale, group)} ({t('regulation:set.max', { points: group.max })})
              </p>
            )}
            <SheetCriterion criterion={criterion} heading={alone ? 'h3' : 'h4'} />
          </div>
        )
      })}
    </section>
  )
}
