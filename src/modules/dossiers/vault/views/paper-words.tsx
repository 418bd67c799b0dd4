import type { PaperStatus } from '#modules/producers/index.ts'
import { type Day, showDay } from '#platform/dates.ts'
import { StatusBadge, type Tone, useView } from '#platform/ui/index.ts'
import type { Leaning } from '../leanings.ts'
import type { VaultLine } from '../read-vault.ts'

const tones = {
  expired: 'error',
  expiring: 'warning',
  valid: 'success',
  endless: 'neutral',
  unknown: 'info',
  replaced: 'neutral',
} as const satisfies Record<PaperStatus, Tone>

/** How a paper stands, with the day that decides it. */
export function PaperStanding({ status, validTo }: { status: PaperStatus; validTo: Day | null }) {
  const { t } = useView()
  const day = status !== 'replaced' && validTo ? ` · ${showDay(validTo)}` : ''
  return (
    <StatusBadge tone={tones[status]}>
      {t(`dossiers:page.vault.status.${status}`)}
      {day}
    </StatusBadge>
  )
}

/** What else names the paper: nothing where there is none. */
export function HeldBy({ heldBy }: Pick<VaultLine, 'heldBy'>) {
  const { t } = useView()
  if (heldBy.length === 0) return null
  return (
    <p class="text-sm">
      {t('dossiers:page.vault.held_in')} <LeaningLinks leanings={heldBy} />
    </p>
  )
}

/** Which dossiers, certificates and the like a paper will not outlast; nothing where there are none. */
export function Weakens({ weakens, weakensLater }: Pick<VaultLine, 'weakens' | 'weakensLater'>) {
  return (
    <>
      <WeakDossiers weakens={weakens} />
      {[...new Set(weakensLater.map(({ said }) => said))].map((said) => (
        <WeakLater key={said} said={said} leanings={weakensLater.filter((one) => one.said === said)} />
      ))}
    </>
  )
}

function WeakLater({ said, leanings }: { said: string; leanings: readonly Leaning[] }) {
  const { t } = useView()
  return (
    <p class="text-sm text-accent">
      {t(said)} <LeaningLinks leanings={leanings} />
    </p>
  )
}

function LeaningLinks({ leanings }: { leanings: readonly Leaning[] }) {
  return (
    <>
      {leanings.map(({ href, name }, place) => (
        <span key={href}>
          {place > 0 && ', '}
          <a class="lnk" href={href}>
            {name}
          </a>
        </span>
      ))}
    </>
  )
}

function WeakDossiers({ weakens }: Pick<VaultLine, 'weakens'>) {
  const { t } = useView()
  if (weakens.length === 0) return null
  return (
    <p class="text-sm text-accent">
      {t('dossiers:page.vault.weakens')}{' '}
      {weakens.map(({ dossierId, code, productName }, place) => (
        <span key={dossierId}>
          {place > 0 && ', '}
          <a class="lnk" href={`/dossiers/${dossierId}`}>
            {code} {productName}
          </a>
        </span>
      ))}
    </p>
  )
}
