import { Rosette } from '#platform/ui/rosette.tsx'
import { type DeskData, fill } from '../../desk/desk-data.ts'

/** A star mark, green once the answer reaches it. */
export function DeskMark({ data, rank, met }: { data: DeskData; rank: number; met?: boolean | undefined }) {
  return (
    <span class={met ? 'mark mark-met' : 'mark'}>
      <Rosette stars={rank} />
      {fill(data.words.mark, { rank })}
      {met !== undefined && (
        <span class="sr-only">, {met ? data.words.mark_met : data.words.mark_unmet}</span>
      )}
    </span>
  )
}
