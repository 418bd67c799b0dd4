import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal } from '#platform/refusal.ts'
import { releaseMember } from '../release-member.ts'
import { delegateChair, endDelegation } from './delegate-chair.ts'
import { readSeat } from './read-seat.ts'
import { replaceMember } from './replace-member.ts'
import { askForDay, type TypedChange, typedChange } from './typed-change.ts'
import { SeatPage } from './views/seat-page.tsx'
import './text.ts'

/** Changes of a council's seats in mid-course, by decision. */
export const seatRoutes = new Hono<Env>()

const page = '/councils/:id/members/:personId'
type AtSeat = Context<Env, typeof page>

seatRoutes.get(page, async (c) => show(c))

seatRoutes.post(`${page}/change`, async (c) => {
  const typed = typedChange(await c.req.formData())
  const refusal = await formRefusal(change(c, typed))
  if (refusal) {
    const { message, status } = formWords(refusal, c.get('view').t)
    return show(c, { typed, message }, status)
  }
  sayNext(c, 'success', `seats:done.${typed.change}`)
  return c.redirect(`/councils/${c.req.param('id')}`, 303)
})

async function change(c: AtSeat, { change, decision, successorId, organisation }: TypedChange) {
  const ctx = c.get('ctx')
  const at = { councilId: c.req.param('id'), personId: c.req.param('personId'), decision }
  // Whoever may not change the seat is told that before what is wrong with the form.
  await readSeat(ctx, at)
  askForDay(decision)
  switch (change) {
    case 'replace':
      return replaceMember(ctx, { ...at, successor: { personId: successorId, organisation } })
    case 'release':
      return releaseMember(ctx, at)
    case 'delegate':
      return delegateChair(ctx, at)
    case 'end_delegation':
      return endDelegation(ctx, at)
  }
}

async function show(
  c: AtSeat,
  returned: { typed?: TypedChange; message?: string } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx')
  const at = { councilId: c.req.param('id'), personId: c.req.param('personId') }
  const { council, ...reading } = await readSeat(ctx, at)
  const { id, name, rules } = council
  const props = { ...reading, council: { id, name, replacedSheets: rules.replacedSheets } }
  return render(c, <SeatPage {...props} today={dayOf(ctx.now)} {...returned} />, status)
}
