import { Hono } from 'hono'
import { appraisalWork } from '#modules/appraisal/index.ts'
import { buyerPackWork } from '#modules/buyer-packs/index.ts'
import { consultantWork } from '#modules/consultants/index.ts'
import { councilWork } from '#modules/councils/index.ts'
import { dossierWork } from '#modules/dossiers/index.ts'
import { peopleWork } from '#modules/people/index.ts'
import { planWork } from '#modules/plans/index.ts'
import { producerWork } from '#modules/producers/index.ts'
import { recognitionWork } from '#modules/recognition/index.ts'
import { regulationWork } from '#modules/regulation/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
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
  appraisalWork,
  councilWork,
  consultantWork,
  producerWork,
  recognitionWork,
  peopleWork,
  regulationWork,
  planWork,
  buyerPackWork,
  installationWork,
]

/** A person's home: what waits for the roles that they hold, the most urgent first. */
export const workRoutes = new Hono<Env>().get('/work', async (c) => {
  const ctx = c.get('ctx')
  if (ctx.actor.id === null) return c.redirect('/sign-in?back=/work', 303)
  const { t, locale } = c.get('view')
  const parts = (await Promise.all(sources.map((source) => source(ctx, t, locale)))).flat()
  return render(c, <HomePage parts={parts.toSorted(byUrgency)} places={await placesOf(ctx)} />)
})

function byUrgency(a: WorkPart, b: WorkPart): number {
  return placeOf(a) - placeOf(b)
}

/** What asks for something now, what one works on, what only informs. */
function placeOf({ urgent, quiet }: WorkPart): number {
  if (urgent) return 0
  return quiet ? 2 : 1
}

/** The units of the person's roles, by their paths. */
async function placesOf({ db, actor }: Ctx<object>): Promise<Map<string, string>> {
  const ids = actor.holdings.map(({ unitPath }) => unitPath.split('/').at(-1) ?? '')
  const units = await findUnits(db, ids)
  return new Map([...units.values()].map(({ path, name }) => [path, name]))
}

function HomePage({ parts, places }: { parts: readonly WorkPart[]; places: ReadonlyMap<string, string> }) {
  const { t, actor } = useView()
  return (
    <WorkPage title={t('platform:work.greeting', { name: actor.name })}>
      <Roles actor={actor} places={places} />
      {parts.length === 0 ? (
        <NothingYet />
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

/** In which roles one is here, and where. */
function Roles({ actor, places }: { actor: Actor; places: ReadonlyMap<string, string> }) {
  const { t } = useView()
  const roles = actor.holdings.map(({ role, unitPath }) =>
    [t(`people:role.${role}`), places.get(unitPath)].filter(Boolean).join(', '),
  )
  if (roles.length === 0) return null
  return <p class="-mt-3 mb-5 text-ink-2">{[...new Set(roles)].join(' · ')}</p>
}

/** For who holds no role yet. */
function NothingYet() {
  const { t } = useView()
  return (
    <Panel>
      <EmptyState
        icon="sprout"
        title={t('platform:no_work.heading')}
        action={
          <div class="flex flex-wrap justify-center gap-2">
            <Button href="/account">{t('platform:nav.account')}</Button>
            <Button href="/">{t('platform:nav.public_site')}</Button>
          </div>
        }
      >
        {t('platform:no_work.text')}
      </EmptyState>
    </Panel>
  )
}
