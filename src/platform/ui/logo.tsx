import { Rosette } from './rosette.tsx'
import { useView } from './view.ts'

/** The name of the site with its sign, leading to the first page. */
export function Logo({ href = '/' }: { href?: string | undefined }) {
  const { t } = useView()
  return (
    <a href={href} class="flex min-h-11 items-center gap-2.5">
      <svg class="size-10 shrink-0" viewBox="0 0 40 40" aria-hidden="true">
        <path
          class="fill-accent"
          d="M20 5c10 0 17.500 6 17.500 15.500S30 37 20 37 2.500 30 2.500 20.500 10 5 20 5z"
        />
        <svg x="7" y="8" width="26" height="26" aria-hidden="true">
          <Rosette stars={5} class="text-accent-content" />
        </svg>
      </svg>
      <span class="leading-tight">
        <b class="block text-lg leading-5 tracking-tight">{t('platform:name')}</b>
        <span class="text-sm text-ink-2">{t('platform:place')}</span>
      </span>
    </a>
  )
}
