import { type Context, Hono } from 'hono'
import { councilDepartmentsOn, defaultRules } from '#modules/regulation/index.ts'
import { dayOf, isDay } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { addMember } from './add-member.ts'
import { loadOf } from './agenda/capacity.ts'
import { proposeOrder } from './agenda/propose-order.ts'
import { changeCouncilRules } from './change-council-rules.ts'
import type { CouncilFault } from './council-faults.ts'
import { enterCouncil } from './enter-council.ts'
import { levelOf, missingDepartments } from './missing-departments.ts'
import { planSession } from './plan-session.ts'
import { listCandidates, readCouncil, readCouncils, unitsToPrepare } from './read-council.ts'
import type { Regulation } from './regulation/regulation.ts'
import { askForDay, typedDecision } from './seats/typed-change.ts'
import { askToBeSomebody } from './session-room.ts'
import { setUpCouncil } from './set-up-council.ts'
import {
  positionOf,
  rulesIn,
  type TypedRules,
  textOf,
  typedAgenda,
  typedPicks,
  typedRegulation,
  typedRules,
  typedSeats,
} from './typed-council.ts'
import { CouncilPage, type ReturnedPlan } from './views/council-page.tsx'
import { CouncilsPage } from './views/councils-page.tsx'
import { NewCouncilPage, type TypedCouncil } from './views/new-council-page.tsx'
import './text.ts'

/** Councils: who sits in them, by which rules, and the sessions that are planned. */
export const councilRoutes = new Hono<Env>()

councilRoutes.get('/councils', async (c) => {
  askToBeSomebody(c.get('ctx').actor)
  const { councils, sessions, units } = await readCouncils(c.get('ctx'))
  const listed = councils.map(({ id, name, unitName, decisionNumber, decidedOn, isDemo }) => {
    const held = sessions.filter(({ councilId }) => councilId === id)
    return { id, name, unitName, decisionNumber, decidedOn, isDemo, sessions: held }
  })
  return render(c, <CouncilsPage councils={listed} mayCreate={units.length > 0} />)
})

councilRoutes.get('/councils/new', async (c) => {
  const [unit] = await unitsToPrepare(c.get('ctx'))
  const typed = { unitPath: unit?.path ?? '', name: '', decisionNumber: '', decidedOn: '', signer: '' }
  return showNew(c, { typed: { ...typed, seats: {}, rules: defaultRules }, faults: {} })
})

councilRoutes.post('/councils', async (c) => {
  const form = await c.req.formData()
  const members = typedSeats(form)
  const typedIn = typedRules(form)
  const rules = rulesIn(typedIn)
  const decidedOn = textOf(form, 'decidedOn')
  const facts = { unitPath: textOf(form, 'unitPath'), name: textOf(form, 'name'), decidedOn }
  const decision = { decisionNumber: textOf(form, 'decisionNumber'), signer: textOf(form, 'signer') }
  const seats = Object.fromEntries(members.map(({ personId, ...seat }) => [personId, seat]))
  const regulation = typedRegulation(form)
  const typed: TypedCouncil = { ...facts, ...decision, seats, rules: typedIn, regulation }
  const { t } = c.get('view')
  if (!isDay(decidedOn)) return showNew(c, { typed, faults: { decidedOn: t('councils:fault.missing') } })
  if (!rules) return showNew(c, { typed, faults: {}, message: t('councils:fault.rules') })
  try {
    const { councilId } = await setUpCouncil(c.get('ctx'), {
      ...facts,
      ...decision,
      members,
      rules,
      regulation,
    })
    sayNext(c, 'success', 'councils:done.set_up')
    return c.redirect(`/councils/${councilId}`, 303)
  } catch (thrown) {
    if (!isOfForm(thrown)) throw thrown
    const found = (thrown.facts.faults ?? []) as CouncilFault[]
    const faults: Record<string, string> = {}
    for (const { field, fault } of found)
      faults[field] = [faults[field], t(`councils:fault.${fault}`)].filter(Boolean).join(' ')
    return showNew(c, { typed, faults, message: refusalWords(thrown, c.get('view').t) })
  }
})

councilRoutes.get('/councils/:id', async (c) => showCouncil(c))

councilRoutes.post('/councils/:id/rules', async (c) => {
  const councilId = c.req.param('id')
  const typed = typedRules(await c.req.formData())
  const rules = rulesIn(typed)
  if (!rules) return showCouncil(c, { message: c.get('view').t('councils:fault.rules'), rules: typed }, 422)
  return step(c, () => changeCouncilRules(c.get('ctx'), { councilId, rules }), 'councils:done.rules')
})

councilRoutes.post('/councils/:id/members', async (c) => {
  const councilId = c.req.param('id')
  const form = await c.req.formData()
  const position = positionOf(textOf(form, 'position')) ?? 'member'
  const department = textOf(form, 'department') || null
  const organisation = textOf(form, 'organisation')
  const seat = { personId: textOf(form, 'personId'), position, organisation, department }
  const decision = typedDecision(form)
  const member = { councilId, ...seat, scores: form.has('scores'), decision }
  let recusedFrom = 0
  const add = async () => {
    askForDay(decision)
    recusedFrom = (await addMember(c.get('ctx'), member)).recusedFrom
  }
  const answer = await step(c, add, 'councils:done.member_added')
  if (recusedFrom > 0) sayNext(c, 'warning', 'councils:done.member_advised', { count: recusedFrom })
  return answer
})

councilRoutes.post('/councils/:id/sessions', async (c) => {
  const councilId = c.req.param('id')
  const form = await c.req.formData()
  const { dossierIds: numbered, order } = typedAgenda(form)
  const { picked, groups, chosen } = typedPicks(form)
  const until = textOf(form, 'until')
  const typed = { name: textOf(form, 'name'), heldOn: textOf(form, 'heldOn'), place: textOf(form, 'place') }
  try {
    if (!isDay(typed.heldOn) || (until && !isDay(until)))
      throw new Refusal('invalid', 'councils.session_incomplete')
    const ctx = c.get('ctx')
    const { council } = await enterCouncil(ctx, councilId)
    const rest = chosen.filter((id) => !numbered.includes(id))
    const dossierIds = [...numbered, ...(await proposeOrder(ctx, council, { dossierIds: rest }))]
    const days = { heldOn: typed.heldOn, until: until || null }
    const { sessionId } = await planSession(ctx, { councilId, ...typed, ...days, dossierIds })
    sayNext(c, 'success', 'councils:done.planned')
    const { dailyCapacity } = council.rules
    const load = loadOf(days, { products: dossierIds.length, dailyCapacity })
    const { over, ...facts } = load
    if (over) sayNext(c, 'warning', 'councils:load.over', { ...facts, dailyCapacity })
    return c.redirect(`/sessions/${sessionId}`, 303)
  } catch (thrown) {
    if (!isOfForm(thrown)) throw thrown
    const plan = {
      typed: { ...typed, until, order, picked, groups },
      message: refusalWords(thrown, c.get('view').t),
    }
    return showCouncil(c, { plan }, thrown.kind === 'conflict' ? 409 : 422)
  }
})

interface NewForm {
  typed: TypedCouncil
  faults: Readonly<Record<string, string>>
  message?: string
}

async function showNew(c: Context<Env>, { typed, faults, message }: NewForm): Promise<Response> {
  const ctx = c.get('ctx')
  const units = await unitsToPrepare(ctx)
  if (units.length === 0) throw new Refusal('forbidden', 'councils.not_the_office')
  const candidates = new Map<string, { id: string; name: string }>()
  for (const { path } of units)
    for (const person of await listCandidates(ctx, path)) candidates.set(person.id, person)
  const faulty = message !== undefined || Object.keys(faults).length > 0
  const at = { unitPath: typed.unitPath, decidedOn: dayOf(ctx.now) }
  const departments = councilDepartmentsOn(at.decidedOn, levelOf(at.unitPath))
  const lacking = missingDepartments({ ...at, seats: Object.values(typed.seats) })
  const people = [...candidates.values()]
  const props = { units, candidates: people, typed, faults, message, departments, lacking }
  return render(c, <NewCouncilPage {...props} />, faulty ? 422 : 200)
}

/** The council's page, with a form that came back. */
export async function showCouncil(
  c: Context<Env, '/councils/:id'>,
  returned: { plan?: ReturnedPlan; message?: string; regulation?: Regulation; rules?: TypedRules } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx')
  const reading = await readCouncil(ctx, c.req.param('id'))
  // A form that is faulty by itself comes back only to those who may hand it in.
  const may = returned.plan ? reading.plans : reading.prepares
  if (status !== 200 && !may) throw new Refusal('forbidden', 'councils.not_the_office')
  const { seats, ...council } = reading.council
  const named = seats.map((seat) => ({ ...seat, name: reading.names.get(seat.personId) ?? seat.personId }))
  const sitting = seats.filter(({ leftOn }) => leftOn === null)
  const lacking = missingDepartments({ ...council, seats: sitting })
  const departments = councilDepartmentsOn(council.decidedOn, council.level)
  const about = { departments, lacking, today: dayOf(ctx.now) }
  const props = { ...reading, council, seats: named, ...about, ...returned }
  return render(c, <CouncilPage {...props} />, status)
}

/** Runs a step of the council's page: done it says so, refused it comes back with the sentence. */
async function step(
  c: Context<Env, '/councils/:id'>,
  work: () => Promise<unknown>,
  done: string,
): Promise<Response> {
  try {
    await work()
  } catch (thrown) {
    if (!isOfForm(thrown)) throw thrown
    return showCouncil(
      c,
      { message: refusalWords(thrown, c.get('view').t) },
      thrown.kind === 'conflict' ? 409 : 422,
    )
  }
  sayNext(c, 'success', done)
  return c.redirect(`/councils/${c.req.param('id')}`, 303)
}

function isOfForm(thrown: unknown): thrown is Refusal {
  return thrown instanceof Refusal && (thrown.kind === 'invalid' || thrown.kind === 'conflict')
}
