import { Button, Note, Panel, RadioGroup, TextArea, useView } from '#platform/ui/index.ts'
import type { DossierHead } from '../../read-dossier-head.ts'
import { HeldNote } from '../../views/held-note.tsx'
import { OfficerFrame } from '../../views/officer-frame.tsx'
import type { Carriage } from '../round-rules.ts'
import type { AssessmentRound } from '../round-store.ts'
import { roundName } from '../round-words.ts'

interface CarryPageProps {
  head: DossierHead
  carriage: Carriage<AssessmentRound>
  proposedOn: string
  typed: { toRoundId: string; note: string }
  version: number
  fault?: string | undefined
}

/** Carrying one dossier to a later round: what will happen, to which round, with which reason. */
export function CarryPage({ head, carriage, proposedOn, typed, version, fault }: CarryPageProps) {
  const { t } = useView()
  const { reason, from, targets } = carriage
  const before = reason === 'unfinished' ? from.doneBefore : from.proposalsBefore
  return (
    <OfficerFrame
      head={head}
      list="desk"
      side={
        <Button href={`/dossiers/${head.id}`} class="w-full">
          {t('dossiers:page.desk.whole')}
        </Button>
      }
    >
      <HeldNote head={head} />
      <Panel title={t('rounds:carry.title')}>
        <p>
          {t(`rounds:carry.${reason}`, { day: proposedOn, from: roundName(from, t).toLowerCase(), before })}
        </p>
        <form method="post" class="mt-4 space-y-4" novalidate>
          <input type="hidden" name="version" value={version} />
          <RadioGroup
            label={t('rounds:carry.to')}
            name="toRoundId"
            value={typed.toRoundId || targets[0]?.id}
            options={targets.map((round) => ({
              value: round.id,
              label: roundName(round, t),
              hint: t('rounds:carry.to_hint', { proposals: round.proposalsBefore, done: round.doneBefore }),
            }))}
          />
          <TextArea
            label={t('rounds:carry.note')}
            hint={t('rounds:carry.note_hint')}
            name="note"
            value={typed.note}
            rows={3}
            maxlength={500}
            optional={reason !== 'unfinished'}
            fault={fault}
          />
          <Note tone="info">{t('rounds:carry.what')}</Note>
          <div class="flex flex-wrap gap-3">
            <Button type="submit" variant="primary" icon="send">
              {t('rounds:carry.go')}
            </Button>
            <Button href={`/dossiers/${head.id}`}>{t('rounds:carry.back')}</Button>
          </div>
        </form>
      </Panel>
    </OfficerFrame>
  )
}
