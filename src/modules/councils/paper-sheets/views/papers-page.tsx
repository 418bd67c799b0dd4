import {
  Button,
  EmptyState,
  Note,
  Panel,
  Select,
  StatusBadge,
  Table,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { type PaperStage, showPaperCode } from '../paper-code.ts'

export interface PapersPageProps {
  session: { id: string; name: string }
  dossiers: readonly { id: string; name: string }[]
  members: readonly { id: string; name: string }[]
  papers: readonly {
    code: string
    product: string
    member: string
    round: number
    stage: PaperStage
    /** Whether the reader may open it. */
    opens: boolean
  }[]
  message?: string | undefined
  typed?: { code?: string; dossierId?: string; memberId?: string } | undefined
}

const tones = { printed: 'neutral', typed: 'warning', done: 'success' } as const

/** The paper sheets of a session: printing them, opening one by its code, how far each is. */
export function PapersPage({ session, dossiers, members, papers, message, typed = {} }: PapersPageProps) {
  const { t } = useView()
  const address = `/sessions/${session.id}/paper-sheets`
  const chosen = new URLSearchParams({
    dossier: typed.dossierId ?? '',
    member: typed.memberId ?? '',
  })
  const optionsOf = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <WorkPage
      title={t('paper_sheets:list.title')}
      crumbs={[
        { href: `/sessions/${session.id}`, label: session.name },
        { label: t('paper_sheets:list.crumb') },
      ]}
    >
      <div class="grid gap-5">
        <p class="max-w-prose text-ink-2">{t('paper_sheets:list.lead')}</p>
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <div class="grid gap-5 lg:grid-cols-2">
          <Panel title={t('paper_sheets:list.print')}>
            <form method="post" action={address} class="grid gap-4">
              <Select
                label={t('paper_sheets:list.dossier')}
                name="dossierId"
                value={typed.dossierId}
                options={optionsOf(dossiers)}
                empty={t('paper_sheets:list.all_dossiers')}
              />
              <Select
                label={t('paper_sheets:list.member')}
                name="memberId"
                value={typed.memberId}
                options={optionsOf(members)}
                empty={t('paper_sheets:list.all_members')}
              />
              <div class="flex flex-wrap gap-3">
                <Button variant="primary" icon="printer" formtarget="_blank">
                  {t('paper_sheets:list.print_button')}
                </Button>
                <Button href={`${address}.pdf?${chosen}&blank=1`}>{t('paper_sheets:list.blank')}</Button>
              </div>
            </form>
          </Panel>
          <Panel title={t('paper_sheets:list.enter')}>
            <form method="get" action="/paper-sheets" class="grid gap-4">
              <TextInput
                label={t('paper_sheets:list.code')}
                hint={t('paper_sheets:list.code_hint')}
                name="code"
                value={typed.code}
                autocomplete="off"
                required
              />
              <div>
                <Button>{t('paper_sheets:list.open')}</Button>
              </div>
            </form>
          </Panel>
        </div>
        <Panel flush title={t('paper_sheets:list.issued', { count: papers.length })}>
          <Table
            caption={t('paper_sheets:list.issued', { count: papers.length })}
            head={['code', 'product', 'member', 'status'].map((name) => ({
              label: t(`paper_sheets:list.${name}`),
            }))}
            rows={papers.map(({ code, product, member, round, stage, opens }) => [
              opens ? (
                <a key="code" class="lnk font-semibold" href={`/paper-sheets/${code}`}>
                  {showPaperCode(code)}
                </a>
              ) : (
                <b key="code">{showPaperCode(code)}</b>
              ),
              product,
              <span key="member">
                {member}
                {round > 1 && <span class="text-ink-2">, {t('paper_sheets:list.round', { round })}</span>}
              </span>,
              <StatusBadge key="status" tone={tones[stage]}>
                {t(`paper_sheets:status.${stage}`)}
              </StatusBadge>,
            ])}
            empty={
              <EmptyState icon="printer" title={t('paper_sheets:list.none')}>
                {t('paper_sheets:list.none_more')}
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </WorkPage>
  )
}
