import { Button, EvidenceChip, FileInput, useView } from '#platform/ui/index.ts'
import { citeGo, filesName } from '../assessment-form.ts'
import { evidenceField } from '../field-author.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { acceptedFiles } from './accepted-files.ts'
import { AuthorLine } from './author-line.tsx'

interface CriterionFilesProps {
  file: DossierFile
  code: string
  mayEdit: boolean
}

/** What proves an answer: the files given, each of which can be taken out, and more to choose, sent with the answers. */
export function CriterionFiles({ file, code, mayEdit }: CriterionFilesProps) {
  const { t } = useView()
  const given = file.evidence.filter(({ criterion }) => criterion === code)
  return (
    <div class="mt-3">
      {given.length > 0 && (
        <ul class="flex flex-wrap gap-2" aria-label={t('dossiers:page.filing.evidence_of', { code })}>
          {given.map(({ id, dossierId, title, contentType, paperId, pages }) => (
            <li key={id} class="flex flex-wrap items-center gap-1">
              <EvidenceChip
                href={`/dossiers/${dossierId}/evidence/${id}`}
                label={pages.length > 1 ? t('dossiers:page.vault.paged', { title, n: pages.length }) : title}
                bad={file.weak.some((one) => one.paperId === paperId)}
                kind={contentType.startsWith('image/') ? 'picture' : 'paper'}
                file={{ contentType, pages: pages.length }}
              />
              {mayEdit && (
                <Button
                  variant="ghost"
                  size="sm"
                  icon="trash-2"
                  name="remove"
                  value={id}
                  label={t('dossiers:page.filing.remove_file', { title })}
                />
              )}
              <AuthorLine file={file} field={evidenceField(id)} />
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <p class="mt-2">
          <Button variant="ghost" icon="link" class="-ml-4" name="go" value={citeGo(code)}>
            {t('dossiers:page.vault.cite')}
          </Button>
        </p>
      )}
      {mayEdit && (
        <details>
          <summary class="lnk inline-flex min-h-11 cursor-pointer items-center">
            {t('dossiers:page.filing.add_file')}
          </summary>
          <FileInput
            label={t('dossiers:page.filing.files_of', { code })}
            name={filesName(code)}
            accept={acceptedFiles}
            hint={t('dossiers:page.filing.files_hint')}
            multiple
            resumable
          />
        </details>
      )}
    </div>
  )
}
