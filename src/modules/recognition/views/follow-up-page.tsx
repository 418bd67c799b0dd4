import type { ComponentChildren } from 'preact'
import { showDay } from '#platform/dates.ts'
import {
  Button,
  Facts,
  Note,
  Panel,
  StarBadge,
  type StarBadgeProps,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { FollowUpKind, Opening } from '../openings.ts'

export interface FollowUpPageProps {
  productId: string
  productName: string
  certificateNumber: string
  expiresOn: string
  star: StarBadgeProps
  openings: Record<FollowUpKind, Opening>
  underWay: { id: string; code: string } | undefined
  /** The last dossier is kept here, so that the new one can begin with it. */
  hasDossier: boolean
  message?: string | undefined
  /** What else is to be known of the certificate. */
  children?: ComponentChildren
}

const kinds = ['reassessment', 'upgrade'] as const

/** What may be filed next for a product with a star, from when until when, and why not. */
export function FollowUpPage(props: FollowUpPageProps) {
  const { t } = useView()
  const {
    productId,
    productName,
    certificateNumber,
    expiresOn,
    star,
    openings,
    underWay,
    hasDossier,
    message,
  } = props
  const back = { href: `/products/${productId}`, label: productName }
  return (
    <WorkPage
      title={t('recognition:follow_up.title')}
      crumbs={[back, { label: t('recognition:follow_up.title') }]}
    >
      <div class="grid max-w-3xl gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel title={productName}>
          <p class="mb-4">
            <StarBadge {...star} size="lg" />
          </p>
          <Facts
            items={[
              [t('recognition:follow_up.certificate'), certificateNumber],
              [t('recognition:certificate.expires_on'), showDay(expiresOn)],
            ]}
          />
        </Panel>
        {props.children}
        {underWay && <UnderWay {...underWay} />}
        {!underWay &&
          kinds.map((kind) => <Kind key={kind} kind={kind} opening={openings[kind]} productId={productId} />)}
        {!underWay && (
          <p class="text-ink-2">
            {t(hasDossier ? 'recognition:follow_up.begins' : 'recognition:follow_up.anew')}
          </p>
        )}
      </div>
    </WorkPage>
  )
}

function UnderWay({ id, code }: { id: string; code: string }) {
  const { t } = useView()
  return (
    <Panel
      title={t('recognition:follow_up.under_way', { code })}
      lead={t('recognition:follow_up.under_way_lead')}
    >
      <Button href={`/dossiers/${id}`} variant="primary" icon="folder-open">
        {t('recognition:follow_up.to_dossier')}
      </Button>
    </Panel>
  )
}

function Kind({ kind, opening, productId }: { kind: FollowUpKind; opening: Opening; productId: string }) {
  const { t } = useView()
  const shut = opening.open ? undefined : opening.why
  const facts = 'opensOn' in opening ? { from: opening.opensOn, to: opening.closesOn } : {}
  return (
    <Panel title={t(`dossiers:kind.${kind}`)} lead={t(`recognition:follow_up.lead.${kind}`)}>
      {opening.open ? (
        <form
          method="post"
          action={`/products/${productId}/follow-up`}
          class="flex flex-wrap items-center gap-4"
        >
          <input type="hidden" name="kind" value={kind} />
          <Button variant="primary" icon="file-plus">
            {t(`recognition:follow_up.open.${kind}`)}
          </Button>
          {opening.closesOn && (
            <span class="text-ink-2">{t('recognition:follow_up.until', { day: opening.closesOn })}</span>
          )}
        </form>
      ) : (
        <p>{t(`recognition:follow_up.why.${shut}`, facts)}</p>
      )}
    </Panel>
  )
}
