import { Hono } from 'hono'
import { consultantWork } from '#modules/consultants/index.ts'
import { councilWork } from '#modules/councils/index.ts'
import { dossierWork } from '#modules/dossiers/index.ts'
import { peopleWork } from '#modules/people/index.ts'
import { producerWork } from '#modules/producers/index.ts'
import { recognitionWork } from '#modules/recognition/index.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import {
  Button,
  EmptyState,
  Panel,
  useView,
  WorkPage,
  type WorkPart,
  WorkPartPanel,
} from '#platform/ui/index.ts'
import { installationWork } from './installation-work.tsx'

/** Where each module says what waits for a person; of equal urgency they stand in this order. */
const sources = [
  dossierWork,
  councilWork,
  consultantWork,
  producerWork,
  recognitionWork,
  peopleWork,
  installationWork,
]

/** A person's home: what waits for the roles that they hold, the most urgent first. */
export const workRoutes = new Hono<Env>().get('/work', async (c) => {
  const ctx = c.get('ctx')
  if (ctx.actor.id === null) return c.redirect('/sign-in?back=/work', 303)
  const parts = (await Promise.all(sources.map((source) => source(ctx, c.get('view').t)))).flat()
  return render(c, <HomePage parts={parts.toSorted(byUrgency)} />)
})

function byUrgency(a: WorkPart, b: WorkPart): number {
  return Number(b.urgent ?? false) - Number(a.urgent ?? false)
}

function HomePage({ parts }: { parts: readonly WorkPart[] }) {
  const { t, actor } = useView()
  return (
    <WorkPage title={t('platform:work.greeting', { name: actor.name })}>
      {parts.length === 0 ? (
        <Panel>
          <EmptyState
            icon="sprout"
            title={t('platform:no_work.heading')}
            action={<Button href="/">{t('platform:nav.public_site')}</Button>}
          >
            {t('platform:no_work.text')}
          </EmptyState>
        </Panel>
      ) : (
        <div class="grid gap-6">
          {parts.map((part) => (
            <WorkPartPanel key={part.key} part={part} />
          ))}
        </div>
      )}
    </WorkPage>
  )
}
