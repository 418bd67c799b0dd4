import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { useView } from './view.ts'

interface TableProps {
  /** What the table holds, for those who hear it; shown only where `showCaption` says so. */
  caption?: string | undefined
  showCaption?: boolean | undefined
  head: readonly { label: string; align?: 'left' | 'right' | undefined }[]
  rows: readonly (readonly ComponentChildren[])[]
  /** A colour behind a row that asks for attention, by its place; the words in the row say why. */
  tones?: readonly ('late' | undefined)[] | undefined
  /** Stands in place of the table when it has no rows. */
  empty?: ComponentChildren
  /** Numbers to compare: stays a table on phones and scrolls, instead of becoming cards. */
  dense?: boolean | undefined
}

/** Rows and columns; on phones each row becomes a card with the first cell as its head. A column without a name holds actions. */
export function Table({ caption, showCaption, head, rows, tones, empty, dense }: TableProps) {
  const { t } = useView()
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const table = (
    <table class={classes('table', dense ? 'table-dense' : 'table-cards')}>
      {caption && (
        <caption class={showCaption ? 'p-4 text-left font-semibold' : 'sr-only'}>{caption}</caption>
      )}
      <thead>
        <tr>
          {head.map(({ label, align }) => (
            <th key={label} scope="col" class={align === 'right' ? 'text-right' : undefined}>
              {label || <span class="sr-only">{t('platform:table_actions')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, place) => (
          <tr key={place} class={tones?.[place] === 'late' ? 'row-late' : undefined}>
            {cells.map((cell, column) => (
              <td
                key={column}
                class={head[column]?.align === 'right' ? 'text-right' : undefined}
                data-label={head[column]?.label || undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!dense) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section class="overflow-x-auto" tabIndex={0} aria-label={caption ?? head[0]?.label}>
      {table}
    </section>
  )
}
