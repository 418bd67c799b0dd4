import { Button, useView } from '#platform/ui/index.ts'
import type { BatchBar } from '../batch-steps.ts'

export type { BatchBar }

const icons = { assign: 'user-plus', check: 'clipboard-check', carry: 'calendar-plus' } as const

/** What is done with the ticked dossiers; their boxes name this form, so it works without a script. */
export function BatchActions({ bar }: { bar: BatchBar }) {
  const { t } = useView()
  return (
    <form
      id="batch"
      method="get"
      action="/desk/batch"
      class="noprint mt-4 flex flex-wrap items-center gap-x-3 gap-y-2"
    >
      <span class="text-ink-2">{t('batch:ticked')}</span>
      {bar.steps.map((step) => (
        <Button key={step} type="submit" name="step" value={step} icon={icons[step]} size="sm">
          {t(`batch:step.${step}`)}
        </Button>
      ))}
      <a class="lnk flex min-h-11 items-center" href={bar.allHref}>
        {t(bar.all ? 'batch:tick_none' : 'batch:tick_all')}
      </a>
    </form>
  )
}

export function BatchBox({ id, name, bar }: { id: string; name: string; bar: BatchBar }) {
  const { t } = useView()
  return (
    <label class="grid size-11 shrink-0 place-items-center">
      <span class="sr-only">{t('batch:tick', { name })}</span>
      <input type="checkbox" class="checkbox" form="batch" name="id" value={id} checked={bar.all} />
    </label>
  )
}
