import { legalDay } from '#platform/dates.ts'
import { DemoLabel, Facts, Panel, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { CommuneReport } from '../commune-contents.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import type { Registration } from '../registration.ts'
import { FindingList } from './finding-list.tsx'
import { FormDownloads } from './form-downloads.tsx'

interface CommuneReportPageProps {
  head: DossierHead
  registration: Partial<Registration>
  report: CommuneReport
  communeName: string
  assessedOn: string
  /** "05/BC-OCOP" */
  reportNumber: string
}

/** Form 03 to print and sign: the producer, the four contents, what the commune proposes. */
export function CommuneReportPage(props: CommuneReportPageProps) {
  const { t } = useView()
  const { head, registration, report, communeName, assessedOn, reportNumber } = props
  const fact = (name: string) => t(`dossiers:page.desk.form03.${name}`)
  return (
    <WorkPage
      title={fact('title')}
      crumbs={[{ href: `/dossiers/${head.id}`, label: head.productName }, { label: fact('short') }]}
      actions={
        <div class="grid gap-2">
          <FormDownloads dossierId={head.id} form="mau-03" named={fact('report')} />
          <FormDownloads dossierId={head.id} form="cong-van" named={fact('letter')} />
        </div>
      }
      aside={head.isDemo ? <DemoLabel /> : undefined}
    >
      <Panel class="mx-auto max-w-3xl">
        <div class="mb-6 grid gap-3 text-center sm:grid-cols-2">
          <p>
            <b class="uppercase">{t('dossiers:page.desk.form03.committee', { name: communeName })}</b>
            <span class="block">{t('dossiers:page.desk.form03.number', { number: reportNumber })}</span>
          </p>
          <p>
            <b class="block uppercase">{fact('country')}</b>
            <b>{fact('motto')}</b>
            <span class="block italic">
              {t('dossiers:page.desk.form03.place', {
                place: placeOf(communeName),
                day: legalDay(assessedOn),
              })}
            </span>
          </p>
        </div>
        <section class="space-y-2">
          <h2 class="text-lg">{fact('producer')}</h2>
          <Facts
            items={[
              [fact('producer_name'), head.producerName],
              [
                fact('representative'),
                [registration.representativeName, registration.representativePost].filter(Boolean).join(', '),
              ],
              [fact('address'), registration.address ?? ''],
              [fact('phone'), registration.phone ?? ''],
              [fact('product'), head.productName],
              [fact('product_code'), head.productCode ?? ''],
              [fact('kind'), t(`dossiers:kind.${head.kind}`)],
              [fact('receipt'), head.number],
            ]}
          />
        </section>
        <section class="mt-6 space-y-2">
          <h2 class="text-lg">{fact('contents')}</h2>
          <FindingList report={report} />
        </section>
        <section class="mt-6 space-y-2">
          <h2 class="text-lg">{fact('proposal')}</h2>
          <p class="whitespace-pre-line">{report.proposal}</p>
        </section>
        <p class="mt-8 ml-auto w-fit pb-20 text-center">
          <b class="block uppercase">{fact('signer')}</b>
          <span class="text-sm italic">{fact('sign_here')}</span>
        </p>
      </Panel>
      <p class="noprint mt-3 text-center text-sm text-ink-2">{fact('print')}</p>
    </WorkPage>
  )
}

/** “Xã Tà Xùa” is signed in “Tà Xùa”. */
function placeOf(communeName: string): string {
  return communeName.replace(/^(Xã|Phường|Thị trấn|Đặc khu)\s+/u, '')
}
