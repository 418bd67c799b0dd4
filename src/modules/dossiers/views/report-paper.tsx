import { showDay } from '#platform/dates.ts'
import { Facts, Panel, showMoney, useView } from '#platform/ui/index.ts'
import { formField } from '../field-author.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import type { ReportField } from '../report.ts'
import { AuthorLine } from './author-line.tsx'

interface ReportPaperProps {
  file: DossierFile
  seesSensitive: boolean
}

/** Form 02, parts I, II and IV, as it is read. */
export function ReportPaper({ file, seesSensitive }: ReportPaperProps) {
  const { t, locale } = useView()
  const { report } = file.dossier
  const label = (field: ReportField) => t(`dossiers:page.filing.field.${field}`)
  const money = (text: string | undefined) => (text ? showMoney(Number(text), locale) : '…')
  const listed = (group: 'papers' | 'rights') =>
    (report[group] ?? []).map((one) => t(`dossiers:page.filing.${group}.${one}`)).join(', ') || '…'
  const line = (field: ReportField, value: string) =>
    [
      label(field),
      <span key={field}>
        {value}
        <AuthorLine file={file} field={formField('report', field)} />
      </span>,
    ] as const
  const { representativeGender: gender, representativeEthnicity, foundedOn } = report
  const sensitive = [
    [label('representativeGender'), gender ? t(`dossiers:page.filing.gender.${gender}`) : '…'],
    [label('representativeEthnicity'), representativeEthnicity || '…'],
  ] as const
  return (
    <div class="grid max-w-3xl gap-5">
      <Panel title={t('dossiers:page.filing.report_part.general')}>
        <Facts
          items={[
            ...(seesSensitive ? sensitive : []),
            line('foundedOn', foundedOn ? showDay(foundedOn) : '…'),
            line('registrationNumber', report.registrationNumber || '…'),
            line('papers', listed('papers')),
            line('rights', listed('rights')),
          ]}
        />
        <Texts file={file} fields={['history', 'organisation']} />
      </Panel>
      <Panel title={t('dossiers:page.filing.report_part.results')}>
        <Texts file={file} fields={['materialArea', 'technology', 'quality', 'market']} />
        <Facts items={[line('revenue', money(report.revenue)), line('profit', money(report.profit))]} />
      </Panel>
      <Panel title={t('dossiers:page.filing.report_part.plan')}>
        <Texts file={file} fields={['planAhead']} />
      </Panel>
    </div>
  )
}

type TextField =
  | 'history'
  | 'organisation'
  | 'materialArea'
  | 'technology'
  | 'quality'
  | 'market'
  | 'planAhead'

function Texts({ file, fields }: { file: DossierFile; fields: readonly TextField[] }) {
  const { t } = useView()
  return (
    <>
      {fields.map((field) => (
        <section key={field} class="my-3">
          <h3 class="text-base font-semibold">{t(`dossiers:page.filing.field.${field}`)}</h3>
          <p class="whitespace-pre-line">{file.dossier.report[field] || '…'}</p>
          <AuthorLine file={file} field={formField('report', field)} />
        </section>
      ))}
    </>
  )
}
