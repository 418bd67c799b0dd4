import type { ComponentChildren } from 'preact'
import { showDay } from '#platform/dates.ts'
import { Button, EmptyState, Note, Panel, Table, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DecisionFaults, NewDecision } from '../decision-faults.ts'
import { DecisionFields } from './decision-fields.tsx'
import { type WaitingItem, waitingCells } from './waiting-cells.tsx'

/** A decision form that came back: what was typed in it and what is wrong. */
export interface ReturnedForm {
  form: 'recognise' | 'send'
  typed: NewDecision
  faults: DecisionFaults
  chosen: readonly string[]
  /** What is wrong with the whole, as a sentence. */
  message: string
}

export interface SignedDecision {
  id: string
  kind: string
  number: string
  decidedOn: string
  signerName: string
}

interface DecisionsPageProps {
  /** What may be recognised, what may be sent to the centre, what ends without a star, what lies at the centre. */
  recognise: readonly WaitingItem[]
  send: readonly WaitingItem[]
  decline: readonly WaitingItem[]
  reassess: readonly WaitingItem[]
  atCentre: readonly WaitingItem[]
  signed: readonly SignedDecision[]
  /** How a decision's form begins. */
  suggested: NewDecision
  returned?: ReturnedForm | undefined
}

/** What waits for a decision, grouped by what the law lets follow, with the form of each. */
export function DecisionsPage(props: DecisionsPageProps) {
  const { t } = useView()
  const { recognise, send, decline, reassess, atCentre, signed } = props
  const nothing = [recognise, send, decline, reassess, atCentre].every((list) => list.length === 0)
  return (
    <WorkPage title={t('recognition:decisions.title')}>
      <div class="grid gap-6">
        {nothing && (
          <Panel>
            <EmptyState icon="stamp" title={t('recognition:decisions.nothing')}>
              {t('recognition:decisions.nothing_more')}
            </EmptyState>
          </Panel>
        )}
        <DecisionForm {...props} form="recognise" items={recognise} action="/decisions" />
        <DecisionForm {...props} form="send" items={send} action="/decisions/approvals" />
        <Single name="decline" items={decline} resource="non-recognition" variant="danger" />
        <Single name="reassess" items={reassess} resource="reassessment" variant="secondary" />
        <AtCentre items={atCentre} />
        <Signed signed={signed} />
      </div>
    </WorkPage>
  )
}

function DecisionForm(
  props: DecisionsPageProps & { form: 'recognise' | 'send'; items: readonly WaitingItem[]; action: string },
) {
  const { t } = useView()
  const { form, items, action, suggested } = props
  if (items.length === 0) return null
  const returned = props.returned?.form === form ? props.returned : undefined
  const mine = items.some(({ mayDecide }) => mayDecide)
  const first = mine ? [{ label: t('recognition:decisions.choose') }] : []
  return (
    <form method="post" action={action}>
      <Panel
        flush
        title={t(`recognition:decisions.${form}.title`, { count: items.length })}
        lead={t(`recognition:decisions.${form}.lead`)}
      >
        <Table
          caption={t(`recognition:decisions.${form}.title`, { count: items.length })}
          head={[...first, ...waitingHead(t)]}
          rows={items.map((item) => [
            ...(mine ? [<Choice item={item} chosen={returned?.chosen} />] : []),
            ...waitingCells(item, t),
          ])}
        />
        {mine && (
          <div class="border-t border-line p-4 lg:p-5">
            {returned && (
              <Note tone="error" role="alert" class="mb-4">
                {returned.message}
              </Note>
            )}
            <DecisionFields id={form} typed={returned?.typed ?? suggested} faults={returned?.faults ?? {}} />
            <p class="mt-4 text-ink-2">{t(`recognition:decisions.${form}.consequence`)}</p>
            <div class="mt-4">
              <Button type="submit" variant="primary" icon="stamp">
                {t(`recognition:decisions.${form}.action`)}
              </Button>
            </div>
          </div>
        )}
      </Panel>
    </form>
  )
}

function Choice({ item, chosen }: { item: WaitingItem; chosen: readonly string[] | undefined }) {
  const { t } = useView()
  if (!item.mayDecide) return null
  return (
    <input
      type="checkbox"
      class="checkbox checkbox-primary"
      name="dossier"
      value={item.dossierId}
      checked={chosen ? chosen.includes(item.dossierId) : false}
      aria-label={t('recognition:decisions.choose_it', { product: item.productName, code: item.code })}
    />
  )
}

interface SingleProps {
  name: 'decline' | 'reassess'
  items: readonly WaitingItem[]
  resource: string
  variant: 'danger' | 'secondary'
}

function Single({ name, items, resource, variant }: SingleProps) {
  const { t } = useView()
  if (items.length === 0) return null
  const title = t(`recognition:decisions.${name}.title`, { count: items.length })
  const action = (item: WaitingItem): ComponentChildren =>
    item.mayDecide && (
      <form method="post" action={`/dossiers/${item.dossierId}/${resource}`}>
        <Button type="submit" variant={variant} size="sm">
          {t(`recognition:decisions.${name}.action`)}
        </Button>
      </form>
    )
  return (
    <Panel flush title={title} lead={t(`recognition:decisions.${name}.lead`)}>
      <Table
        caption={title}
        head={[...waitingHead(t), { label: '' }]}
        rows={items.map((item) => [...waitingCells(item, t), action(item)])}
      />
    </Panel>
  )
}

function AtCentre({ items }: { items: readonly WaitingItem[] }) {
  const { t } = useView()
  if (items.length === 0) return null
  const title = t('recognition:decisions.at_centre.title', { count: items.length })
  return (
    <Panel flush title={title} lead={t('recognition:decisions.at_centre.lead')}>
      <Table
        caption={title}
        head={[...waitingHead(t), { label: '' }]}
        rows={items.map((item) => [
          ...waitingCells(item, t),
          item.mayDecide && (
            <Button href={`/dossiers/${item.dossierId}/central-result`} size="sm" variant="secondary">
              {t('recognition:decisions.at_centre.action')}
            </Button>
          ),
        ])}
      />
    </Panel>
  )
}

function Signed({ signed }: { signed: readonly SignedDecision[] }) {
  const { t } = useView()
  if (signed.length === 0) return null
  return (
    <Panel flush title={t('recognition:decisions.signed')}>
      <Table
        caption={t('recognition:decisions.signed')}
        head={['number', 'decidedOn', 'kind', 'signerName'].map((name) => ({
          label: t(`recognition:decision.${name}`),
        }))}
        rows={signed.map(({ id, kind, number, decidedOn, signerName }) => [
          <a class="lnk" href={`/decisions/${id}`}>
            {number}
          </a>,
          showDay(decidedOn),
          t(`recognition:kind.${kind}`),
          signerName,
        ])}
      />
    </Panel>
  )
}

function waitingHead(t: ReturnType<typeof useView>['t']) {
  return ['product', 'place', 'result', 'stars'].map((name) => ({ label: t(`recognition:waiting.${name}`) }))
}
