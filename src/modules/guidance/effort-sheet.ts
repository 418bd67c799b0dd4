import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { criterionKinds } from './criterion-kinds.ts'
import type { FiguresOf } from './effort-store.ts'
import { helperOf, papersOf } from './plan-lines.ts'

/** What every kind and level takes in the province, as an Excel file; each row says whose figure it is. */
export function effortSheet(figures: FiguresOf, t: Translate): Promise<Uint8Array> {
  const column = (key: string, width: number, kind: 'text' | 'number' | 'money' = 'text') =>
    ({ header: t(`guidance:sheet.${key}`), width, kind }) as const
  return writeSheet({
    sheetName: t('guidance:efforts.title'),
    columns: [
      column('kind', 34),
      column('level', 10, 'number'),
      column('months', 18, 'number'),
      column('cost', 22, 'money'),
      column('figures', 20),
      column('papers', 50),
      column('helper', 36),
    ],
    rows: criterionKinds.flatMap((kind) => {
      const own = figures(kind)
      const source = t(own.version > 0 ? 'guidance:efforts.own' : 'guidance:efforts.estimate')
      return own.levels.map(({ months, cost }, at) => [
        t(`guidance:kind.${kind}`),
        at + 1,
        months,
        cost,
        source,
        papersOf(own, t),
        helperOf(own, t),
      ])
    }),
  })
}
