import { Panel, Table, useView } from '#platform/ui/index.ts'
import { ChangesList } from '../discussion/views/changes-list.tsx'
import type { Comparison } from '../read-dossier-room.ts'
import { CarriedLines } from './carried-lines.tsx'

interface ComparisonTableProps {
  comparison: Comparison
  names: ReadonlyMap<string, string>
  title: string
  /** Only the lines on which members differ, and the totals. */
  differing?: boolean | undefined
}

/** The sheets of a round side by side, line by line. */
export function ComparisonTable({ comparison, names, title, differing }: ComparisonTableProps) {
  const { t } = useView()
  const { members, lines } = comparison
  const shown = differing ? lines.filter(({ differ }) => differ) : lines
  const noted = members.flatMap(({ memberId, notes }) =>
    Object.entries(notes).map(([code, note]) => ({ code, note, name: names.get(memberId) ?? memberId })),
  )
  return (
    <Panel flush title={title} lead={differing ? t('councils:compare.differing') : undefined}>
      <Table
        dense
        caption={title}
        head={[
          { label: t('councils:compare.criterion') },
          ...members.map(({ memberId, counted }) => ({
            label: `${names.get(memberId) ?? memberId}${counted ? '' : ` (${t('councils:compare.not_counted')})`}`,
            align: 'right' as const,
          })),
        ]}
        rows={[
          ...shown.map(({ code, points, differ }) => [
            differ ? <b key="code">{code}</b> : code,
            ...points.map((value, place) => (differ ? <b key={place}>{value}</b> : value)),
          ]),
          [
            <b key="total">{t('councils:compare.total')}</b>,
            ...members.map(({ total }, place) => <b key={place}>{total}</b>),
          ],
        ]}
      />
      <ChangesList changes={comparison.changes} names={names} />
      {noted.length > 0 && (
        <details class="border-t border-line p-4">
          <summary class="lnk">{t('councils:compare.notes', { count: noted.length })}</summary>
          <ul class="mt-2 grid gap-2">
            {noted.map(({ code, note, name }) => (
              <li key={`${name} ${code}`}>
                <b>
                  {code}, {name}:
                </b>{' '}
                {note}
              </li>
            ))}
          </ul>
        </details>
      )}
      <CarriedLines comparison={comparison} names={names} />
    </Panel>
  )
}
