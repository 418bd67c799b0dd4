import { classes } from './classes.ts'
import { Rosette } from './rosette.tsx'
import { useView } from './view.ts'

/** A star mark of the criteria: the answer that a rank asks for. `met` says whether this sheet gives it. */
export function Mark({ rank, met }: { rank: number; met?: boolean | undefined }) {
  const { t } = useView()
  return (
    <span class={classes('mark', met && 'mark-met')}>
      <Rosette stars={rank} />
      {t('platform:mark.rank', { rank })}
      {met !== undefined && (
        <span class="sr-only">, {t(met ? 'platform:mark.met' : 'platform:mark.unmet')}</span>
      )}
    </span>
  )
}
