import { Button, FileInput, Note, Panel, TextInput, useView } from '#platform/ui/index.ts'

export interface PhotoPanelProps {
  dossierId: string
  photos: readonly { id: string; caption: string }[]
  fault?: string | undefined
  /** Pictures belong to a draft that was saved once. */
  hasDraft: boolean
}

/** The pictures of the survey: several chosen at once, then a caption for each. */
export function PhotoPanel({ dossierId, photos, fault, hasDraft }: PhotoPanelProps) {
  const { t } = useView()
  const base = `/dossiers/${dossierId}/appraisal`
  return (
    <Panel id="photos" class="mt-5" title={t('appraisal:photo.title')} lead={t('appraisal:photo.lead')}>
      {!hasDraft ? (
        <Note tone="info">{t('appraisal:photo.save_first')}</Note>
      ) : (
        <form method="post" action={`${base}/photos`} enctype="multipart/form-data" class="grid gap-3">
          <FileInput
            label={t('appraisal:photo.choose')}
            hint={t('appraisal:photo.hint')}
            name="photos"
            accept="image/jpeg,image/png,image/webp"
            multiple
            resumable
            required
            fault={fault}
          />
          <TextInput label={t('appraisal:photo.caption_all')} name="caption" maxlength={300} optional />
          <div>
            <Button type="submit" icon="upload">
              {t('appraisal:photo.add')}
            </Button>
          </div>
        </form>
      )}
      {photos.length > 0 && <Captions base={base} photos={photos} />}
    </Panel>
  )
}

function Captions({ base, photos }: { base: string; photos: PhotoPanelProps['photos'] }) {
  const { t } = useView()
  // The buttons that remove stand outside the form of the captions: Enter in a caption saves it.
  return (
    <>
      <form method="post" action={`${base}/captions`} class="mt-5 grid gap-4 border-t border-line pt-4">
        <ul class="grid gap-4 sm:grid-cols-2">
          {photos.map(({ id, caption }, place) => (
            <li key={id} class="flex items-start gap-3">
              <img
                class="h-24 w-32 shrink-0 rounded-box object-cover"
                src={`${base}/photos/${id}?w=320`}
                alt={caption || t('appraisal:photo.unnamed', { no: place + 1 })}
                loading="lazy"
              />
              <div class="min-w-0 flex-1">
                <TextInput
                  label={t('appraisal:photo.caption', { no: place + 1 })}
                  name={`caption:${id}`}
                  value={caption}
                  maxlength={300}
                />
                <Button type="submit" variant="ghost" size="sm" icon="trash-2" form={`remove-${id}`}>
                  {t('appraisal:photo.remove', { no: place + 1 })}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <div>
          <Button type="submit" icon="save">
            {t('appraisal:photo.save_captions')}
          </Button>
        </div>
      </form>
      {photos.map(({ id }) => (
        <form key={id} id={`remove-${id}`} method="post" action={`${base}/photos/${id}/removal`} />
      ))}
    </>
  )
}
