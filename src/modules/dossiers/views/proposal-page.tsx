import type { CriteriaSet } from '#modules/regulation/index.ts'
import { Button, Note, Panel, RadioGroup, TextArea, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { type CommuneContent, communeContents } from '../commune-contents.ts'
import type { Evidence } from '../evidence-store.ts'
import type { FixList } from '../fix-list-store.ts'
import type { ProposalFaults, TypedProposal } from '../proposal-form.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import { EarlierReturns } from './earlier-returns.tsx'
import { EvidenceChips } from './evidence-chips.tsx'
import { HolderForm } from './holder-form.tsx'
import { NextWork } from './next-work.tsx'
import { OfficerFrame } from './officer-frame.tsx'

export interface ProposalPageProps {
  head: DossierHead
  /** The contents to assess: all four, or those that the province sent back. */
  asked: readonly CommuneContent[]
  /** The province sent it back; the proposal itself stays. */
  mending: boolean
  typed: TypedProposal
  faults: ProposalFaults
  /** What is wrong with the whole, as a sentence. */
  message?: string | undefined
  samplesAsked: number
  /** What the producer wrote and handed in about a content. */
  written: Readonly<Partial<Record<CommuneContent, string>>>
  evidence: Readonly<Partial<Record<CommuneContent, readonly Evidence[]>>>
  earlier: readonly FixList[]
  set: CriteriaSet
}

/** The commune's report of Form 03: four contents, met or not and why, and what it proposes. */
export function ProposalPage(props: ProposalPageProps) {
  const { t } = useView()
  const { head, asked, mending, typed, faults, message } = props
  return (
    <OfficerFrame head={head} list="inbox" step="assess" side={<Side {...props} />}>
      {(message || Object.keys(faults).length > 0) && (
        <Note tone="error" role="alert">
          {message ?? t('dossiers:page.desk.fault.proposal')}
        </Note>
      )}
      {asked.length === 0 ? (
        <Note tone="info">{t('dossiers:page.desk.proposal.producer_mends')}</Note>
      ) : (
        <form method="post" class="space-y-6" novalidate>
          {asked.map((content) => (
            <Content key={content} content={content} {...props} />
          ))}
          {!mending && <Handover {...props} />}
          <Panel>
            {!mending && (
              <TextArea
                label={t('dossiers:page.desk.proposal.proposal')}
                name="proposal"
                value={typed.proposal}
                rows={3}
                maxlength={4000}
                fault={faults.proposal && t(`dossiers:page.desk.fault.${faults.proposal}`)}
              />
            )}
            <p class="my-3 text-sm text-ink-2">
              {t(mending ? 'dossiers:page.desk.proposal.after_mending' : 'dossiers:page.desk.proposal.after')}
            </p>
            <div class="flex flex-wrap gap-3">
              <Button type="submit" variant="primary" icon="send" class="max-sm:w-full">
                {t(mending ? 'dossiers:page.desk.proposal.resend' : 'dossiers:page.desk.proposal.send')}
              </Button>
              {!mending && <PreviewButtons id={head.id} />}
            </div>
          </Panel>
        </form>
      )}
    </OfficerFrame>
  )
}

function Side({ head, mending, earlier, set }: ProposalPageProps) {
  const { t } = useView()
  return (
    <>
      <NextWork
        head={head}
        text={t(mending ? 'dossiers:page.desk.proposal.text_mending' : 'dossiers:page.desk.proposal.text')}
      >
        {!mending && (
          <Button href={`/dossiers/${head.id}/return`} variant="secondary">
            {t('dossiers:page.desk.proposal.to_return')}
          </Button>
        )}
        <Button href={`/dossiers/${head.id}`}>{t('dossiers:page.desk.whole')}</Button>
        {!mending && <HolderForm head={head} />}
      </NextWork>
      <EarlierReturns lists={earlier} set={set} />
    </>
  )
}

/** What goes to the province with the report, and the numbers that the commune's own registry gave, if it did. */
function Handover({ samplesAsked, typed, faults }: ProposalPageProps) {
  const { t } = useView()
  const word = (name: string, facts = {}) => t(`dossiers:page.desk.proposal.${name}`, facts)
  return (
    <Panel title={word('handover')} lead={word('handover_lead')}>
      <div class="grid gap-4 sm:grid-cols-3">
        {samplesAsked > 0 && (
          <TextInput
            label={word('samples')}
            hint={word('samples_hint', { asked: samplesAsked })}
            name="samples"
            inputmode="numeric"
            value={typed.samples}
            fault={faults.samples && t('dossiers:refusal.too_few_samples', { asked: samplesAsked })}
          />
        )}
        {(['report', 'letter'] as const).map((kind) => (
          <TextInput
            key={kind}
            label={word(`number_of_${kind}`)}
            hint={word('number_hint')}
            name={`number:${kind}`}
            value={typed.numbers[kind]}
            optional
          />
        ))}
      </div>
    </Panel>
  )
}

function Content({
  content,
  typed,
  faults,
  written,
  evidence,
}: { content: CommuneContent } & ProposalPageProps) {
  const { t } = useView()
  const fault = faults[content]
  const name = t(`dossiers:content.${content}`)
  const says = written[content]
  const papers = evidence[content]
  return (
    <Panel
      title={`${communeContents.indexOf(content) + 1}. ${name}`}
      lead={t(`dossiers:page.desk.proposal.hint.${content}`)}
    >
      {papers?.length === 0 && <p class="mb-3 text-ink-2">{t('dossiers:page.desk.proposal.no_paper')}</p>}
      {(says || (papers && papers.length > 0)) && (
        <div class="mb-3 space-y-2 border-l-4 border-line pl-3">
          {says && (
            <p class="whitespace-pre-line">
              <span class="block text-sm text-ink-2">{t('dossiers:page.desk.proposal.producer_says')}</span>
              {says}
            </p>
          )}
          {papers && papers.length > 0 && <EvidenceChips papers={papers} />}
        </div>
      )}
      <RadioGroup
        label={t('dossiers:page.desk.proposal.finding')}
        name={`met:${content}`}
        value={typed.met[content]}
        inline
        options={[
          { value: 'yes', label: t('dossiers:page.desk.proposal.met') },
          { value: 'no', label: t('dossiers:page.desk.proposal.unmet') },
        ]}
        fault={fault === 'no_finding' ? t('dossiers:page.desk.fault.no_finding') : undefined}
      />
      <TextArea
        label={t('dossiers:page.desk.proposal.note')}
        name={`note:${content}`}
        value={typed.notes[content]}
        rows={3}
        maxlength={4000}
        fault={fault === 'no_reason' ? t('dossiers:page.desk.fault.no_reason') : undefined}
      />
    </Panel>
  )
}

/** The report and the letter as they would be printed now, beside the page; nothing is kept. */
function PreviewButtons({ id }: { id: string }) {
  const { t } = useView()
  return (
    <>
      {(['mau-03', 'cong-van'] as const).map((paper) => (
        <Button
          key={paper}
          icon="eye"
          formaction={`/dossiers/${id}/proposal/preview/${paper}.pdf`}
          formtarget="_blank"
          class="max-sm:w-full"
        >
          {t(`dossiers:page.desk.proposal.preview.${paper}`)}
        </Button>
      ))}
    </>
  )
}
