import { Button, Panel, TextArea, useView } from '#platform/ui/index.ts'
import { type ChangeField, changeFields } from '../changes.ts'
import { formField } from '../field-author.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { changedParts, type SnapshotContent } from '../snapshot.ts'
import { AuthorLine } from './author-line.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FixNote, FormMessage, LockedNote } from './form-notes.tsx'
import { contentNow, PartChange } from './part-change-view.tsx'
import { partName } from './part-name.ts'

interface ChangesPageProps {
  file: DossierFile
  typed: Readonly<Partial<Record<ChangeField, string>>>
  message?: string | undefined
}

/** What has changed since the recognition: told by the producer, and shown part by part beside the last dossier. */
export function ChangesPage(props: ChangesPageProps) {
  const { t } = useView()
  const { file } = props
  return (
    <DossierFrame file={file} part="changes" title={t('dossiers:page.filing.changes_title')}>
      <div class="grid max-w-4xl gap-6">
        {file.mayEdit('changes') ? <ChangesForm {...props} /> : <ChangesRead file={file} />}
        {file.follows && <PartsThatDiffer file={file} follows={file.follows} />}
      </div>
    </DossierFrame>
  )
}

function ChangesForm({ file, typed, message }: ChangesPageProps) {
  const { t } = useView()
  const { kind, version } = file.dossier
  return (
    <Panel
      lead={t(`dossiers:page.filing.changes_lead.${kind}`)}
      title={t('dossiers:page.filing.changes_own')}
    >
      <form method="post" class="grid gap-5">
        <FormMessage message={message} />
        <FixNote file={file} target="changes" />
        <input type="hidden" name="version" value={version} />
        {changeFields.map((field) => (
          <div key={field}>
            <TextArea
              name={field}
              label={t(`dossiers:page.filing.field.change.${field}`)}
              value={typed[field] ?? ''}
              rows={2}
              maxlength={4000}
            />
            <AuthorLine file={file} field={formField('changes', field)} />
          </div>
        ))}
        <div>
          <Button variant="primary" size="lg" icon="save">
            {t('dossiers:page.filing.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function ChangesRead({ file }: { file: DossierFile }) {
  const { t } = useView()
  const { changes } = file.dossier
  return (
    <>
      <LockedNote file={file} />
      <Panel title={t('dossiers:page.filing.changes_own')}>
        <dl class="grid gap-3">
          {changeFields.map((field) => (
            <div key={field}>
              <dt class="text-sm text-ink-2">{t(`dossiers:page.filing.field.change.${field}`)}</dt>
              <dd class="whitespace-pre-line">
                {changes[field] || '…'}
                <AuthorLine file={file} field={formField('changes', field)} />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  )
}

function PartsThatDiffer({ file, follows }: { file: DossierFile; follows: SnapshotContent }) {
  const view = useView()
  const { t } = view
  const { dossier, self, evidence } = file
  const { registration, report } = dossier
  const now = { ...follows, registration, report, ...self, evidence }
  const parts = changedParts(follows, now).filter((target) => target !== 'changes')
  return (
    <Panel
      title={t('dossiers:page.filing.differs_title', { code: follows.code })}
      lead={parts.length === 0 ? t('dossiers:page.filing.differs_none') : undefined}
    >
      <div class="grid gap-5">
        {parts.map((target) => (
          <section key={target}>
            <h3 class="font-semibold">{partName(target, file.set, view)}</h3>
            <PartChange
              {...{ set: file.set, target, before: follows }}
              after={contentNow(file)}
              label={t('dossiers:page.filing.as_it_is')}
            />
          </section>
        ))}
      </div>
    </Panel>
  )
}
