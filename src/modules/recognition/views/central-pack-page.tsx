import type { Round } from '#modules/regulation/index.ts'
import { addDays, showDay } from '#platform/dates.ts'
import { Button, classes, Facts, Icon, Note, Panel, Table, TextArea, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { CentralLetter } from '../central-pack/central-letter-store.ts'
import type { PackLacks } from '../central-pack/lacks-of-packs.ts'
import type { CentralLetterFaults, NewCentralLetter } from '../central-pack/write-central-letter.ts'
import type { Decision } from '../decision-store.ts'
import { DecisionFields } from './decision-fields.tsx'

export interface LetterForm {
  typed: NewCentralLetter
  faults: CentralLetterFaults
  message?: string
}

interface CentralPackPageProps {
  decision: Decision
  packs: readonly PackLacks[]
  letter: CentralLetter | undefined
  /** The ministry's next round; null where the law in force sets none. */
  round: Round | null
  mayWrite: boolean
  form: LetterForm
}

/** What goes to the ministry with a decision's results: the letter, then a pack for each product. */
export function CentralPackPage({ decision, packs, letter, round, mayWrite, form }: CentralPackPageProps) {
  const { t } = useView()
  const title = t('recognition:pack.title')
  const lacks = packs.some(({ missing }) => missing.length > 0)
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/decisions', label: t('recognition:decisions.title') },
        { href: `/decisions/${decision.id}`, label: decision.number },
        { label: title },
      ]}
    >
      <div class="grid gap-6">
        {round && (
          <Note tone="info">
            {t('recognition:pack.round', {
              until: addDays(round.proposedBefore, -1),
              done: round.doneBefore,
            })}
          </Note>
        )}
        <PackTable packs={packs} hasLetter={letter !== undefined} />
        {letter ? (
          <WrittenLetter decision={decision} letter={letter} />
        ) : mayWrite ? (
          <LetterPanel decision={decision} form={form} lacks={lacks} />
        ) : (
          <Note tone="info">{t('recognition:pack.not_written')}</Note>
        )}
      </div>
    </WorkPage>
  )
}

function PackTable({ packs, hasLetter }: { packs: readonly PackLacks[]; hasLetter: boolean }) {
  const { t } = useView()
  return (
    <Panel flush title={t('recognition:pack.packs')} lead={t('recognition:pack.packs_lead')}>
      <Table
        caption={t('recognition:pack.packs')}
        head={['product', 'parts', 'zip'].map((key) => ({ label: t(`recognition:pack.column.${key}`) }))}
        rows={packs.map(({ dossierId, code, productName, producerName, parts, missing }) => [
          <div key="product">
            <a class="lnk font-semibold" href={`/dossiers/${dossierId}`}>
              {productName}
            </a>
            <p class="text-sm text-ink-2">
              {producerName} · {code}
            </p>
          </div>,
          <Parts key="parts" parts={parts} missing={hasLetter ? missing : ['letter', ...missing]} />,
          <Button
            key="zip"
            href={`/dossiers/${dossierId}/central-pack.zip`}
            size="sm"
            icon="download"
            download
          >
            {t('recognition:pack.download')}
          </Button>,
        ])}
      />
    </Panel>
  )
}

function Parts({ parts, missing }: Pick<PackLacks, 'parts' | 'missing'>) {
  const { t } = useView()
  return (
    <ul class="grid gap-1 text-sm">
      {parts.map((part) => {
        const lacks = missing.includes(part)
        return (
          <li key={part} class={classes('flex items-start gap-2', lacks && 'text-accent')}>
            <Icon name={lacks ? 'circle-alert' : 'check'} class="mt-0.5 size-4 shrink-0" />
            <span>
              {t(`recognition:pack.part.${part}`)}
              {lacks &&
                `: ${t(`recognition:pack.${part === 'letter' ? 'not_written' : 'missing'}`).toLowerCase()}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function WrittenLetter({ decision, letter }: { decision: Decision; letter: CentralLetter }) {
  const { t } = useView()
  const base = `/decisions/${decision.id}/central-pack`
  return (
    <Panel title={t('recognition:pack.letter')}>
      <Facts
        items={[
          [t('recognition:pack.number'), letter.number],
          [t('recognition:decision.decidedOn'), showDay(letter.datedOn)],
          [t('recognition:decision.signerName'), `${letter.signerName}, ${letter.signerPost}`],
          ...(letter.missingReason
            ? [[t('recognition:pack.missing_reason'), letter.missingReason] as [string, string]]
            : []),
        ]}
      />
      <p class="mt-4 flex flex-wrap gap-2">
        <Button href={`${base}/cong-van.pdf`} icon="file-text">
          {t('recognition:pack.letter_pdf')}
        </Button>
        <Button href={`${base}/cong-van.docx`} icon="file-text" download>
          {t('recognition:pack.letter_word')}
        </Button>
        <Button href={`${base}/quyet-dinh.docx`} icon="file-text" download>
          {t('recognition:pack.approval_word')}
        </Button>
      </p>
    </Panel>
  )
}

function LetterPanel({ decision, form, lacks }: { decision: Decision; form: LetterForm; lacks: boolean }) {
  const { t } = useView()
  const { typed, faults, message } = form
  return (
    <Panel title={t('recognition:pack.letter')} lead={t('recognition:pack.letter_lead')}>
      <form method="post" action={`/decisions/${decision.id}/central-pack`} class="grid gap-4">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <DecisionFields typed={typed} faults={faults} id="letter" words="letter" />
        {lacks && (
          <TextArea
            label={t('recognition:pack.missing_reason')}
            hint={t('recognition:pack.missing_reason_hint')}
            name="missingReason"
            value={typed.missingReason}
            fault={faults.missingReason && t(`recognition:fault.${faults.missingReason}`)}
            maxlength={1000}
            rows={3}
            required
          />
        )}
        <p>
          <Button type="submit" variant="primary" icon="send">
            {t('recognition:pack.write')}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
