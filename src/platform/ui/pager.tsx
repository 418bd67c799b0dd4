import { Button } from './button.tsx'
import { useView } from './view.ts'

interface PagerProps {
  nextHref?: string | undefined
  /** Given on every page but the first. */
  firstHref?: string | undefined
}

/** Onward through a list that is read by key: to the next page, or back to its start. */
export function Pager({ nextHref, firstHref }: PagerProps) {
  const { t } = useView()
  if (!nextHref && !firstHref) return null
  return (
    <nav class="noprint mt-6 flex flex-wrap justify-center gap-3" aria-label={t('platform:pager.label')}>
      {firstHref && (
        <Button href={firstHref} icon="chevrons-left">
          {t('platform:pager.first')}
        </Button>
      )}
      {nextHref && (
        <Button href={nextHref} iconEnd="chevron-right">
          {t('platform:pager.next')}
        </Button>
      )}
    </nav>
  )
}
