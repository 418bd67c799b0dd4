import { dayOf } from '#platform/dates.ts'
import type { NewSheet, SheetColumn } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { clockOf } from './clock.ts'
import type { ListedDossier } from './dossier-list-store.ts'
import { answerClockOf } from './rounds/answer-clock.ts'
import type { SeenRounds } from './rounds/round-store.ts'
import { roundName } from './rounds/round-words.ts'
import './rounds/text.ts'

interface SheetNames {
  t: Translate
  today: string
  names: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
  rounds: SeenRounds
}

/** A list of dossiers for Excel. */
export function dossierSheet(
  rows: readonly ListedDossier[],
  { t, today, names, places, rounds }: SheetNames,
): NewSheet {
  const column = (name: string, width: number, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({
    header: t(`dossiers:page.desk.sheet.${name}`),
    width,
    kind,
  })
  return {
    sheetName: t('dossiers:page.desk.sheet.name'),
    columns: [
      column('code', 18),
      column('commune_receipt', 26),
      column('province_receipt', 22),
      column('product_code', 22),
      column('product', 40),
      column('producer', 40),
      column('place', 28),
      column('kind', 18),
      column('state', 22),
      column('handed_in', 14, 'day'),
      column('received_on', 14, 'day'),
      column('due_on', 14, 'day'),
      column('days_left', 12, 'number'),
      column('holder', 24),
      column('proposed_on', 14, 'day'),
      column('round', 24),
      column('answer_on', 14, 'day'),
    ],
    rows: rows.map((row) => [
      row.code,
      row.communeReceipt,
      row.provinceReceipt,
      row.productCode,
      row.productName,
      row.producerName,
      places.get(row.unitPath) ?? row.unitPath,
      t(`dossiers:kind.${row.kind}`),
      t(`dossiers:state.${row.state}`),
      row.submittedAt && dayOf(row.submittedAt),
      row.receivedOn,
      row.dueOn,
      clockOf(row, today)?.left ?? null,
      row.holderId && (names.get(row.holderId) ?? null),
      row.proposedOn,
      nameOfRound(row, rounds, t),
      answerClockOf(row, today)?.due ?? null,
    ]),
  }
}

function nameOfRound({ roundId }: ListedDossier, { rounds }: SeenRounds, t: Translate): string | null {
  const round = rounds.find(({ id }) => id === roundId)
  return round ? roundName(round, t) : null
}
