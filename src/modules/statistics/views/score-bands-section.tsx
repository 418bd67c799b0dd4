import { Button, showNumber, Table, useView } from '#platform/ui/index.ts'
import { bandWords, groupWords } from '../score-bands/band-words.ts'
import { bandStarts, fewestPublished, type PublishedGroup } from '../score-bands/published-bands.ts'

/** How the councils' averages are spread, in bands and without names. */
export function ScoreBandsSection({
  groups,
  year,
}: {
  groups: readonly PublishedGroup[]
  year: number | undefined
}) {
  const view = useView()
  const { t, locale } = view
  const title = t('statistics:bands.title')
  return (
    <section id="khung-diem">
      <div class="flex flex-wrap items-start justify-between gap-3">
        <h2 class="text-xl">{title}</h2>
        {groups.length > 0 && (
          <Button
            href={`/thong-ke/khung-diem.csv${year === undefined ? '' : `?nam=${year}`}`}
            icon="download"
            download
          >
            {t('statistics:bands.csv')}
          </Button>
        )}
      </div>
      <p class="mt-2 max-w-prose text-ink-2">{t('statistics:bands.lead', { fewest: fewestPublished })}</p>
      <div class="mt-4">
        <Table
          dense
          caption={title}
          empty={<p class="text-ink-2">{t('statistics:bands.none')}</p>}
          head={[
            { label: t('statistics:bands.group') },
            ...bandStarts.map((from) => ({ label: bandWords(from), align: 'right' as const })),
            { label: t('statistics:column.products'), align: 'right' },
          ]}
          rows={groups.map((group) => [
            `${group.year}, ${groupWords(group, view)}`,
            ...bandStarts.map((from) => {
              const band = group.bands?.find((one) => one.from === from)
              return band ? showNumber(band.products, locale) : '·'
            }),
            group.products === null ? t('statistics:bands.suppressed') : showNumber(group.products, locale),
          ])}
        />
      </div>
    </section>
  )
}
