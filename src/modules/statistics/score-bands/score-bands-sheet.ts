import type { NewSheet } from '#platform/sheet/write-sheet.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import { bandWords, groupWords } from './band-words.ts'
import type { PublishedGroup } from './published-bands.ts'

/** The bands as an open list: a line for each band of each group. */
export function scoreBandsSheet(
  groups: readonly PublishedGroup[],
  { t, locale }: { t: Translate; locale: Locale },
): NewSheet {
  return {
    sheetName: t('statistics:bands.sheet'),
    columns: [
      { header: t('statistics:column.year'), width: 8, kind: 'number' },
      { header: t('statistics:bands.set_id'), width: 18, kind: 'text' },
      { header: t('statistics:bands.set'), width: 50, kind: 'text' },
      { header: t('statistics:bands.band'), width: 16, kind: 'text' },
      { header: t('statistics:column.products'), width: 14, kind: 'number' },
    ],
    rows: groups.flatMap((group) => {
      const name = groupWords(group, { t, locale })
      const { year, set, bands } = group
      if (bands === null) return [[year, '', name, t('statistics:bands.suppressed'), null]]
      return bands.map(({ from, products }) => [year, set?.id ?? '', name, bandWords(from), products])
    }),
  }
}
