import { Note, useView } from '#platform/ui/index.ts'
import type { Load } from '../capacity.ts'

/** How a session stands beside what the council can do in a day: a warning above it. */
export function LoadNote({ load, dailyCapacity }: { load: Load; dailyCapacity: number }) {
  const { t } = useView()
  const facts = { ...load, dailyCapacity }
  return (
    <Note tone={load.over ? 'warning' : 'info'}>
      {t(load.over ? 'councils:load.over' : 'councils:load.within', facts)}
    </Note>
  )
}
