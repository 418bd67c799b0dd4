import { Button, Note, Panel, TextInput, useView } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import type { FrozenReport } from '../report/frozen-report.ts'
import type { ReportContent } from '../report/report-content.ts'
import { AppraisalFrame } from './appraisal-frame.tsx'
import { ReportView } from './report-view.tsx'

export interface SignReportPageProps {
  head: DossierHead
  readsSamples: boolean
  content: ReportContent
  version: number
  photos: readonly { id: string; caption: string }[]
  tests: FrozenReport['tests']
  /** What the report still lacks, by field, as sentences. */
  lacks: Readonly<Record<string, string>>
  typed: { number: string; signature: string }
  faults: Readonly<Record<string, string>>
  message?: string | undefined
}

/** The report once more as it will be frozen, what it still lacks, and where its signer signs. */
export function SignReportPage(props: SignReportPageProps) {
  const { t } = useView()
  const { head, readsSamples, content, photos, tests, message } = props
  const base = `/dossiers/${head.id}/appraisal`
  return (
    <AppraisalFrame
      head={head}
      part="appraisal"
      title={t('appraisal:sign.title')}
      readsSamples={readsSamples}
      actions={
        <Button href={`${base}/draft`} icon="pencil-line">
          {t('appraisal:sign.back')}
        </Button>
      }
    >
      {message && (
        <Note tone="error" role="alert" class="mb-5">
          {message}
        </Note>
      )}
      <ReportView {...{ content, photos, tests, base }} />
      <SignPanel {...props} />
    </AppraisalFrame>
  )
}

function SignPanel({ head, version, lacks, typed, faults, tests }: SignReportPageProps) {
  const { t, actor } = useView()
  const missing = Object.entries(lacks)
  const open = tests.filter(({ state }) => state === 'asked' || state === 'handed_in').length
  if (missing.length > 0)
    return (
      <Panel class="mt-5" title={t('appraisal:sign.lacks')}>
        <ul class="list-disc pl-5">
          {missing.map(([field, fault]) => (
            <li key={field}>
              <a class="lnk" href={`/dossiers/${head.id}/appraisal/draft#f-${field}`}>
                {t(`appraisal:report.field.${field}`)}
              </a>
              : {fault}
            </li>
          ))}
        </ul>
      </Panel>
    )
  return (
    <Panel class="mt-5" title={t('appraisal:sign.sign')} lead={t('appraisal:sign.lead')}>
      {open > 0 && (
        <Note tone="warning" class="mb-4">
          {t('appraisal:sign.open_tests', { count: open })}
        </Note>
      )}
      <form method="post" action={`/dossiers/${head.id}/appraisal/signature`} class="grid gap-4" novalidate>
        <input type="hidden" name="version" value={version} />
        <TextInput
          label={t('appraisal:sign.number')}
          hint={t('appraisal:sign.number_hint')}
          name="number"
          value={typed.number}
          maxlength={100}
          fault={faults.number}
          optional
        />
        <TextInput
          label={t('appraisal:sign.signature')}
          hint={t('appraisal:sign.signature_hint', { name: actor.name })}
          name="signature"
          value={typed.signature}
          autocomplete="off"
          maxlength={200}
          fault={faults.signature}
        />
        <div>
          <Button type="submit" variant="primary" icon="pen-line" class="max-sm:w-full">
            {t('appraisal:sign.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
