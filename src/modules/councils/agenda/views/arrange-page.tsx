import { Button, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { DossierLabel } from '../../dossier-labels.ts'
import type { Load } from '../capacity.ts'
import { LoadNote } from './load-note.tsx'
import { setName } from './set-name.ts'

interface ArrangePageProps {
  session: { id: string; name: string }
  lines: readonly {
    dossierId: string
    position: number
    label: DossierLabel | undefined
    recused: number
  }[]
  load: Load
  dailyCapacity: number
  /** The numbers of a form that came back. */
  order?: Readonly<Record<string, string>> | undefined
  message?: string | undefined
}

/** The agenda of a planned session in the order of tasting, to be renumbered or put in the proposed order. */
export function ArrangePage({ session, lines, load, dailyCapacity, order, message }: ArrangePageProps) {
  const { t, locale } = useView()
  return (
    <WorkPage
      title={t('councils:arrange.title')}
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: t('councils:arrange.title') },
      ]}
    >
      <form method="post" action={`/sessions/${session.id}/agenda`} class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <LoadNote load={load} dailyCapacity={dailyCapacity} />
        <Panel flush title={t('councils:arrange.list')} lead={t('councils:arrange.lead')}>
          <ol class="divide-y divide-line">
            {lines.map(({ dossierId, position, label, recused }) => (
              <li key={dossierId} class="flex flex-wrap items-center gap-3 p-4 lg:px-5">
                <input
                  type="number"
                  class="input w-20"
                  min={1}
                  name={`order:${dossierId}`}
                  value={order?.[dossierId] ?? position}
                  aria-label={t('councils:plan.order', { product: label?.product })}
                />
                <span class="min-w-0 flex-1 basis-52">
                  <b>{label?.product}</b>
                  <span class="block text-sm text-ink-2">
                    {label?.producer}, {label?.code}
                  </span>
                </span>
                <span class="text-sm text-ink-2">{setName(label?.criteriaSetId ?? '', locale)}</span>
                {recused > 0 && (
                  <span class="text-sm text-accent">{t('councils:arrange.recused', { count: recused })}</span>
                )}
              </li>
            ))}
          </ol>
        </Panel>
        <div class="flex flex-wrap gap-3">
          <Button variant="primary" name="do" value="save">
            {t('councils:arrange.save')}
          </Button>
          <Button name="do" value="propose">
            {t('councils:arrange.propose')}
          </Button>
        </div>
      </form>
    </WorkPage>
  )
}
