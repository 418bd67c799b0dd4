import type { CriteriaSet } from '#modules/regulation/index.ts'
import { showDay } from '#platform/dates.ts'
import { showMoney, useView } from '#platform/ui/index.ts'
import type { FixTarget } from '../fix-target.ts'
import { type Content, type PartLine, partChange } from '../part-change.ts'
import type { DossierFile } from '../read-dossier-file.ts'

interface PartChangeProps {
  set: CriteriaSet
  target: FixTarget
  before: Content | undefined
  after: Content
  /** What stands over the second side. */
  label: string
}

/** What a dossier says now. */
export function contentNow({ dossier, self, evidence }: DossierFile): Content {
  const { registration, report, changes } = dossier
  return { registration, report, changes, ...self, evidence }
}

/** A part of a dossier as it was handed in, beside what it became. */
export function PartChange({ set, target, before, after, label }: PartChangeProps) {
  const { t } = useView()
  const change = partChange(target, set, { before, after })
  return (
    <div class="mt-3 grid gap-3 sm:grid-cols-2">
      <Side title={t('dossiers:page.filing.as_handed_in')} lines={change.before} />
      <Side title={label} lines={change.after} />
    </div>
  )
}

function Side({ title, lines }: { title: string; lines: readonly PartLine[] }) {
  const { t } = useView()
  return (
    <section class="rounded-field border border-line p-3">
      <h3 class="text-sm font-semibold text-ink-2">{title}</h3>
      {lines.length === 0 ? (
        <p class="mt-1 text-ink-2">{t('dossiers:page.filing.nothing')}</p>
      ) : (
        <ul class="mt-1 grid gap-1">
          {lines.map((line) => (
            <li key={JSON.stringify(line)} class="whitespace-pre-line">
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ line }: { line: PartLine }) {
  const { t, locale } = useView()
  if (line.kind === 'none') return <>{t('dossiers:page.filing.none_of_these')}</>
  if (line.kind === 'answer')
    return (
      <>
        <b>{t('dossiers:page.filing.points', { points: line.points })}</b>{' '}
        {locale === 'en' ? line.textEn : line.textVi}
      </>
    )
  if (line.kind === 'field')
    return (
      <>
        <span class="text-ink-2">{t(`dossiers:page.filing.field.${line.field}`)}:</span> {useValue(line)}
      </>
    )
  return <>{line.value}</>
}

/** Ticks and choices are told in their words, days and money as they are read. */
function useValue({ field, value }: { field: string; value: string }): string {
  const { t, locale } = useView()
  if (field === 'papers' || field === 'rights')
    return value
      .split(', ')
      .map((one) => t(`dossiers:page.filing.${field}.${one}`))
      .join(', ')
  if (field === 'representativeGender') return t(`dossiers:page.filing.gender.${value}`)
  if (field === 'foundedOn') return showDay(value)
  return field === 'revenue' || field === 'profit' ? showMoney(Number(value), locale) : value
}
