import { Pager, Panel, showScore, Table, Tabs, useView } from '#platform/ui/index.ts'
import type { SessionReading } from '../read-session.ts'
import type { AgendaLine } from '../session-view.ts'
import { AgendaBadge, OwnBadge } from './session-badge.tsx'

const statuses = ['waiting', 'scoring', 'discussing', 'closed', 'released'] as const

export interface AgendaPanelProps extends Pick<SessionReading, 'counts' | 'page' | 'pages'> {
  session: { id: string }
  agenda: readonly AgendaLine[]
  /** Where the dossiers shown stand; all of them without it. */
  status?: (typeof statuses)[number] | undefined
}

/** The agenda page by page, all of it or what stands in one place, with how many stand where. */
export function AgendaPanel({ session, agenda, counts, status, page, pages }: AgendaPanelProps) {
  const { t } = useView()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = status ? counts[status] : all
  const href = (of: string | undefined, at = 1) => {
    const query = new URLSearchParams({ ...(of ? { status: of } : {}), ...(at > 1 ? { page: `${at}` } : {}) })
    return `/sessions/${session.id}${query.size > 0 ? `?${query}` : ''}`
  }
  const tabs = statuses.filter((one) => counts[one] > 0)
  const head = ['product', 'status', 'sheets', 'own'] as const
  return (
    <Panel flush title={t('councils:session.agenda', { count: all })}>
      {(tabs.length > 1 || status) && (
        <div class="px-4 lg:px-5">
          <Tabs
            label={t('councils:agenda.status')}
            items={[
              { href: href(undefined), label: t('discussion:all'), count: all, current: !status },
              ...tabs.map((one) => ({
                href: href(one),
                label: t(`councils:agenda_status.${one}`),
                count: counts[one],
                current: one === status,
              })),
            ]}
          />
        </div>
      )}
      <Table
        caption={t('councils:session.agenda', { count: shown })}
        head={head.map((name) => ({ label: t(`councils:agenda.${name}`) }))}
        rows={agenda.map((line) => [
          <ProductCell key="product" line={line} sessionId={session.id} />,
          <StandingCell key="status" line={line} />,
          <SheetsCell key="sheets" line={line} />,
          line.own && <OwnBadge key="own" own={line.own} />,
        ])}
        tones={agenda.map((line) =>
          line.standing?.tooWide && line.item.status !== 'closed' ? 'late' : undefined,
        )}
      />
      {pages > 1 && (
        <div class="pb-4">
          <p class="px-4 text-sm text-ink-2 lg:px-5">{t('discussion:page_of', { page, pages })}</p>
          <Pager
            nextHref={page < pages ? href(status, page + 1) : undefined}
            firstHref={page > 1 ? href(status) : undefined}
          />
        </div>
      )}
    </Panel>
  )
}

function ProductCell({ line, sessionId }: { line: AgendaLine; sessionId: string }) {
  const { label, item, own } = line
  const name = label?.product ?? ''
  return (
    <>
      {item.position}.{' '}
      {own === 'recused' ? (
        <b>{name}</b>
      ) : (
        <a class="lnk" href={`/sessions/${sessionId}/dossiers/${item.dossierId}`}>
          {name}
        </a>
      )}
      <span class="block text-sm text-ink-2">
        {label?.producer}, {label?.code}
      </span>
    </>
  )
}

function StandingCell({ line }: { line: AgendaLine }) {
  const { t, locale } = useView()
  const { item, result, knockOuts } = line
  const undecided = knockOuts.some(({ decision }) => decision === null)
  return (
    <span class="grid justify-items-start gap-1">
      <AgendaBadge status={item.status} />
      {result?.outcome === 'ranked' && (
        <span>
          <b>{t('councils:stars', { count: result.stars })}</b>, {showScore(result.average ?? 0, locale)}
        </span>
      )}
      {result?.outcome === 'rejected' && <b>{t('councils:result.rejected')}</b>}
      {undecided && <span class="text-sm text-accent">{t('councils:session.knock_out')}</span>}
      {item.round > 1 && (
        <span class="text-sm text-ink-2">{t('councils:session.round', { round: item.round })}</span>
      )}
    </span>
  )
}

function SheetsCell({ line }: { line: AgendaLine }) {
  const { t } = useView()
  const { item, handedIn, awaited, standing } = line
  if (item.status === 'waiting' || item.status === 'released') return null
  return (
    <span class="grid gap-0.5">
      <span>{t('councils:session.sheets', { handedIn, count: handedIn + awaited })}</span>
      {standing && item.status !== 'closed' && standing.spread !== null && (
        <span class={standing.tooWide ? 'text-sm font-semibold text-accent' : 'text-sm text-ink-2'}>
          {t('councils:session.spread', { spread: standing.spread })}
        </span>
      )}
    </span>
  )
}
