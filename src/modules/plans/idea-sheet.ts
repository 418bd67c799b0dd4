import { productSet } from '#modules/products/index.ts'
import { dayOf } from '#platform/dates.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { Idea } from './idea-store.ts'

/** A list of ideas as an Excel file, whole texts and all. */
export function ideaSheet(ideas: readonly Idea[], t: Translate): Promise<Uint8Array> {
  const column = (key: string, width: number, kind: 'text' | 'number' | 'day' = 'text') =>
    ({ header: t(`plans:idea.column.${key}`), width, kind }) as const
  return writeSheet({
    sheetName: t('plans:idea.title'),
    columns: [
      column('commune', 24),
      column('producer', 34),
      column('name', 34),
      column('set', 34),
      column('description', 44),
      column('material', 36),
      column('market', 36),
      column('support', 36),
      column('stars', 10, 'number'),
      column('year', 10, 'number'),
      column('state', 22),
      column('planned', 12, 'number'),
      column('answer', 40),
      column('sent', 14, 'day'),
    ],
    rows: ideas.map((idea) => [
      idea.communeName,
      idea.producerName,
      idea.name,
      productSet(idea.productSetNo)?.nameVi ?? null,
      idea.description,
      idea.material,
      idea.market,
      idea.support,
      idea.expectedStars,
      idea.expectedYear,
      t(`plans:idea.state.${idea.state}`),
      idea.plannedYear,
      idea.answer,
      idea.sentAt ? dayOf(idea.sentAt) : null,
    ]),
  })
}
