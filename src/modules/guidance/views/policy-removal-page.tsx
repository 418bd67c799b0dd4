import { Button, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { SupportPolicy } from '../policy-store.ts'
import { PolicyWords } from './policy-list.tsx'

/** Says what taking a policy out does, and asks. */
export function PolicyRemovalPage({ policy }: { policy: SupportPolicy }) {
  const { t } = useView()
  const own = `/guidance/policies/${policy.id}`
  return (
    <WorkPage
      title={t('guidance:policy.remove_title')}
      crumbs={[
        { href: '/guidance/policies', label: t('guidance:policy.title') },
        { href: own, label: policy.title },
      ]}
    >
      <Panel class="max-w-3xl">
        <PolicyWords policy={policy} />
        <p class="mt-4">{t('guidance:policy.remove_text', { title: policy.title })}</p>
        <form method="post" action={`${own}/removal`} class="mt-4 flex flex-wrap gap-3">
          <input type="hidden" name="version" value={policy.version} />
          <Button variant="danger">{t('guidance:policy.remove')}</Button>
          <Button href={own}>{t('guidance:policy.cancel')}</Button>
        </form>
      </Panel>
    </WorkPage>
  )
}
