import { dayOf, showMoment } from '#platform/dates.ts'
import { Button, Facts, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import type { BuyerPackShareRow } from '../buyer-pack-tables.ts'
import { isOpen } from '../share/is-open.ts'
import type { PackPageProps } from './pack-page.tsx'

/** Who may open the pack by a link, until when, and how often that was done; the link itself is for its producer only. */
export function SharePanel({ today: { pack }, shares, mayWrite, address }: PackPageProps) {
  const { t, now } = useView()
  const open = shares.find((share) => isOpen(share, dayOf(now)))
  const ended = shares.filter((share) => share !== open)
  return (
    <Panel id="share" title={t('buyer-packs:share.title')} class="space-y-3">
      {open ? (
        <OpenShare {...{ share: open, packId: pack.id, mayWrite, address }} />
      ) : (
        <>
          <p>{t('buyer-packs:share.none')}</p>
          {mayWrite && (
            <Button href={`/buyer-packs/${pack.id}/share`} variant="secondary" icon="link">
              {t('buyer-packs:share.begin')}
            </Button>
          )}
        </>
      )}
      {ended.length > 0 && <EndedShares shares={ended} />}
    </Panel>
  )
}

interface OpenShareProps {
  share: BuyerPackShareRow
  packId: string
  mayWrite: boolean
  address: string
}

function OpenShare({ share, packId, mayWrite, address }: OpenShareProps) {
  const { t } = useView()
  return (
    <>
      <StatusBadge tone="success">{t('buyer-packs:share.open')}</StatusBadge>
      {mayWrite && (
        <label class="block">
          <span class="font-medium">{t('buyer-packs:share.link')}</span>
          <input class="input mt-1 w-full" readonly value={`${address}${share.code}`} />
        </label>
      )}
      <Facts
        items={[[t('buyer-packs:share.ends_on'), <Day key="d" day={share.endsOn} />], ...openings(share, t)]}
      />
      {mayWrite && (
        <div class="noprint flex flex-wrap gap-3">
          <Button href={`/chao-hang/${share.code}`} icon="external-link">
            {t('buyer-packs:share.look')}
          </Button>
          <form method="post" action={`/buyer-packs/${packId}/share/end`}>
            <Button variant="danger">{t('buyer-packs:share.end')}</Button>
          </form>
        </div>
      )}
    </>
  )
}

function Day({ day }: { day: string }) {
  const { t } = useView()
  return <>{t('buyer-packs:share.to_end_of', { day })}</>
}

type Translate = ReturnType<typeof useView>['t']

function openings({ opened, lastOpenedAt }: BuyerPackShareRow, t: Translate): [string, string][] {
  return [
    [t('buyer-packs:share.opened'), t('buyer-packs:share.times', { n: opened })],
    ...(lastOpenedAt
      ? [[t('buyer-packs:share.last_opened'), showMoment(lastOpenedAt)] as [string, string]]
      : []),
  ]
}

function EndedShares({ shares }: { shares: readonly BuyerPackShareRow[] }) {
  const { t } = useView()
  return (
    <details>
      <summary class="lnk inline-flex min-h-11 items-center">
        {t('buyer-packs:share.earlier', { n: shares.length })}
      </summary>
      <ul class="list-disc pl-5 text-sm">
        {shares.map((share) => (
          <li key={share.id}>
            {t('buyer-packs:share.was_open', { from: share.startedOn, to: lastDay(share), n: share.opened })}
          </li>
        ))}
      </ul>
    </details>
  )
}

function lastDay({ endsOn, endedAt }: BuyerPackShareRow): string {
  const stopped = endedAt && dayOf(endedAt)
  return stopped && stopped < endsOn ? stopped : endsOn
}
