import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { countUnread, noticeRoutes } from '#modules/notices/index.ts'
import {
  type Auth,
  type Caller,
  demandTwoFactor,
  peopleRoutes,
  type SignedIn,
} from '#modules/people/index.ts'
import { findProducer } from '#modules/producers/index.ts'
import { pagesFromMemory } from '#modules/recognition/index.ts'
import { assetRoutes } from '#platform/assets/assets.ts'
import { mostBytesOfFile } from '#platform/files/file-limit.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { clientAddress, isLoopbackAddress } from '#platform/http/client-address.ts'
import type { Env } from '#platform/http/env.ts'
import { answerError } from '#platform/http/errors.tsx'
import { takeSaid } from '#platform/http/flash.ts'
import { openMetrics } from '#platform/http/metrics.ts'
import { originCheck } from '#platform/http/origin-check.ts'
import { noteRequests, requestLog } from '#platform/http/request-log.ts'
import { securityHeaders, securityHeadersOf } from '#platform/http/security-headers.ts'
import { sendOnce } from '#platform/http/send-once.ts'
import type { JobQueue } from '#platform/jobs/queue.ts'
import type { SigningKey } from '#platform/pdf/signing-key.ts'
import { Refusal } from '#platform/refusal.ts'
import { translator } from '#platform/text/translator.ts'
import { componentRoutes } from '#platform/ui/component-routes.tsx'
import { preferenceRoutes } from '#platform/ui/preference-routes.ts'
import { uploadRoutes } from '#platform/uploads/upload-routes.ts'
import { countWork } from './count-work.ts'
import { moduleRoutes } from './module-routes.ts'
import { navigationOf } from './navigation.ts'
import { publicApi } from './public-api.ts'
import { workRoutes } from './work-routes.tsx'

export interface AppParts {
  // biome-ignore lint/suspicious/noExplicitAny: each module narrows it to its own tables
  db: Kysely<any>
  jobs: JobQueue
  log: Logger
  clock: () => Date
  demo: boolean
  /** The address that people type, when it is known before the first request. */
  publicUrl: string | null
  trustProxy: boolean
  files: FileStore
  signingKey: () => Promise<SigningKey>
  auth: Auth
  /** Finds who asks; in the running program from the session's cookie. */
  whoAsks: (asked: { caller: Caller; now: Date }) => Promise<SignedIn>
  /** What every account of the demonstration has for a password; null elsewhere. */
  demoPassword: string | null
  /** What browsers subscribe to for push messages; without it there are none. */
  pushKey?: string
}

/** One file as large as may be, with the form around it; more at once are sent piece by piece. */
const MOST_BYTES = mostBytesOfFile + 1024 * 1024

/** The whole program behind its address: what every request passes through, then the modules' pages. */
export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  const metrics = openMetrics()
  app.get('/health', (c) => c.text('ok'))
  const note = noteRequests(parts.log, metrics)
  const said = securityHeadersOf(parts.publicUrl?.startsWith('https:') ?? false)
  app.use(pagesFromMemory({ db: parts.db, clock: parts.clock, said, note }))
  app.use(requestLog(note))
  app.use(securityHeaders(said))
  app.route('/', assetRoutes)
  app.get('/metrics', async (c) => {
    if (!isLoopbackAddress(clientAddress(c, false))) return c.text('only from this machine', 403)
    return c.text(await metrics.text())
  })
  app.use(compress())
  app.use(giveView(parts))
  app.use(originCheck(parts.publicUrl))
  app.use(bodyLimit({ maxSize: MOST_BYTES }))
  app.route('/api/v1', publicApi)
  // What follows are pages with forms.
  app.use(sendOnce)
  app.route('/', preferenceRoutes)
  app.route('/', uploadRoutes)
  app.route('/', componentRoutes)
  const { auth, demoPassword } = parts
  app.route('/', peopleRoutes({ auth, findProducer, demoPassword }))
  app.route('/', workRoutes)
  app.route('/', moduleRoutes)
  app.route('/', noticeRoutes({ pushKey: parts.pushKey ?? null }))
  app.notFound(() => {
    throw new Refusal('not_found', 'platform.no_such_page')
  })
  app.onError(answerError)
  return app
}

/** Finds who asks and gives the request all that handlers need. */
function giveView(parts: AppParts): MiddlewareHandler<Env> {
  return async (c, next) => {
    const now = parts.clock()
    const url = new URL(c.req.url)
    const signedIn = await signedInOf(c, parts, now)
    const { actor } = signedIn
    const locale = localeOf(getCookie(c, 'language')) ?? signedIn.locale ?? 'vi'
    const t = translator(locale)
    const theme = (['tea', 'tea-dark'] as const).find((one) => one === getCookie(c, 'theme'))
    c.set('ctx', {
      db: parts.db,
      actor,
      now,
      jobs: parts.jobs,
      log: parts.log.child({ requestId: c.get('requestId') }),
    })
    c.set('files', parts.files)
    c.set('signingKey', parts.signingKey)
    c.set('origin', parts.publicUrl ?? url.origin)
    const notice = takeSaid(c, t)
    const counts = actor.id !== null && wantsPage(c) ? await countWork(c.get('ctx')) : {}
    const nav = navigationOf(actor, { path: url.pathname, t, counts })
    c.set('view', {
      t,
      locale,
      theme,
      path: url.pathname + url.search,
      actor,
      now,
      demo: parts.demo,
      nav,
      notice,
      unread: await unreadOf(c, parts, actor.id),
    })
    const detour = demandTwoFactor(
      { actor, twoFactorOn: signedIn.twoFactorOn, demo: parts.demo },
      url.pathname,
    )
    if (detour) return c.redirect(detour, 303)
    // Before the handler's own: a sign-in that it begins or ends must have the last word.
    for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true })
    await next()
  }
}

/** The number at the bell; pages alone have one. */
function unreadOf(c: Context<Env>, parts: AppParts, personId: string | null): Promise<number> | undefined {
  return personId && wantsPage(c) ? countUnread(parts.db, personId) : undefined
}

/** Whether a page is asked for, with its sidebar: not a picture, nor what a script fetches. */
function wantsPage(c: Context<Env>): boolean {
  const accepted = c.req.header('accept')
  return c.req.method === 'GET' && (accepted === undefined || accepted.includes('text/html'))
}

function localeOf(cookie: string | undefined): 'vi' | 'en' | undefined {
  return cookie === 'vi' || cookie === 'en' ? cookie : undefined
}

async function signedInOf(c: Context<Env>, parts: AppParts, now: Date): Promise<SignedIn> {
  const address = clientAddress(c, parts.trustProxy)
  c.set('address', address)
  const caller = {
    address,
    cookie: c.req.header('cookie') ?? '',
    userAgent: c.req.header('user-agent') ?? '',
  }
  return parts.whoAsks({ caller, now })
}
