import { showMoment } from '#platform/dates.ts'
import { Button, Facts, Note, Panel, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import type { Step } from '../samples/move-kinds.ts'
import type { SampleLot, SampleMove } from '../samples/sample-store.ts'
import { AppraisalFrame } from './appraisal-frame.tsx'
import { lotTones } from './lot-tones.ts'
import { MoveFields, type ReturnedMove } from './move-fields.tsx'
import { Fold } from './test-steps.tsx'

export interface LotPageProps {
  head: DossierHead
  lot: SampleLot
  moves: readonly (SampleMove & { by: string })[]
  keeper: string
  isKeeper: boolean
  /** Whether the reader may know which blind codes were given out. */
  seesCodes: boolean
  steps: readonly Step[]
  returned?: ReturnedMove | undefined
}

/** One lot of samples: how many are where, in whose hands, every step with its slip, and the next steps. */
export function LotPage(props: LotPageProps) {
  const { t } = useView()
  const { head, lot, returned, seesCodes } = props
  const hides = !seesCodes && lot.tasted > 0
  return (
    <AppraisalFrame head={head} part="samples" title={lot.code} readsSamples>
      <div class="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div class="grid gap-5">
          {returned && (
            <Note tone="error" role="alert">
              {returned.message}
            </Note>
          )}
          {hides && <Note tone="info">{t('appraisal:sample.codes_hidden')}</Note>}
          <Moves {...props} />
        </div>
        <div class="grid gap-5 max-lg:order-first">
          <Counts {...props} />
          <StepsPanel {...props} />
        </div>
      </div>
    </AppraisalFrame>
  )
}

const counts = ['received', 'kept', 'tasted', 'tested', 'returned', 'destroyed', 'lost'] as const

function Counts({ lot, keeper, isKeeper }: LotPageProps) {
  const { t } = useView()
  const shown = counts.filter((name) => name === 'received' || name === 'kept' || lot[name] > 0)
  return (
    <Panel
      title={t('appraisal:sample.where')}
      actions={
        <StatusBadge tone={lotTones[lot.state]}>{t(`appraisal:sample.state.${lot.state}`)}</StatusBadge>
      }
    >
      <Facts
        items={[
          ...shown.map((name) => [t(`appraisal:sample.count.${name}`), lot[name]] as const),
          [
            t('appraisal:sample.keeper'),
            isKeeper ? t('appraisal:sample.keeper_you', { name: keeper }) : keeper,
          ],
          ...(lot.sealNo ? [[t('appraisal:sample.sheet.seal'), lot.sealNo] as const] : []),
          ...(lot.place ? [[t('appraisal:sample.field.place'), lot.place] as const] : []),
          ...(lot.condition ? [[t('appraisal:sample.sheet.condition'), lot.condition] as const] : []),
        ]}
      />
    </Panel>
  )
}

function Moves({ lot, moves, seesCodes }: LotPageProps) {
  const { t } = useView()
  return (
    <Panel flush title={t('appraisal:sample.moves')}>
      <Table
        caption={t('appraisal:sample.moves')}
        head={['step', 'units', 'note', ''].map((key) => ({
          label: key && t(`appraisal:sample.column.${key}`),
        }))}
        rows={moves.map((move) => [
          <span key="step">
            <b>{t(`appraisal:sample.move.${move.kind}`)}</b>
            <span class="block text-sm text-ink-2">{`${move.by}, ${showMoment(move.movedAt)}`}</span>
          </span>,
          move.units,
          <Said key="note" move={move} seesCodes={seesCodes} />,
          move.kind !== 'tasting' || seesCodes ? (
            <Button
              key="slip"
              size="sm"
              icon="printer"
              href={`/samples/${lot.id}/moves/${move.id}/slip.pdf`}
              label={t('appraisal:sample.slip_of', { no: move.no })}
            >
              {t('appraisal:sample.slip')}
            </Button>
          ) : null,
        ])}
      />
    </Panel>
  )
}

function Said({ move, seesCodes }: { move: SampleMove; seesCodes: boolean }) {
  const { t } = useView()
  const { counterpart, sealNo, place, condition, reason, blindCode } = move
  const words = [
    counterpart,
    sealNo && t('appraisal:sample.seal_of', { number: sealNo }),
    place,
    condition,
    reason,
  ].filter(Boolean)
  return (
    <span>
      {blindCode && (
        <b class="block">
          {seesCodes ? t('appraisal:sample.code_of', { code: blindCode }) : t('appraisal:sample.code_hidden')}
        </b>
      )}
      {words.join(' · ')}
    </span>
  )
}

function StepsPanel({ lot, steps, isKeeper, keeper, returned }: LotPageProps) {
  const { t } = useView()
  if (steps.length === 0) return null
  return (
    <Panel title={t('appraisal:sample.steps')} class="noprint">
      {!isKeeper && <p class="mb-3">{t('appraisal:sample.take_over_first', { name: keeper })}</p>}
      <div class="grid gap-3">
        {steps.map((step, place) => (
          <Fold
            key={step}
            summary={t(`appraisal:sample.do.${step}`)}
            open={
              returned ? returned.kind === step : place === 0 && (step === 'seal' || step === 'take_over')
            }
          >
            <form method="post" action={`/samples/${lot.id}/moves`} class="grid gap-3" novalidate>
              <input type="hidden" name="step" value={step} />
              <p class="text-sm text-ink-2">{t(`appraisal:sample.what.${step}`)}</p>
              <MoveFields kind={step} returned={returned} />
              <div>
                <Button
                  type="submit"
                  variant={step === 'destroy' || step === 'lose' ? 'danger' : 'primary'}
                  class="max-sm:w-full"
                >
                  {t(`appraisal:sample.do.${step}`)}
                </Button>
              </div>
            </form>
          </Fold>
        ))}
      </div>
    </Panel>
  )
}
