import { Note, useView } from '#platform/ui/index.ts'
import type { FixTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { ItemAnswer } from './item-standing.tsx'

/** Why the form could not be saved; what was typed stands in it still. */
export function FormMessage({ message }: { message: string | undefined }) {
  if (!message) return null
  return (
    <Note tone="error" role="alert" class="mb-5">
      {message}
    </Note>
  )
}

/** What an officer asked to have mended in this part of the dossier. */
export function FixNote({ file, target }: { file: DossierFile; target: FixTarget }) {
  const { t } = useView()
  const item = file.fixList?.items.find((one) => one.target === target)
  if (!item) return null
  return (
    <Note
      tone={item.mendedAt ? 'success' : 'warning'}
      title={t(item.mendedAt ? 'dossiers:page.dossier.mended' : `dossiers:reason.${item.reason}`)}
      class="my-3"
    >
      {item.note}
      <ItemAnswer item={item} />
    </Note>
  )
}

/** Says that a part was taken from the last dossier and waits to be looked at; saving it is enough. */
export function CarriedNote({ file, targets }: { file: DossierFile; targets: readonly FixTarget[] }) {
  const { t } = useView()
  if (!targets.some((target) => file.dossier.carried.includes(target))) return null
  return (
    <Note tone="info" icon="history" class="noprint mb-5">
      {t(sourceOf(file), { code: file.follows?.code ?? '' })}
    </Note>
  )
}

/** Where what waits to be looked at was taken from. */
function sourceOf({ dossier, follows }: DossierFile): string {
  if (follows) return 'dossiers:page.filing.carried'
  return `dossiers:page.filing.carried_${dossier.planId ? 'plan' : 'practice'}`
}

/** Says to the producer that a part stays as it was handed in, to its consultant that it is not in its mandate either. */
export function LockedNote({ file }: { file: DossierFile }) {
  const { t } = useView()
  if (!file.isOwn && !file.byMandate) return null
  const { state } = file.dossier
  const outside = file.byMandate && (state === 'draft' || file.fixList !== undefined)
  return (
    <Note tone="info" icon="lock" class="noprint mb-5">
      {t(outside ? 'dossiers:page.filing.outside_mandate' : 'dossiers:page.filing.locked')}
    </Note>
  )
}

/** Says to a consultant that the mandate gives only the answers of a section, or only its files. */
export function PartlyOpenNote({ file }: { file: DossierFile }) {
  const { t } = useView()
  if (!file.byMandate) return null
  return (
    <Note tone="info" class="noprint mb-5">
      {t('dossiers:page.filing.by_mandate')}
    </Note>
  )
}
