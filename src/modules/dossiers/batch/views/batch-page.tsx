import { refusalWords } from '#platform/text/refusal-words.ts'
import {
  Button,
  EmptyState,
  Note,
  Panel,
  Select,
  Table,
  TextArea,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { roundName } from '../../rounds/round-words.ts'
import type { BatchStep } from '../batch-steps.ts'
import type { BatchSubject, PlannedLine } from '../plan-batch.ts'

interface BatchPageProps {
  batchId: string
  step: BatchStep
  lines: readonly PlannedLine[]
  colleagues: readonly { id: string; name: string }[]
  typed: { personId: string; note: string; toRoundId: string }
  faults: { personId?: string | undefined; note?: string | undefined }
  /** How many at most; null where nothing was left out. */
  most: number | null
}

/** Before several dossiers are dealt with at once: which will be, which will not and why. */
export function BatchPage(props: BatchPageProps) {
  const { t } = useView()
  const { step, lines, most } = props
  const title = t(`batch:title.${step}`)
  const open = lines.filter(({ refusal }) => refusal === null)
  const refused = lines.filter(({ refusal }) => refusal !== null)
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/desk', label: t('dossiers:page.desk.desk') }, { label: title }]}
    >
      {lines.length === 0 && (
        <Panel>
          <EmptyState
            icon="inbox"
            title={t('batch:none')}
            action={<Button href="/desk">{t('batch:back')}</Button>}
          >
            {t('batch:none_text')}
          </EmptyState>
        </Panel>
      )}
      <div class="space-y-6">
        {most !== null && <Note tone="warning">{t('batch:too_many', { most })}</Note>}
        {open.length > 0 && (
          <>
            <Panel flush title={t(`batch:will.${step}`, { count: open.length })}>
              <Table
                caption={t(`batch:will.${step}`, { count: open.length })}
                head={['dossier', 'holder', 'what'].map((key) => ({ label: t(`batch:column.${key}`) }))}
                rows={open.map((line) => [
                  <Subject of={line} />,
                  <HolderName of={line} />,
                  <What line={line} step={step} />,
                ])}
              />
            </Panel>
            <Order {...props} open={open} />
          </>
        )}
        {open.length === 0 && lines.length > 0 && (
          <Note tone="warning" role="status">
            {t('batch:nothing')}
          </Note>
        )}
        {refused.length > 0 && (
          <Panel flush title={t('batch:will_not', { count: refused.length })}>
            <Table
              caption={t('batch:will_not', { count: refused.length })}
              head={['dossier', 'holder', 'why'].map((key) => ({ label: t(`batch:column.${key}`) }))}
              rows={refused.map((line) => [
                <Subject of={line} />,
                <HolderName of={line} />,
                line.refusal && refusalWords(line.refusal, t),
              ])}
            />
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

export function Subject({ of }: { of: BatchSubject }) {
  return (
    <span>
      <a class="lnk font-semibold" href={`/dossiers/${of.dossierId}`}>
        {of.productName}
      </a>
      <span class="block text-sm text-ink-2">
        {of.code} · {of.producerName}
      </span>
    </span>
  )
}

function HolderName({ of: { holder } }: { of: BatchSubject }) {
  const { t } = useView()
  return <>{typeof holder === 'string' ? t(`batch:${holder}`) : holder.name}</>
}

function What({ line: { carriage }, step }: { line: PlannedLine; step: BatchStep }) {
  const { t } = useView()
  const [to] = carriage?.targets ?? []
  if (!carriage || !to) return <>{t(`batch:what.${step}`)}</>
  const rounds = { from: roundName(carriage.from, t).toLowerCase(), to: roundName(to, t).toLowerCase() }
  return <>{t(`batch:what.carry_${carriage.reason}`, rounds)}</>
}

function Order({
  batchId,
  step,
  open,
  colleagues,
  typed,
  faults,
}: BatchPageProps & { open: readonly PlannedLine[] }) {
  const { t } = useView()
  const targets = open.flatMap(({ carriage }) => carriage?.targets ?? [])
  const extras = targets.filter(
    ({ id, kind }, place) => kind === 'extra' && targets.findIndex((one) => one.id === id) === place,
  )
  const unfinished = open.some(({ carriage }) => carriage?.reason === 'unfinished')
  return (
    <form method="post" action="/desk/batch" class="panel space-y-4 p-4 lg:p-5" novalidate>
      <input type="hidden" name="batch" value={batchId} />
      <input type="hidden" name="step" value={step} />
      {open.map(({ dossierId, version }) => (
        <input key={dossierId} type="hidden" name="dossier" value={`${dossierId} ${version}`} />
      ))}
      {step === 'assign' && (
        <Select
          label={t('batch:person')}
          name="personId"
          value={typed.personId}
          empty={t('batch:person_choose')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          fault={faults.personId}
        />
      )}
      {step === 'carry' && (
        <>
          {extras.length > 0 && (
            <Select
              label={t('batch:to')}
              name="toRoundId"
              value={typed.toRoundId}
              empty={t('batch:to_next')}
              options={extras.map((round) => ({ value: round.id, label: roundName(round, t) }))}
            />
          )}
          <TextArea
            label={t('batch:note')}
            hint={t('batch:note_hint')}
            name="note"
            value={typed.note}
            rows={3}
            maxlength={500}
            optional={!unfinished}
            fault={faults.note}
          />
          <Note tone="info">{t('batch:carry_what')}</Note>
        </>
      )}
      <div class="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" icon="check">
          {t(`batch:go.${step}`)}
        </Button>
        <Button href="/desk">{t('batch:back')}</Button>
      </div>
    </form>
  )
}
