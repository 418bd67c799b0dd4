import { Button, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import { faultSentences } from '../fault-sentences.ts'
import type { ImportRow, RowState } from '../import-tables.ts'
import { levelIn } from '../read-words.ts'
import type { BatchPageProps } from './batch-page.tsx'

/** The rows of a list as they read, each with what is wrong with it and what can be done. */
export function RowTable({ batch, rows, changeable }: BatchPageProps) {
  const { t } = useView()
  const workable = changeable && batch.state !== 'running'
  return (
    <Table
      caption={batch.fileName}
      head={[
        { label: t('imports:row.line') },
        { label: t('imports:field.product') },
        { label: t('imports:field.producer') },
        { label: t('imports:field.stars') },
        { label: t('imports:field.commune') },
        { label: t('imports:row.what') },
        { label: '' },
      ]}
      tones={rows.map(({ state }) => (state === 'faulty' || state === 'contradicts' ? 'late' : undefined))}
      rows={rows.map((row) => [
        t('imports:row.line_no', { line: row.line }),
        <b key="product">{row.typed.product || t('imports:row.nothing')}</b>,
        <Producer key="producer" row={row} />,
        <Star key="star" row={row} />,
        row.typed.commune,
        <Reading key="reading" row={row} />,
        <Actions key="actions" row={row} workable={workable} />,
      ])}
      empty={<p class="p-4 text-ink-2">{t('imports:row.none')}</p>}
    />
  )
}

/** Stars, year and level, as they are understood; as they stand where they are not. */
function Star({ row: { typed } }: { row: ImportRow }) {
  const { t } = useView()
  const level = levelIn(typed.level)
  const words = [typed.stars, typed.year, level ? t(`imports:level.${level}`) : typed.level]
  return <span>{words.filter(Boolean).join(' · ')}</span>
}

function Producer({ row: { typed, facts } }: { row: ImportRow }) {
  const { t } = useView()
  return (
    <span>
      {typed.producer || t('imports:row.nothing')}
      <span class="block text-sm text-ink-2">
        {facts ? t(`producers:kind.${facts.kind}`) : typed.producerType}
      </span>
    </span>
  )
}

const tones: Readonly<Record<RowState, 'success' | 'error' | 'neutral' | 'info'>> = {
  ready: 'info',
  faulty: 'error',
  contradicts: 'error',
  same: 'neutral',
  left_out: 'neutral',
  imported: 'success',
  known: 'neutral',
}

function Reading({ row }: { row: ImportRow }) {
  const { t } = useView()
  const sentences = row.state === 'left_out' ? [] : faultSentences(row, t)
  return (
    <span class="block">
      <StatusBadge tone={tones[row.state]}>{t(`imports:state.${row.state}`)}</StatusBadge>{' '}
      {row.state === 'same' && t('imports:same_as', { line: row.sameAs })}
      {sentences.map((sentence) => (
        <span key={sentence} class="mt-1 block">
          {sentence}
        </span>
      ))}
    </span>
  )
}

function Actions({ row, workable }: { row: ImportRow; workable: boolean }) {
  const { t } = useView()
  if (row.productId) {
    return (
      <a class="lnk" href={`/products/${row.productId}`}>
        {t('imports:row.product')}
      </a>
    )
  }
  if (!workable) return null
  const address = `/imports/${row.batchId}/rows/${row.line}`
  const isOut = row.state === 'left_out'
  return (
    <span class="noprint flex flex-wrap gap-2">
      <Button href={address} size="sm" icon="pencil">
        {t('imports:row.mend')}
      </Button>
      <form method="post" action={`${address}/omission`}>
        <Button size="sm" variant="ghost" name="out" value={isOut ? '' : '1'}>
          {t(isOut ? 'imports:row.take_back' : 'imports:row.leave_out')}
        </Button>
      </form>
    </span>
  )
}
