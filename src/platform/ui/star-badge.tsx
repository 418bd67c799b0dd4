import { classes } from './classes.ts'
import { Rosette } from './rosette.tsx'
import { useView } from './view.ts'

export interface StarBadgeProps {
  stars: number
  /** The standing of the certificate on the day of the page. */
  status: 'valid' | 'expiring' | 'expired' | 'revoked'
  /** Until when, how long still, since when. The word of the standing is added where the note does not say it. */
  note?: string | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
}

const plates = { valid: 'ocop-ok', expiring: 'ocop-due', expired: 'ocop-end', revoked: 'ocop-off' } as const
const sizes = { sm: 'ocop-sm', md: undefined, lg: 'ocop-lg' } as const

/** The star of a certificate, never of a number: its standing is always said in words, colour only repeats it. */
export function StarBadge({ stars, status, note, size = 'md' }: StarBadgeProps) {
  const { t } = useView()
  const words = standing(t(`platform:star.${status}`), status, note)
  return (
    <span class={classes('ocop', plates[status], sizes[size])}>
      <span class="ocop-star">
        <Rosette stars={stars} struck={status === 'revoked'} />
      </span>
      <span class="ocop-text">
        <b>{t('platform:star.rank', { stars })}</b>
        <span class={status === 'valid' && !note ? 'sr-only' : undefined}>
          {size === 'sm' && <span aria-hidden="true">· </span>}
          {words}
        </span>
      </span>
    </span>
  )
}

/** Of what is in force or runs out a note says enough; of what has ended the word itself must be read. */
function standing(word: string, status: StarBadgeProps['status'], note: string | undefined): string {
  if (!note) return word
  if (status === 'valid' || status === 'expiring') return note
  return note.toLowerCase().startsWith(word.toLowerCase()) ? note : `${word} ${note}`
}
