import { showMoment } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Note, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import type { ScoreForm } from '../../desk/score-form.ts'
import { tallyOf } from '../../desk/tally.ts'
import type { ExcelFault } from '../excel-sheet.ts'
import { showPaperCode } from '../paper-code.ts'
import type { PaperSheet } from '../paper-sheet-store.ts'
import { ExcelPanel, ExcelRead } from './excel-panel.tsx'
import { chosenWords, TypingForm, type TypingFormProps } from './typing-form.tsx'

export interface PaperPageProps {
  paper: PaperSheet
  session: { id: string; name: string }
  label: { product: string; producer: string; isDemo: boolean }
  form: ScoreForm
  names: ReadonlyMap<string, string>
  isOpen: boolean
  /** Why the code stands for no open sheet any more. */
  stale: string | null
  types: boolean
  countersigns: boolean
  /** Whether the list of paper sheets is open to the reader. */
  runs: boolean
  /** Whether the scan is a picture; null where there is none. */
  scan: 'picture' | 'pdf' | null
  message?: string | undefined
  /** What a form or a file brought and is not saved. */
  typed?:
    | Pick<TypingFormProps, 'answers' | 'notes' | 'reasons' | 'faults' | 'sent' | 'scanFault' | 'way'>
    | undefined
  read?: { answered: number; faults: readonly ExcelFault[] } | undefined
  excelFault?: string | undefined
}

/** One paper sheet: typed in by one person, compared and countersigned by another. */
export function PaperPage(props: PaperPageProps) {
  const { t } = useView()
  const { paper, session, label, names, message, stale, read, form, typed } = props
  const code = showPaperCode(paper.code)
  const memberName = names.get(paper.memberId) ?? paper.memberId
  const crumbs = [
    { href: `/sessions/${session.id}`, label: session.name },
    ...(props.runs
      ? [{ href: `/sessions/${session.id}/paper-sheets`, label: t('paper_sheets:list.crumb') }]
      : []),
    { label: code },
  ]
  return (
    <WorkPage
      title={t('paper_sheets:sheet.title', { code })}
      aside={label.isDemo ? <DemoLabel /> : undefined}
      crumbs={crumbs}
    >
      <div class="grid gap-5">
        <p class="text-ink-2">
          {t('paper_sheets:sheet.lead', { ...label, member: memberName, round: paper.round })}
        </p>
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        {stale && <Note tone="info">{stale}</Note>}
        {read && <ExcelRead answered={read.answered} criteria={form.criteria.length} faults={read.faults} />}
        <Who {...props} />
        {!typed && <Checking {...props} />}
        <Typing {...props} />
      </div>
    </WorkPage>
  )
}

function Who({ paper, names }: PaperPageProps) {
  const { t } = useView()
  const { typedBy, typedAt, way, countersignedBy, countersignedAt } = paper
  if (!typedBy || !typedAt) return <Note tone="info">{t('paper_sheets:sheet.not_typed')}</Note>
  const nameOf = (id: string) => names.get(id) ?? id
  const typist = { name: nameOf(typedBy), at: showMoment(typedAt), way: t(`paper_sheets:sheet.way_${way}`) }
  return (
    <Panel>
      <Facts
        items={[
          [t('paper_sheets:sheet.typed_by'), t('paper_sheets:sheet.typed_way', typist)],
          ...(countersignedBy && countersignedAt
            ? [
                [
                  t('paper_sheets:sheet.countersigned_by'),
                  t('paper_sheets:sheet.signed', {
                    name: nameOf(countersignedBy),
                    at: showMoment(countersignedAt),
                  }),
                ] as const,
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

/** What was typed beside the scan, for the second person; for who typed it, what waits. */
function Checking(props: PaperPageProps) {
  const { t, actor } = useView()
  const { paper, countersigns, isOpen } = props
  if (!paper.answers) return null
  return (
    <>
      {isOpen && !countersigns && <Note tone="warning">{t('paper_sheets:sheet.waiting')}</Note>}
      {isOpen && actor.id !== paper.memberId && (
        <p class="text-sm text-ink-2">{t('paper_sheets:sheet.seen')}</p>
      )}
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <Scan {...props} />
        <div class="grid gap-5">
          <Content {...props} />
          {countersigns && isOpen && (
            <Panel title={t('paper_sheets:sheet.check')} lead={t('paper_sheets:sheet.check_lead')}>
              <form method="post" action={`/paper-sheets/${paper.code}/countersignature`}>
                <input type="hidden" name="version" value={paper.version} />
                <Button variant="primary">{t('paper_sheets:sheet.confirm')}</Button>
              </form>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

function Scan({ paper, scan }: PaperPageProps) {
  const { t } = useView()
  const address = `/paper-sheets/${paper.code}/scan`
  if (!scan) return <Note tone="info">{t('paper_sheets:sheet.no_scan')}</Note>
  return (
    <Panel
      flush
      class="lg:sticky lg:top-6"
      title={t('paper_sheets:sheet.scan')}
      actions={
        <Button href={address} size="sm">
          {t('paper_sheets:sheet.open_scan')}
        </Button>
      }
    >
      {scan === 'picture' ? (
        <img class="w-full" src={address} alt={t('paper_sheets:sheet.scan')} />
      ) : (
        <iframe
          class="block h-96 w-full bg-sheet lg:h-[70dvh]"
          src={`${address}#navpanes=0&view=FitH`}
          title={t('paper_sheets:sheet.scan')}
        />
      )}
    </Panel>
  )
}

function Content({ paper, form }: PaperPageProps) {
  const { t } = useView()
  const answers = paper.answers ?? {}
  const tally = tallyOf(form, answers)
  const head = [
    { label: t('paper_sheets:sheet.criterion') },
    { label: t('paper_sheets:sheet.chosen') },
    { label: t('paper_sheets:sheet.points'), align: 'right' as const },
  ]
  return (
    <Panel flush title={t('paper_sheets:sheet.content')}>
      <Table
        dense
        caption={t('paper_sheets:sheet.content')}
        head={head}
        rows={[
          ...form.criteria.map((criterion) => [
            <b key="code">{criterion.code}</b>,
            <span key="chosen" class="whitespace-normal">
              {chosenWords(criterion, answers[criterion.code] ?? [])}
              {paper.notes?.[criterion.code] && (
                <span class="block text-sm text-ink-2">“{paper.notes[criterion.code]}”</span>
              )}
              {paper.reasons?.[criterion.code] && (
                <span class="block text-sm text-ink-2">
                  {t('paper_sheets:sheet.reason')}: {paper.reasons[criterion.code]}
                </span>
              )}
            </span>,
            tally.points[criterion.code] ?? 0,
          ]),
          [<b key="total">{t('paper_sheets:sheet.total')}</b>, '', <b key="sum">{tally.total}</b>],
        ]}
      />
    </Panel>
  )
}

function Typing(props: PaperPageProps) {
  const { t } = useView()
  const { paper, form, types, isOpen, typed, excelFault } = props
  if (!types || !isOpen) return null
  const given = typed ?? {
    ...{ answers: paper.answers ?? {}, notes: paper.notes ?? {}, reasons: paper.reasons ?? {} },
    ...{ faults: {}, way: 'typed' as const },
  }
  const fields = (
    <TypingForm
      action={`/paper-sheets/${paper.code}`}
      version={paper.version}
      later={paper.round > 1}
      hasScan={paper.scanFileId !== null}
      {...{ form, ...given }}
    />
  )
  const again = paper.answers !== null && !typed
  return (
    <>
      <Panel
        title={t(again ? 'paper_sheets:sheet.again' : 'paper_sheets:sheet.type')}
        lead={t('paper_sheets:sheet.type_lead')}
      >
        {again ? (
          <details>
            <summary class="lnk min-h-11">{t('paper_sheets:sheet.again')}</summary>
            <div class="mt-3">{fields}</div>
          </details>
        ) : (
          fields
        )}
      </Panel>
      <ExcelPanel
        title={t('paper_sheets:excel.title')}
        lead={t('paper_sheets:excel.lead')}
        download={{ href: `/paper-sheets/${paper.code}/excel` }}
        action={`/paper-sheets/${paper.code}/excel`}
        fault={excelFault}
      />
    </>
  )
}
