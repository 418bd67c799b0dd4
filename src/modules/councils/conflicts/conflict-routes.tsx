import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { textOf } from '../typed-council.ts'
import { type TypedDeclaration, typedDeclaration } from './declaration-form.ts'
import { declareConflicts } from './declare-conflicts.ts'
import { readConflicts } from './read-conflicts.ts'
import { readDeclaration } from './read-declaration.ts'
import { ConflictsPage } from './views/conflicts-page.tsx'
import { DeclarationPage } from './views/declaration-page.tsx'
import './text.ts'

/** Members declare their interests before a dossier opens, and those who run the session see who has. */
export const conflictRoutes = new Hono<Env>()

/** Whoever opens a page of a dossier before declaring is sent to the declaration, which knows where they wanted to go. */
export const sendToDeclare: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const refused = c.error instanceof Refusal && c.error.code === 'conflicts.declare_first'
  const [, sessionId, dossierId] = c.req.path.match(/^\/sessions\/([^/]+)\/dossiers\/([^/]+)/) ?? []
  if (!refused || c.req.method !== 'GET' || !sessionId || !dossierId) return
  c.res = c.redirect(`/sessions/${sessionId}/declaration?dossier=${dossierId}`, 303)
}

const page = '/sessions/:id/declaration'
type AtDeclaration = Context<Env, typeof page>

conflictRoutes.get(page, async (c) => show(c))

conflictRoutes.post(page, async (c) => {
  const sessionId = c.req.param('id')
  const form = await c.req.formData()
  const typed = typedDeclaration(form)
  const personId = textOf(form, 'member')
  const whose = personId === '' ? {} : { personId }
  let recusedFrom = 0
  const declare = async () => {
    recusedFrom = (await declareConflicts(c.get('ctx'), { sessionId, ...whose, ...typed })).recusedFrom
  }
  const refusal = await formRefusal(declare())
  if (refusal) {
    const { message, status } = formWords(refusal, c.get('view').t)
    return show(c, { typed, message, personId, dossierId: textOf(form, 'dossier') }, status)
  }
  sayNext(c, 'success', 'conflicts:done.declared')
  if (recusedFrom > 0) sayNext(c, 'warning', 'conflicts:done.recused', { count: recusedFrom })
  if (personId) return c.redirect(`/sessions/${sessionId}/conflicts`, 303)
  const wanted = textOf(form, 'dossier')
  const mayOpen = wanted && !typed.ties.some(({ dossierId }) => dossierId === wanted)
  return c.redirect(`/sessions/${sessionId}${mayOpen ? `/dossiers/${encodeURIComponent(wanted)}` : ''}`, 303)
})

conflictRoutes.get('/sessions/:id/conflicts', async (c) =>
  render(c, <ConflictsPage {...(await readConflicts(c.get('ctx'), c.req.param('id')))} />),
)

interface Returned {
  typed: TypedDeclaration
  message: string
  personId: string
  dossierId: string
}

async function show(c: AtDeclaration, returned?: Returned, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { member, dossier = '' } = c.req.query()
  const personId = (returned ? returned.personId : member) || undefined
  const reading = await readDeclaration(c.get('ctx'), { sessionId: c.req.param('id'), personId })
  const { session, council } = reading.room
  const props = {
    session: {
      id: session.id,
      name: session.name,
      heldOn: session.heldOn,
      closed: session.status === 'closed',
    },
    council: { id: council.id, name: council.name },
    ...reading,
    dossierId: returned?.dossierId ?? dossier,
  }
  return render(c, <DeclarationPage {...props} typed={returned?.typed} message={returned?.message} />, status)
}
