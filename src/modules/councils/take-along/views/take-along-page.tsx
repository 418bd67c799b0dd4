import { EmptyState, IslandScript, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import type { OwnProgress } from '../../session-view.ts'
import { OwnBadge } from '../../views/session-badge.tsx'
import type { TakeAlongData } from '../take-along-data.ts'

interface TakeAlongPageProps {
  session: { id: string; name: string }
  data: TakeAlongData
  own: readonly OwnProgress[]
}

/** The session as a member takes it along: what is kept on this device, what waits to be sent, the way to each sheet. */
export function TakeAlongPage({ session, data, own }: TakeAlongPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('take_along:title')}
      crumbs={[
        { href: '/my-scoring', label: t('councils:mine.title') },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: t('take_along:title') },
      ]}
    >
      <div class="grid gap-5">
        <Panel>
          <p class="mb-4 max-w-prose">{t('take_along:lead')}</p>
          <noscript>
            <p class="font-medium">{t('take_along:no_script')}</p>
          </noscript>
          <div id="take-along" class="grid gap-3" hidden>
            <p class="flex flex-wrap gap-3">
              <button type="button" class="btn btn-primary" data-take>
                {t('take_along:words.take')}
              </button>
              <button type="button" class="btn" data-drop hidden>
                {t('take_along:words.drop')}
              </button>
            </p>
            <progress class="progress progress-primary w-full" data-progress hidden />
            <p role="status" data-said />
          </div>
          <ul class="mt-3 grid gap-1" data-sent aria-live="polite" />
          <p class="mt-3 text-sm text-ink-2">{t('take_along:what')}</p>
        </Panel>
        <Panel flush title={t('take_along:sheets', { count: data.sheets.length })}>
          <Table
            caption={t('take_along:sheets', { count: data.sheets.length })}
            head={['product', 'here', 'own'].map((name) => ({ label: t(`take_along:${name}`) }))}
            rows={data.sheets.map(({ sheet, title, papers }, place) => [
              <a key="product" class="lnk inline-flex min-h-11 items-center" href={sheet}>
                {title}
              </a>,
              <span key="here" data-sheet={sheet}>
                {t('take_along:papers', { count: papers.length })}
              </span>,
              <OwnBadge key="own" own={own[place] ?? 'to_score'} />,
            ])}
            empty={
              <EmptyState icon="clipboard-check" title={t('take_along:nothing')}>
                {t('take_along:nothing_more')}
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <script
        id="take-along-data"
        type="application/json"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
      />
      <IslandScript name="take-along" />
    </WorkPage>
  )
}
