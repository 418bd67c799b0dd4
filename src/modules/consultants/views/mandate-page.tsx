import { dayOf, showDay, showMoment } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Note, Panel, showMoney, useView, WorkPage } from '#platform/ui/index.ts'
import type { MandateRatingRow } from '../consultant-tables.ts'
import type { Side } from '../mandate-parts.ts'
import { mandateStanding } from '../mandate-standing.ts'
import type { PlacedMandate } from '../mandate-store.ts'
import { EndForm, RateForm, SignForm } from './mandate-steps.tsx'
import { MandateBadge } from './mandate-table.tsx'
import { RatingLine } from './rating-list.tsx'

/** A step that was refused, with what was typed. */
export interface ReturnedMandate {
  part: 'sign' | 'refuse' | 'end' | 'rate'
  typed: string
  rating?: Readonly<Record<string, string>> | undefined
  faults: Record<string, string>
  message?: string | undefined
}

export interface MandatePageProps {
  mandate: PlacedMandate
  /** On which side the reader is; null for who only reads. */
  side: Side | null
  rating: MandateRatingRow | undefined
  mayRate: boolean
  returned?: ReturnedMandate | undefined
}

/** A mandate: what was agreed, who signed, and what the reader may do with it now. */
export function MandatePage(props: MandatePageProps) {
  const { t, now } = useView()
  const { mandate, side, rating, mayRate, returned } = props
  const standing = mandateStanding(mandate, dayOf(now))
  const awaited = side && standing === 'proposed' && side !== mandate.proposedBy
  return (
    <WorkPage
      title={t('consultants:mandate.title', { code: mandate.code })}
      crumbs={[{ href: '/mandates', label: t('consultants:mandates.title') }, { label: mandate.code }]}
      aside={
        <span class="flex flex-wrap items-center gap-2">
          <MandateBadge mandate={mandate} />
          {mandate.isDemo && <DemoLabel />}
        </span>
      }
      actions={
        <Button href={`/mandates/${mandate.id}/paper.pdf`} icon="printer">
          {t('consultants:mandate.paper')}
        </Button>
      }
    >
      {returned?.message && (
        <Note tone="error" role="alert" class="mb-5">
          {returned.message}
        </Note>
      )}
      <div class="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <AgreedPanel mandate={mandate} />
        <div class="space-y-5">
          {awaited && <SignForm {...props} />}
          <SignaturesPanel mandate={mandate} />
          {mayRate && <RateForm {...props} />}
          {rating && (side === 'producer' || side === null) && (
            <Panel title={t('consultants:rating.given')}>
              <RatingLine rating={rating} />
              {rating.words && <p class="mt-2 whitespace-pre-line">{rating.words}</p>}
            </Panel>
          )}
          {side && standing === 'proposed' && <EndForm {...props} part="refuse" />}
          {side && (standing === 'in_force' || standing === 'ahead') && <EndForm {...props} part="end" />}
        </div>
      </div>
    </WorkPage>
  )
}

function AgreedPanel({ mandate }: { mandate: PlacedMandate }) {
  const { t, locale } = useView()
  const { content, fromOn, toOn, fee, payer } = mandate
  const field = (name: string) => t(`consultants:mandate.field.${name}`)
  const paid = payer
    ? `${showMoney(fee, locale)}, ${t(`consultants:payer.${payer}`).toLowerCase()}`
    : t('consultants:mandate.free')
  return (
    <Panel title={t('consultants:mandate.agreed')}>
      <Facts
        items={[
          [t('consultants:mandate.producer'), content.producer.name],
          [t('consultants:mandate.consultant'), content.consultant.name],
          [
            field('productIds'),
            content.products.map(({ name }) => name).join('; ') || t('consultants:mandate.whole'),
          ],
          [field('parts'), mandate.parts.map((part) => t(`consultants:part.${part}`)).join('; ')],
          [t('consultants:mandate.term_short'), `${showDay(fromOn)} – ${showDay(toOn)}`],
          [field('fee'), paid],
          ...(mandate.payerNote ? [[field('payerNote'), mandate.payerNote] as const] : []),
        ]}
      />
      <h3 class="mt-4 text-base font-semibold">{field('work')}</h3>
      <p class="whitespace-pre-line">{mandate.work}</p>
      <Note tone="info" class="mt-4">
        {t('consultants:mandate.submits')}
      </Note>
    </Panel>
  )
}

function SignaturesPanel({ mandate }: { mandate: PlacedMandate }) {
  const { t } = useView()
  const { producerSigner, producerSignedAt, consultantSigner, consultantSignedAt, digest } = mandate
  const line = (side: Side, name: string | null, at: Date | null) =>
    [
      t(`consultants:mandate.${side}`),
      name && at ? `${name}, ${showMoment(at)}` : t('consultants:sign.not_yet'),
    ] as const
  const ended = mandate.endedOn && {
    day: mandate.endedOn,
    who: t(`consultants:ended_by.${mandate.endedBy}`),
    reason: mandate.endReason,
  }
  return (
    <Panel title={t('consultants:sign.signatures')}>
      <Facts
        items={[
          line('producer', producerSigner, producerSignedAt),
          line('consultant', consultantSigner, consultantSignedAt),
        ]}
      />
      <p class="mt-3 text-sm text-ink-2">
        {t('consultants:sign.digest')} <code class="break-all">{digest}</code>
      </p>
      {ended && (
        <Note tone="warning" class="mt-4">
          {t(
            mandate.state === 'refused' ? 'consultants:mandate.was_refused' : 'consultants:mandate.was_ended',
            ended,
          )}
        </Note>
      )}
    </Panel>
  )
}
