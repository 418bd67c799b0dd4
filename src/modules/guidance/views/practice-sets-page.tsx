import type { ProductGroup } from '#modules/regulation/index.ts'
import { Note, PublicPage, useView } from '#platform/ui/index.ts'

interface PracticeSetsPageProps {
  groups: readonly ProductGroup[]
  published: ReadonlySet<string>
}

/** Where a practice begins: the product sets of the law in force, each with its sheet. */
export function PracticeSetsPage({ groups, published }: PracticeSetsPageProps) {
  const { t, locale } = useView()
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  return (
    <PublicPage
      title={t('guidance:practice.title')}
      description={t('guidance:practice.lead')}
      canonical="/tu-cham"
    >
      <div class="wrap py-8">
        <h1 class="text-3xl">{t('guidance:practice.title')}</h1>
        <p class="mt-2 max-w-3xl text-lg text-ink-2">{t('guidance:practice.lead')}</p>
        <Note tone="info" class="mt-4 max-w-3xl" title={t('guidance:practice.no_result')}>
          {t('guidance:practice.nothing_kept')}
        </Note>
        <h2 class="mt-8 text-xl">{t('guidance:practice.choose')}</h2>
        <div class="mt-4 grid gap-8">
          {groups.map((group) => (
            <section key={group.code}>
              <h3 class="text-lg">
                {group.code}. {named(group)}
              </h3>
              <ul class="mt-2 grid gap-x-8 gap-y-1 md:grid-cols-2 lg:grid-cols-3">
                {group.subgroups
                  .flatMap(({ sets }) => sets)
                  .filter(({ id }) => published.has(id))
                  .map((set) => (
                    <li key={set.id}>
                      <a class="lnk inline-flex min-h-11 items-center" href={`/tu-cham/${set.id}`}>
                        {t('guidance:practice.set', { no: set.productSetNo, name: named(set) })}
                      </a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </PublicPage>
  )
}
