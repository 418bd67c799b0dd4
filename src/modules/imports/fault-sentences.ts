import type { Translate } from '#platform/text/translator.ts'
import { fields } from './columns.ts'
import type { ImportRow } from './import-tables.ts'

/** What is wrong with a row, a sentence each: "Hạng sao: Không đọc được hạng sao." */
export function faultSentences(
  { faults, state, sameAs }: Pick<ImportRow, 'faults' | 'state' | 'sameAs'>,
  t: Translate,
): string[] {
  const sentences = fields.flatMap((field) => {
    const fault = faults[field]
    return fault ? `${t(`imports:field.${field}`)}: ${t(`imports:fault.${fault}`)}` : []
  })
  return state === 'contradicts' ? [...sentences, t('imports:contradicts', { line: sameAs })] : sentences
}
