import { dayOf, showDay } from '#platform/dates.ts'
import { Button, Facts, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { CriteriaSet } from '../criteria-set.ts'
import type { IntegrityReport } from '../integrity.ts'
import { type SetState, SetStateBadge } from './criteria-sets-admin-page.tsx'
import { FindingTable } from './finding-table.tsx'
import { PublicationForm } from './publication-form.tsx'
import { nameIn, textIn } from './wording.ts'

interface CriteriaSetReportPageProps {
  set: CriteriaSet
  report: IntegrityReport
  state: SetState
  digest: string
  /** Whether this person may prepare and publish. */
  mayTend: boolean
  publication?: { acceptedBy: string; publishedAt: Date } | undefined
  accepted: readonly string[]
  fault: string | undefined
}

/** The integrity report of a sheet, and the form by which a person accepts its anomalies and publishes it. */
export function CriteriaSetReportPage(props: CriteriaSetReportPageProps) {
  const { set, report, state, digest, mayTend, accepted, fault } = props
  const { t, locale } = useView()
  const title = t('regulation:set.name', { no: set.productSetNo, name: nameIn(locale, set) })
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/admin/criteria-sets', label: t('regulation:admin.title') }, { label: title }]}
      aside={<SetStateBadge state={state} />}
      actions={
        state === 'published' ? (
          <Button href={`/bo-tieu-chi/${set.id}`}>{t('regulation:admin.public_page')}</Button>
        ) : undefined
      }
    >
      <div class="grid gap-5">
        <ReportPanel {...props} />
        <FindingTable report={report} />
        {state === 'absent' && <Note tone="info">{t('regulation:admin.draft_note')}</Note>}
        {mayTend && state !== 'published' && <PrepareForm id={set.id} again={state === 'draft'} />}
        {mayTend && state === 'draft' ? (
          <PublicationForm {...{ set, digest, accepted, fault }} />
        ) : (
          <Panel title={t('regulation:page.anomalies')}>
            {set.anomalies.length === 0 && <p>{t('regulation:admin.none')}</p>}
            <Facts items={set.anomalies.map((one) => [one.key, `${one.at}: ${textIn(locale, one)}`])} />
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

function ReportPanel({ set, report, digest, publication }: CriteriaSetReportPageProps) {
  const { t } = useView()
  const published = publication && [
    [t('regulation:admin.accepted_by'), publication.acceptedBy] as const,
    [t('regulation:set.published'), showDay(dayOf(publication.publishedAt))] as const,
  ]
  return (
    <Panel title={t('regulation:admin.report')}>
      <Facts
        items={[
          [t('regulation:set.decision'), set.decision],
          [t('regulation:admin.criteria'), String(report.criteria)],
          [t('regulation:admin.options'), String(report.options)],
          [t('regulation:admin.reachable'), String(report.reachable)],
          [t('regulation:admin.marks'), Object.values(report.marks).join(', ')],
          [
            t('regulation:set.digest'),
            <code key="digest" class="break-all text-sm">
              {digest}
            </code>,
          ],
          ...(published ?? []),
        ]}
      />
    </Panel>
  )
}

function PrepareForm({ id, again }: { id: string; again: boolean }) {
  const { t } = useView()
  return (
    <form method="post" action={`/admin/criteria-sets/${id}/draft`}>
      <Button variant={again ? 'plain' : 'primary'}>
        {t(again ? 'regulation:admin.prepare_again' : 'regulation:admin.prepare')}
      </Button>
    </form>
  )
}
