import { Button, EmptyState, Panel, Select, useView, WorkPage } from '#platform/ui/index.ts'

/** For whom an officer writes an idea down. */
export function ChooseProducerPage({ producers }: { producers: readonly { id: string; name: string }[] }) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('plans:idea.new')}
      crumbs={[{ href: '/plans', label: t('plans:idea.title') }, { label: t('plans:idea.new') }]}
    >
      <Panel class="max-w-3xl">
        {producers.length === 0 ? (
          <EmptyState
            icon="store"
            title={t('plans:idea.no_producers')}
            action={<Button href="/producers/new">{t('plans:idea.add_producer')}</Button>}
          />
        ) : (
          <form method="get" action="/plans/ideas/new" class="space-y-4">
            <Select
              name="producer"
              label={t('plans:idea.choose_producer')}
              hint={t('plans:idea.choose_lead')}
              options={producers.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
            <p class="flex flex-wrap gap-3">
              <Button variant="primary">{t('plans:idea.continue')}</Button>
              <Button href="/producers/new" variant="ghost">
                {t('plans:idea.add_producer')}
              </Button>
            </p>
          </form>
        )}
      </Panel>
    </WorkPage>
  )
}
