import { Icon, Panel, useView, ViewingArea } from '#platform/ui/index.ts'
import { criterionTarget, paperTarget } from '../fix-target.ts'
import { type PaperKind, paperKinds } from '../paper-kinds.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { DossierFrame } from './dossier-frame.tsx'
import { EvidenceFiles } from './evidence-files.tsx'
import { FixNote, LockedNote } from './form-notes.tsx'
import { partHref, partName } from './part-name.ts'
import { type ReturnedUpload, UploadForm } from './upload-form.tsx'

interface EvidencePageProps {
  file: DossierFile
  returned?: ReturnedUpload | undefined
}

/** The evidence of a dossier: the fifteen rows of Form 02's table, then what proves single criteria. */
export function EvidencePage({ file, returned }: EvidencePageProps) {
  const { t } = useView()
  const mayEditAny = paperKinds.some((kind) => file.mayEditFiles(paperTarget(kind)))
  return (
    <DossierFrame file={file} part="evidence" title={t('dossiers:page.dossier.part.evidence')}>
      {!mayEditAny && <LockedNote file={file} />}
      <ViewingArea>
        <Panel
          flush
          title={t('dossiers:page.filing.evidence_table')}
          lead={t('dossiers:page.filing.evidence_lead')}
        >
          <ol>
            {paperKinds.map((kind, place) => (
              <PaperRow key={kind} {...{ file, kind, returned }} no={place + 1} />
            ))}
          </ol>
        </Panel>
        <CriterionEvidence file={file} />
      </ViewingArea>
    </DossierFrame>
  )
}

interface PaperRowProps extends EvidencePageProps {
  kind: PaperKind
  no: number
}

function PaperRow({ file, kind, no, returned }: PaperRowProps) {
  const { t } = useView()
  const target = paperTarget(kind)
  const given = file.evidence.filter(({ paperKind }) => paperKind === kind)
  const back = returned?.paperKind === kind ? returned : undefined
  const mayEdit = file.mayEditFiles(target)
  return (
    <li id={`giay-${kind}`} class="border-b border-line p-4 last:border-b-0 lg:px-5">
      <h3 class="text-base font-semibold">
        {no}. {t(`dossiers:paper.${kind}`)}
      </h3>
      <FixNote file={file} target={target} />
      {given.length > 0 ? (
        <EvidenceFiles file={file} evidence={given} removable={mayEdit} />
      ) : (
        !mayEdit && <p class="text-ink-2">{t('dossiers:page.filing.no_file')}</p>
      )}
      {mayEdit && (
        <p class="mt-1">
          <a
            class="lnk inline-flex min-h-11 items-center gap-2"
            href={`/dossiers/${file.dossier.id}/citations?paper=${kind}`}
          >
            <Icon name="link" />
            {t('dossiers:page.vault.cite')}
          </a>
        </p>
      )}
      {mayEdit && (
        <details class="mt-0" open={back !== undefined}>
          <summary class="lnk inline-flex min-h-11 cursor-pointer items-center">
            {t('dossiers:page.filing.add_file')}
          </summary>
          <UploadForm {...{ file, kind, back }} />
        </details>
      )}
    </li>
  )
}

function CriterionEvidence({ file }: { file: DossierFile }) {
  const view = useView()
  const { t } = view
  const { evidence, set, dossier } = file
  const criteria = [...new Set(evidence.flatMap(({ criterion }) => criterion ?? []))]
  if (criteria.length === 0) return null
  return (
    <Panel flush class="mt-5" title={t('dossiers:page.filing.evidence_by_criterion')}>
      <ul>
        {criteria.map((code) => (
          <li key={code} class="border-b border-line p-4 last:border-b-0 lg:px-5">
            <a class="lnk" href={partHref(criterionTarget(code), dossier.id, set)}>
              {partName(criterionTarget(code), set, view)}
            </a>
            <EvidenceFiles
              file={file}
              evidence={evidence.filter(({ criterion }) => criterion === code)}
              removable={false}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
