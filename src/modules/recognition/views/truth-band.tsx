import { Icon } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { CertificateStatus } from '../certificate-status.ts'

const looks = {
  valid: ['bg-sao-ok', 'circle-check'],
  expiring: ['bg-sao-ok', 'circle-check'],
  expired: ['bg-sao-end', 'calendar-x'],
  revoked: ['bg-sao-off', 'octagon-x'],
} as const satisfies Record<CertificateStatus, readonly [string, string]>

interface TruthBandProps {
  status: CertificateStatus
  /** What the word means for who holds the product. */
  sentence: string
  checkedAt: { time: string; day: string }
  /** `ocop.sonla.vn/v/` and the code. */
  address: { before: string; code: string }
}

/** The answer, before anything else: one word, what it means, and when and where it was asked. */
export function TruthBand({ status, sentence, checkedAt, address }: TruthBandProps) {
  const { t } = useView()
  const [colour, icon] = looks[status]
  return (
    <section class={`${colour} truth-band px-5 py-6 text-white`} aria-labelledby="status">
      <h1 id="status" class="flex items-center gap-3 text-4xl">
        <Icon name={icon} class="size-11" />
        {t(`recognition:truth.word.${status}`)}
      </h1>
      <p class="mt-2 text-lg">{sentence}</p>
      <p class="mt-3 flex items-center gap-2 border-t border-white/30 pt-3">
        <Icon name="clock" />
        <CheckedAt {...checkedAt} {...address} />
      </p>
    </section>
  )
}

/** `Kiểm tra lúc 14:05:32, 23/11/2026` and the address that was opened. */
export function CheckedAt(props: { time: string; day: string; before: string; code: string }) {
  const { t } = useView()
  const { time, day, before, code } = props
  return (
    <span class="break-words">
      {t('recognition:truth.checked_at')} <b>{time}</b>, {day}
      <br />
      {before}
      <b>{code}</b>
    </span>
  )
}
