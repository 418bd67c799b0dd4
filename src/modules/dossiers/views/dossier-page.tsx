import { Button, Facts, Note, Panel, Steps, useView } from '#platform/ui/index.ts'
import type { DossierDesk } from '../read-dossier-desk.ts'
import type { DossierFile, Happening } from '../read-dossier-file.ts'
import { RoundPanel, SiteCheckPanel } from '../rounds/views/round-panel.tsx'
import { WeakPapers } from '../vault/views/weak-panel.tsx'
import { type DossierState, takesPart } from '../workflow.ts'
import { AppraisalLinks } from './appraisal-links.tsx'
import { ChecklistPanel } from './checklist-panel.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FixListPanel } from './fix-list-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { HolderPanel } from './holder-panel.tsx'
import { SlipLink } from './slip-link.tsx'
import { StepActions } from './step-actions.tsx'

interface DossierPageProps {
  file: DossierFile
  history: readonly Happening[]
  desk: DossierDesk
  /** Shown to those who hold the receipt slip. */
  lookUpCode: string | null
}

/** A dossier at a glance: where it stands, what comes next and who does it, what is missing, what happened. */
export function DossierPage({ file, history, desk, lookUpCode }: DossierPageProps) {
  const { t } = useView()
  const { dossier, isOwn, byMandate } = file
  return (
    <DossierFrame file={file} part="overview">
      <div class="overflow-x-auto pb-2">
        <Steps items={stagesOf(dossier.state).map(({ key, state }) => ({ label: t(key), state }))} />
      </div>
      <div class="mt-5 grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div class="grid gap-5">
          <Panel title={t('dossiers:page.dossier.next')}>
            <p>{t(`dossiers:page.filing.next.${dossier.state}`)}</p>
            <StepActions file={file} />
            <AppraisalLinks file={file} />
            <CouncilPlanLink file={file} />
          </Panel>
          <FixListPanel file={file} />
          <SiteCheckPanel of={desk.round} />
          <WeakPapers
            papers={file.weak}
            producerId={dossier.producerId}
            title={t('dossiers:page.vault.weak_in_dossier')}
            opensVault={!byMandate}
          />
          {dossier.state === 'draft' && (isOwn || byMandate) && <ChecklistPanel file={file} />}
          <CommunePanel file={file} />
        </div>
        <div class="grid gap-5">
          <HolderPanel dossier={dossier} desk={desk} />
          <RoundPanel of={desk.round} proposedOn={dossier.proposedOn} />
          <FactsPanel file={file} lookUpCode={lookUpCode} />
          <HistoryPanel history={history} />
        </div>
      </div>
    </DossierFrame>
  )
}

/** Once the decision is out the council's points are known, and what they lack for the next star. */
function CouncilPlanLink({ file: { dossier, byMandate } }: { file: DossierFile }) {
  const { t } = useView()
  const isDecided = dossier.state === 'recognised' || dossier.state === 'not_recognised'
  if (!isDecided || byMandate) return null
  return (
    <Button href={`/dossiers/${dossier.id}/council-plan`} icon="trending-up" class="mt-4">
      {t('dossiers:page.dossier.council_plan')}
    </Button>
  )
}

function FactsPanel({ file, lookUpCode }: Pick<DossierPageProps, 'file' | 'lookUpCode'>) {
  const { dossier, product, producer, set, isOwn, counter } = file
  const { t, locale, actor } = useView()
  const holdsSlip =
    dossier.communeReceipt && (isOwn || takesPart(actor, 'commune_officer', dossier)) ? true : undefined
  const name = locale === 'en' ? set.nameEn : set.nameVi
  const known = (key: string, value: string | null) =>
    value ? [[t(`dossiers:page.dossier.fact.${key}`), value] as const] : []
  return (
    <Panel
      title={t('dossiers:page.dossier.facts')}
      actions={holdsSlip && <SlipLink dossierId={dossier.id} />}
    >
      <Facts
        items={[
          ...known('code', dossier.code),
          ...known('kind', t(`dossiers:kind.${dossier.kind}`)),
          ...known('product', product.name),
          ...known('producer', producer.name),
          [
            t('dossiers:page.dossier.fact.set'),
            <a key="set" class="lnk" href={`/bo-tieu-chi/${dossier.criteriaSetId}`}>
              {name}
            </a>,
          ],
          ...(dossier.planId && isOwn
            ? [
                [
                  t('dossiers:page.dossier.fact.plan'),
                  <a key="plan" class="lnk" href={`/plans/business/${dossier.planId}`}>
                    {t('dossiers:page.dossier.fact.plan_open')}
                  </a>,
                ] as const,
              ]
            : []),
          ...known('communeReceipt', dossier.communeReceipt),
          ...known('lookUpCode', holdsSlip ? lookUpCode : null),
          ...known('productCode', dossier.productCode),
          ...known('provinceReceipt', dossier.provinceReceipt),
          ...known('counter', counter?.by ?? null),
        ]}
      />
    </Panel>
  )
}

/** What the commune found on the four contents, once it has reported. */
function CommunePanel({ file: { assessment, dossier } }: { file: DossierFile }) {
  const { t } = useView()
  if (!assessment) return null
  const { materialOrigin, localLabour, ideaOrigin, localIdentity, proposal } = assessment
  const findings = Object.entries({ materialOrigin, localLabour, ideaOrigin, localIdentity })
  return (
    <Panel
      title={t('dossiers:page.dossier.commune_found')}
      actions={
        <a class="lnk" href={`/dossiers/${dossier.id}/commune-report`}>
          {t('dossiers:page.dossier.form_03')}
        </a>
      }
    >
      <Facts
        items={findings.map(([content, { met, note }]) => [
          t(`dossiers:content.${content}`),
          <span key={content}>
            {t(`dossiers:page.dossier.${met ? 'content_met' : 'content_unmet'}`)}
            {note && <span class="block font-normal text-ink-2">{note}</span>}
          </span>,
        ])}
      />
      <Note tone="info" class="mt-4">
        {proposal}
      </Note>
    </Panel>
  )
}

const stages: readonly (readonly [string, readonly DossierState[]])[] = [
  ['file', ['draft']],
  ['commune', ['submitted', 'received', 'returned']],
  ['province', ['proposed', 'returned_by_province']],
  ['council', ['checked', 'in_council', 'rejected']],
  [
    'decision',
    ['scored', 'sent_to_centre', 'returned_by_centre', 'recognised', 'not_recognised', 'withdrawn'],
  ],
]

/** The five stages of a dossier; a withdrawn one stands at none. */
function stagesOf(state: DossierState) {
  const at = stages.findIndex(([, states]) => states.includes(state))
  const isOver = state === 'recognised' || state === 'not_recognised'
  return stages.map(([name], place) => {
    const key = `dossiers:page.dossier.stage.${name}`
    if (state === 'withdrawn') return { key, state: 'todo' as const }
    if (place < at || isOver) return { key, state: 'done' as const }
    return { key, state: place === at ? ('current' as const) : ('todo' as const) }
  })
}
