import { useView } from '#platform/ui/view.ts'
import type { Clock } from '../clock.ts'

/** Says of a due day that the official calendar of its year is still to come. */
export function ProvisionalNote({ clock }: { clock: Pick<Clock, 'provisional'> | null }) {
  const { t } = useView()
  if (!clock?.provisional) return null
  return (
    <span class="text-sm text-ink-2" title={t('dossiers:page.cannot.provisional_why')}>
      {t('dossiers:page.cannot.provisional')}
    </span>
  )
}
