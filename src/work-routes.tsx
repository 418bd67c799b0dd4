import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { Button, EmptyState, useView, WorkPage } from '#platform/ui/index.ts'

/** Where one comes to after signing in: the first of one's places of work, or a word that there is none yet. */
export const workRoutes = new Hono<Env>().get('/work', (c) => {
  const { actor, nav } = c.get('view')
  if (actor.id === null) return c.redirect('/sign-in?back=/work', 303)
  const [first] = nav
  return first ? c.redirect(first.href, 303) : render(c, <NoWorkPage />)
})

function NoWorkPage() {
  const { t } = useView()
  return (
    <WorkPage title={t('platform:no_work.title')}>
      <EmptyState
        icon="sprout"
        title={t('platform:no_work.heading')}
        action={<Button href="/">{t('platform:nav.public_site')}</Button>}
      >
        {t('platform:no_work.text')}
      </EmptyState>
    </WorkPage>
  )
}
