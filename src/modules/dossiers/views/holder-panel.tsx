import { Button, Panel, Select, useView } from '#platform/ui/index.ts'
import type { Dossier } from '../dossier-store.ts'
import type { DossierDesk } from '../read-dossier-desk.ts'

/** In whose hands the dossier is; the officers of its desk take it, put it back or give it to a colleague. */
export function HolderPanel({
  dossier: { id, holderId, version },
  desk: { holder },
}: {
  dossier: Pick<Dossier, 'id' | 'holderId' | 'version'>
  desk: DossierDesk
}) {
  const { t } = useView()
  if (!holder) return null
  const { name, isMe, colleagues } = holder
  const hold = holderId === null ? 'nobody' : isMe ? 'me' : 'other'
  const whose =
    hold === 'other' ? name || t('dossiers:page.desk.holder.officer') : t(`dossiers:page.desk.holder.${hold}`)
  const action = `/dossiers/${id}/holder`
  return (
    <Panel title={t('dossiers:page.desk.hold.title')} class="noprint">
      <p class="font-semibold">{whose}</p>
      <form method="post" action={action} class="mt-3">
        <input type="hidden" name="version" value={version} />
        <Button type="submit" name="take" value={isMe ? 'no' : 'yes'}>
          {t(`dossiers:page.desk.hold.${hold}`)}
        </Button>
      </form>
      {colleagues.length > 0 && (
        <form method="post" action={action} class="mt-4 flex flex-wrap items-end gap-3">
          <input type="hidden" name="version" value={version} />
          <div class="min-w-0 flex-1 basis-48">
            <Select
              label={t('dossiers:page.desk.hold.colleague')}
              name="person"
              options={colleagues.map(({ id: value, name: label }) => ({ value, label }))}
            />
          </div>
          <Button type="submit">{t('dossiers:page.desk.hold.give')}</Button>
        </form>
      )}
    </Panel>
  )
}
