import { Button, EmptyState, Panel, TextInput, useView, WorkPage } from '#platform/ui/index.ts'

interface ChooseProducerPageProps {
  search: string
  producers: readonly { id: string; name: string }[]
}

/** Whose product is to be added: asked of those who work for many producers. */
export function ChooseProducerPage({ search, producers }: ChooseProducerPageProps) {
  const { t } = useView()
  const title = t('products:choose_producer')
  return (
    <WorkPage title={title} crumbs={[{ href: '/products', label: t('products:title') }, { label: title }]}>
      <form method="get" class="panel grid max-w-3xl items-end gap-4 p-4 sm:grid-cols-[1fr_auto]">
        <TextInput label={t('producers:filter.search')} name="search" type="search" value={search} />
        <Button icon="search">{t('producers:filter.apply')}</Button>
      </form>
      <Panel class="mt-5 max-w-3xl">
        {producers.length === 0 ? (
          <EmptyState icon="search-x" title={t('producers:empty.filtered_title')}>
            {t('producers:empty.filtered_text')}
          </EmptyState>
        ) : (
          <ul class="divide-y divide-line">
            {producers.map(({ id, name }) => (
              <li key={id}>
                <a class="lnk flex min-h-11 items-center" href={`/products/new?producer=${id}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </WorkPage>
  )
}
