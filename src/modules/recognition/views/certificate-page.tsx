import type { ComponentChildren } from 'preact'
import { showDay } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Note,
  Panel,
  RadioGroup,
  StarBadge,
  type StarBadgeProps,
  TextArea,
  Timeline,
  WorkPage,
} from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DecisionFaults, NewDecision } from '../decision-faults.ts'
import { revocationGrounds } from '../recognition-tables.ts'
import { DecisionFields } from './decision-fields.tsx'

export interface RevocationForm {
  typed: NewDecision & { ground: string; reason: string }
  faults: DecisionFaults
  /** What is wrong with the whole, as a sentence. */
  message?: string | undefined
}

export interface CertificateView {
  id: string
  number: string
  code: string
  isDemo: boolean
  star: StarBadgeProps
  productName: string
  productHref: string
  producerName: string
  place: string
  productCode: string | null
  dossierId: string | null
  decision: { id: string | null; number: string; decidedOn: string; signerName: string; signerPost: string }
  issuedOn: string
  expiresOn: string
  revocation: { number: string; revokedOn: string; ground: string; reason: string } | null
  history: readonly { title: string; at: string; tone: 'success' | 'error' }[]
}

/** One certificate for officials, with the form that revokes it for who may. */
export function CertificatePage({
  certificate,
  form,
  children,
}: {
  certificate: CertificateView
  form: RevocationForm | null
  /** What else is to be known of it, above its facts. */
  children?: ComponentChildren
}) {
  const { t } = useView()
  const { number, code, star, isDemo, history } = certificate
  return (
    <WorkPage
      title={t('recognition:certificate.title', { number })}
      crumbs={[{ href: '/certificates', label: t('recognition:certificates.title') }, { label: number }]}
      aside={isDemo && <DemoLabel />}
      actions={
        <>
          <Button href={`/v/${code}`} icon="shield-check">
            {t('recognition:certificate.truth')}
          </Button>
          <Button href={`/v/${code}/certificate.pdf`} icon="file-badge">
            {t('recognition:certificate.pdf')}
          </Button>
        </>
      }
    >
      <div class="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div class="grid gap-6">
          {children}
          <Panel>
            <p class="mb-4">
              <StarBadge {...star} size="lg" />
            </p>
            <Facts items={factsOf(certificate, t)} />
          </Panel>
          {form && <Revoke id={certificate.id} form={form} />}
        </div>
        <Panel title={t('recognition:certificate.history')}>
          <Timeline items={history} />
        </Panel>
      </div>
    </WorkPage>
  )
}

type Fact = [ComponentChildren, ComponentChildren]

function factsOf(certificate: CertificateView, t: ReturnType<typeof useView>['t']): Fact[] {
  const { decision, dossierId, productCode } = certificate
  const signed = { number: decision.number, day: showDay(decision.decidedOn) }
  return [
    [
      t('recognition:certificate.product'),
      <a class="lnk" href={certificate.productHref}>
        {certificate.productName}
      </a>,
    ],
    [t('recognition:certificate.producer'), certificate.producerName],
    [t('recognition:fact.place'), certificate.place],
    ...(productCode ? [[t('recognition:fact.product_code'), productCode] satisfies Fact] : []),
    [
      t('recognition:fact.decision'),
      decision.id ? (
        <a class="lnk" href={`/decisions/${decision.id}`}>
          {t('recognition:fact.decision_value', signed)}
        </a>
      ) : (
        t('recognition:fact.decision_value', signed)
      ),
    ],
    [t('recognition:fact.authority'), `${decision.signerName}, ${decision.signerPost}`],
    [t('recognition:certificate.code'), certificate.code],
    [t('recognition:certificate.issued_on'), showDay(certificate.issuedOn)],
    [t('recognition:certificate.expires_on'), showDay(certificate.expiresOn)],
    ...(dossierId
      ? [[t('recognition:certificate.dossier'), <DossierLink id={dossierId} />] satisfies Fact]
      : []),
    ...revocationFacts(certificate, t),
  ]
}

function DossierLink({ id }: { id: string }) {
  const { t } = useView()
  return (
    <a class="lnk" href={`/dossiers/${id}`}>
      {t('recognition:certificate.open_dossier')}
    </a>
  )
}

function revocationFacts({ revocation }: CertificateView, t: ReturnType<typeof useView>['t']): Fact[] {
  if (!revocation) return []
  return [
    [t('recognition:fact.revoked_on'), showDay(revocation.revokedOn)],
    [t('recognition:fact.revoking_decision'), revocation.number],
    [t('recognition:fact.ground'), t(`recognition:ground.${revocation.ground}`)],
    [t('recognition:revoke.reason'), revocation.reason],
  ]
}

function Revoke({ id, form: { typed, faults, message } }: { id: string; form: RevocationForm }) {
  const { t } = useView()
  return (
    <Panel title={t('recognition:revoke.title')} lead={t('recognition:revoke.lead')} id="revocation">
      <form method="post" action={`/certificates/${id}/revocation`} class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <RadioGroup
          label={t('recognition:revoke.ground')}
          name="ground"
          value={typed.ground}
          required
          options={revocationGrounds.map((ground) => ({
            value: ground,
            label: t(`recognition:ground.${ground}`),
          }))}
        />
        <TextArea
          label={t('recognition:revoke.reason')}
          hint={t('recognition:revoke.reason_hint')}
          name="reason"
          value={typed.reason}
          required
          maxlength={2000}
        />
        <DecisionFields id="revoke" typed={typed} faults={faults} />
        <Note tone="warning">{t('recognition:revoke.consequence')}</Note>
        <div>
          <Button type="submit" variant="danger" icon="ban">
            {t('recognition:revoke.action')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
