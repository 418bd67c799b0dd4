import { fold } from '#platform/db/fold.ts'
import { Fault } from '#platform/ui/field.tsx'
import {
  Button,
  FileInput,
  Panel,
  RadioGroup,
  SearchInput,
  TextInput,
  useView,
  ViewingArea,
  viewable,
} from '#platform/ui/index.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import { targetsOf } from '../../evidence-place.ts'
import { acceptedFiles } from '../../views/accepted-files.ts'
import { DossierFrame } from '../../views/dossier-frame.tsx'
import { FixNote } from '../../views/form-notes.tsx'
import { partName } from '../../views/part-name.ts'
import type { Citable, Citing } from '../read-citing.ts'
import { PaperStanding } from './paper-words.tsx'

/** What could not be cited: everything that was chosen, and why not. */
export interface ReturnedCiting {
  paperIds: readonly string[]
  sent: readonly SentFile[]
  as: string
  title: string
  fault: string
  /** At which of the two forms the fault is. */
  at: 'papers' | 'files'
}

interface CitingPageProps extends Citing {
  q: string
  returned: ReturnedCiting | undefined
  back: string
}

/** Papers of the vault to choose from for one place of a dossier; beneath, a new one to bring in. */
export function CitingPage({ file, place, papers, q, returned, back }: CitingPageProps) {
  const view = useView()
  const { t } = view
  const [target = ''] = targetsOf(place)
  const query = new URLSearchParams(
    place.criterion ? { criterion: place.criterion } : { paper: place.paperKind ?? '' },
  )
  const here = `/dossiers/${file.dossier.id}/citations?${query}`
  return (
    <DossierFrame
      file={file}
      part={place.criterion ? 'self_assessment' : 'evidence'}
      title={t('dossiers:page.vault.cite_title')}
      actions={<Button href={back}>{t('dossiers:page.vault.back')}</Button>}
    >
      <p class="mb-4 text-lg">
        {t(`dossiers:page.vault.cite_for_${place.criterion ? 'criterion' : 'paper'}`, {
          name: partName(target, file.set, view),
        })}
      </p>
      <FixNote file={file} target={target} />
      <ViewingArea>
        <FromVault {...{ file, place, papers, q, returned, here }} />
        <Anew {...{ here, returned }} />
      </ViewingArea>
    </DossierFrame>
  )
}

type VaultProps = Pick<CitingPageProps, 'file' | 'place' | 'papers' | 'q' | 'returned'> & { here: string }

function FromVault({ file, place, papers, q, returned, here }: VaultProps) {
  const { t } = useView()
  const words = fold(q).split(' ')
  const said = ({ paper }: Citable) =>
    fold(
      [paper.title, paper.number, paper.issuer, t(`producers:paper.${paper.kind}`)].filter(Boolean).join(' '),
    )
  // What was chosen stays in sight whatever is searched for.
  const found = papers.filter(
    (one) => returned?.paperIds.includes(one.paper.id) || words.every((word) => said(one).includes(word)),
  )
  const groups = [
    ['fitting', found.filter(({ fits }) => fits)],
    ['others', found.filter(({ fits }) => !fits)],
  ] as const
  const field = place.criterion ? ['criterion', place.criterion] : ['paper', place.paperKind ?? '']
  return (
    <Panel title={t('dossiers:page.vault.title')} lead={t('dossiers:page.vault.lead')}>
      {papers.length > 6 && (
        <search class="mb-4 block">
          <form method="get" class="flex flex-wrap gap-3">
            <input type="hidden" name={field[0]} value={field[1]} />
            <SearchInput
              label={t('dossiers:page.desk.search')}
              placeholder={t('dossiers:page.vault.search_in')}
              value={q}
            />
            <Button type="submit">{t('dossiers:page.desk.filter')}</Button>
          </form>
        </search>
      )}
      {papers.length === 0 && <p class="text-ink-2">{t('dossiers:page.vault.vault_empty')}</p>}
      {papers.length > 0 && found.length === 0 && (
        <p class="text-ink-2">{t('dossiers:page.vault.not_found')}</p>
      )}
      {found.length > 0 && (
        <form method="post" action={here} class="space-y-4">
          {groups.map(
            ([name, members]) =>
              members.length > 0 && (
                <fieldset key={name}>
                  <legend class="font-semibold">{t(`dossiers:page.vault.${name}`)}</legend>
                  <ul class="divide-y divide-line">
                    {members.map((one) => (
                      <Choice
                        key={one.paper.id}
                        one={one}
                        dossierId={file.dossier.id}
                        chosen={returned?.paperIds.includes(one.paper.id) ?? false}
                      />
                    ))}
                  </ul>
                </fieldset>
              ),
          )}
          <Fault id="f-paper-fault" fault={returned?.at === 'papers' ? returned.fault : undefined} />
          <Button variant="primary" icon="link">
            {t('dossiers:page.vault.cite_chosen')}
          </Button>
        </form>
      )}
    </Panel>
  )
}

function Choice({
  one: { paper, status, isCited },
  dossierId,
  chosen,
}: {
  one: Citable
  dossierId: string
  chosen: boolean
}) {
  const { t } = useView()
  const kind = t(`producers:paper.${paper.kind}`)
  const facts = [paper.title && kind, paper.number, paper.issuer].filter(Boolean).join(' · ')
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <label class="flex min-h-11 min-w-0 flex-1 basis-64 items-center gap-3">
        <input
          type="checkbox"
          class="checkbox checkbox-primary shrink-0"
          name="paper"
          value={paper.id}
          checked={chosen || isCited}
          disabled={isCited}
        />
        <span class="min-w-0">
          <span class="block break-words font-medium">{paper.title || kind}</span>
          {facts && <span class="block text-sm text-ink-2">{facts}</span>}
          {isCited && <span class="block text-sm text-ink-2">{t('dossiers:page.vault.cited_here')}</span>}
        </span>
      </label>
      <span class="flex flex-wrap items-center gap-3">
        <PaperStanding status={status} validTo={paper.validTo} />
        <a
          class="lnk inline-flex min-h-11 items-center"
          href={`/dossiers/${dossierId}/papers/${paper.id}`}
          {...viewable(paper.pages[0]?.contentType ?? '', paper.pages.length)}
          data-title={paper.title || kind}
        >
          {t('producers:papers.open')}
        </a>
      </span>
    </li>
  )
}

function Anew({ here, returned }: { here: string; returned: ReturnedCiting | undefined }) {
  const { t } = useView()
  return (
    <Panel
      class="mt-5"
      title={t('dossiers:page.vault.upload_new')}
      lead={t('dossiers:page.vault.upload_new_lead')}
    >
      <form method="post" action={here} enctype="multipart/form-data" class="max-w-2xl space-y-4">
        <FileInput
          label={t('dossiers:page.filing.file')}
          name="files"
          accept={acceptedFiles}
          hint={t('dossiers:page.filing.file_hint')}
          fault={returned?.at === 'files' ? returned.fault : undefined}
          sent={returned?.sent}
          multiple
          resumable
          required
        />
        <TextInput
          label={t('dossiers:page.filing.file_title')}
          name="title"
          value={returned?.title ?? ''}
          maxlength={200}
          optional
        />
        <RadioGroup
          label={t('dossiers:page.vault.files_are')}
          name="as"
          value={returned?.as ?? 'papers'}
          options={(['papers', 'pages'] as const).map((value) => ({
            value,
            label: t(`dossiers:page.vault.as.${value}`),
          }))}
        />
        <Button variant="secondary" icon="upload">
          {t('dossiers:page.filing.attach')}
        </Button>
      </form>
    </Panel>
  )
}
