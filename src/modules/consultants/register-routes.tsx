import { type Context, Hono } from 'hono'
import { readVersion, sheetAnswer, signedInOnly, uploaded } from '#modules/producers/index.ts'
import { provincePathOf } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { type FormWords, formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { changeConsultant } from './change-consultant.ts'
import {
  consultantStates,
  type DecisionOutcome,
  decisionOutcomes,
  outcomesFrom,
} from './consultant-fields.ts'
import { type TypedConsultant, typedConsultant } from './consultant-form.ts'
import { keepsRegister, registersKept, registersRead } from './consultant-rights.ts'
import { consultantSheet } from './consultant-sheet.ts'
import { type Consultant, listConsultants } from './consultant-store.ts'
import { decideConsultant } from './decide-consultant.ts'
import { getConsultant } from './get-consultant.ts'
import { readConsultantPage } from './read-consultant-page.ts'
import { applyAsConsultant, registerConsultant } from './register-consultant.ts'
import { addConsultantMember, removeConsultantMember } from './seat-consultant-member.ts'
import { ConsultantFormPage } from './views/consultant-form-page.tsx'
import { ConsultantPage } from './views/consultant-page.tsx'
import { ConsultantsPage } from './views/consultants-page.tsx'
import { DecisionPage, type TypedDecision } from './views/decision-page.tsx'
import './text.ts'

/** The register of consultants: its list, applying, registering, changing, deciding, who works for whom. */
export const registerRoutes = new Hono<Env>()

registerRoutes.use('/consultants', signedInOnly)
registerRoutes.use('/consultants/*', signedInOnly)
registerRoutes.use('/consultants.xlsx', signedInOnly)

registerRoutes.get('/consultants', async (c) => {
  const { db, actor } = c.get('ctx')
  const paths = readable(c)
  const search = c.req.query('q')?.trim().slice(0, 100) ?? ''
  const state = consultantStates.find((one) => one === c.req.query('state'))
  const all = await listConsultants(db, { paths, search })
  const lines = state ? all.filter((one) => one.state === state) : all
  const counts = Object.fromEntries(
    consultantStates.map((one) => [one, all.filter((line) => line.state === one).length]),
  )
  const keeps = registersKept(actor).length > 0
  return render(c, <ConsultantsPage {...{ lines, state, counts, search, keeps }} total={all.length} />)
})

registerRoutes.get('/consultants.xlsx', async (c) => {
  const { t } = c.get('view')
  const { db, now } = c.get('ctx')
  const search = c.req.query('q')?.trim().slice(0, 100) ?? ''
  const state = consultantStates.find((one) => one === c.req.query('state'))
  const states = state ? [state] : undefined
  const lines = await listConsultants(db, { paths: readable(c), search, states })
  return sheetAnswer(c, `tu-van-ocop-${dayOf(now)}`, await consultantSheet(db, lines, t))
})

registerRoutes.get('/consultants/application', (c) => {
  const { actor } = c.get('ctx')
  if (!actor.holdings.some(({ role }) => role === 'consultant'))
    throw new Refusal('forbidden', 'consultants.not_a_consultant')
  const typed = typedConsultant({ kind: 'person', name: actor.name })
  return render(c, <ConsultantFormPage purpose="apply" typed={typed} />)
})

registerRoutes.post('/consultants/application', async (c) => {
  const ctx = c.get('ctx')
  const form = await c.req.parseBody({ all: true })
  const typed = typedConsultant(form)
  const unitPath = provincePathOf(ctx.actor)
  const input = { typed, upload: await uploaded(form.file), unitPath }
  const refusal = await formRefusal(applyAsConsultant(ctx, c.get('files'), input))
  if (refusal) return showForm(c, 'apply', typed, formWords(refusal, c.get('view').t))
  sayNext(c, 'success', 'consultants:done.applied')
  return c.redirect('/portfolio', 303)
})

registerRoutes.get('/consultants/new', (c) => {
  if (registersKept(c.get('ctx').actor).length === 0)
    throw new Refusal('forbidden', 'consultants.not_the_keeper')
  return render(c, <ConsultantFormPage purpose="register" typed={typedConsultant({})} />)
})

registerRoutes.post('/consultants/new', async (c) => {
  const ctx = c.get('ctx')
  const [unitPath] = registersKept(ctx.actor)
  if (!unitPath) throw new Refusal('forbidden', 'consultants.not_the_keeper')
  const form = await c.req.parseBody({ all: true })
  const typed = typedConsultant(form)
  const decision = typedDecision(form)
  const input = { typed, decision, upload: await uploaded(form.file), unitPath: provincePathOf(ctx.actor) }
  const work = registerConsultant(ctx, c.get('files'), input)
  const refusal = await formRefusal(work)
  if (refusal) return showForm(c, 'register', typed, formWords(refusal, c.get('view').t), { decision })
  sayNext(c, 'success', 'consultants:done.registered')
  return c.redirect(`/consultants/${(await work).id}`, 303)
})

registerRoutes.get('/consultants/:id', async (c) => {
  const facts = await readConsultantPage(c.get('ctx'), c.req.param('id'))
  return render(c, <ConsultantPage {...facts} />)
})

registerRoutes.get('/consultants/:id/training', async (c) => {
  const ctx = c.get('ctx')
  const { trainingFileId } = await getConsultant(ctx, c.req.param('id'))
  const { bytes, ...file } = await openStoredFile(ctx.db, c.get('files'), trainingFileId ?? '')
  return c.body(new Uint8Array(bytes), 200, fileHeaders(file, 'inline'))
})

registerRoutes.get('/consultants/:id/edit', async (c) => {
  const consultant = await keptBy(c)
  const typed = typedConsultant({
    ...consultant,
    fields: consultant.fields,
  } as unknown as Record<string, unknown>)
  return render(c, <ConsultantFormPage purpose="change" consultant={consultant} typed={typed} />)
})

registerRoutes.post('/consultants/:id/edit', async (c) => {
  const consultant = await keptBy(c)
  const form = await c.req.parseBody({ all: true })
  const typed = typedConsultant(form)
  const version = readVersion(form)
  const change = { consultantId: consultant.id, version, typed, upload: await uploaded(form.file) }
  const refusal = await formRefusal(changeConsultant(c.get('ctx'), c.get('files'), change))
  if (refusal) return showForm(c, 'change', typed, formWords(refusal, c.get('view').t), { consultant })
  sayNext(c, 'success', 'consultants:done.changed')
  return c.redirect(`/consultants/${consultant.id}`, 303)
})

registerRoutes.get('/consultants/:id/decision', async (c) => {
  const consultant = await keptBy(c)
  const outcome = outcomeOf(c.req.query('outcome'), consultant)
  if (!outcome) throw new Refusal('conflict', 'consultants.nothing_to_decide', { state: consultant.state })
  const typed = typedDecision({ decidedOn: dayOf(c.get('ctx').now) })
  return render(c, <DecisionPage {...{ consultant, outcome, typed }} />)
})

registerRoutes.post('/consultants/:id/decision', async (c) => {
  const consultant = await keptBy(c)
  const form = await c.req.parseBody()
  const outcome = outcomeOf(form.outcome, consultant)
  if (!outcome) throw new Refusal('conflict', 'consultants.nothing_to_decide', { state: consultant.state })
  const typed = typedDecision(form)
  const input = { consultantId: consultant.id, outcome, ...typed }
  const refusal = await formRefusal(decideConsultant(c.get('ctx'), input))
  if (refusal) {
    const { faults, status } = formWords(refusal, c.get('view').t)
    return render(c, <DecisionPage {...{ consultant, outcome, typed, faults }} />, status)
  }
  sayNext(c, 'success', `consultants:done.${outcome}`)
  return c.redirect(`/consultants/${consultant.id}`, 303)
})

registerRoutes.post('/consultants/:id/members', async (c) => {
  const consultantId = c.req.param('id')
  const { email = '' } = (await c.req.parseBody()) as Record<string, string>
  const refusal = await formRefusal(addConsultantMember(c.get('ctx'), { consultantId, email }))
  if (refusal) {
    const facts = await readConsultantPage(c.get('ctx'), consultantId)
    const { message, status } = formWords(refusal, c.get('view').t)
    return render(c, <ConsultantPage {...facts} member={{ email, fault: message ?? '' }} />, status)
  }
  sayNext(c, 'success', 'consultants:done.member_added')
  return c.redirect(`/consultants/${consultantId}#members`, 303)
})

registerRoutes.post('/consultants/:id/members/:personId/removal', async (c) => {
  const { id: consultantId, personId } = c.req.param()
  await removeConsultantMember(c.get('ctx'), { consultantId, personId })
  sayNext(c, 'success', 'consultants:done.member_removed')
  return c.redirect(`/consultants/${consultantId}#members`, 303)
})

function readable(c: Context<Env>): string[] {
  const paths = registersRead(c.get('ctx').actor)
  if (paths.length === 0) throw new Refusal('forbidden', 'consultants.for_officers')
  return paths
}

/** @throws Refusal for who does not keep the register in which the consultant stands */
async function keptBy(c: Context<Env>): Promise<Consultant> {
  const ctx = c.get('ctx')
  const consultant = await getConsultant(ctx, c.req.param('id') ?? '')
  if (!keepsRegister(ctx.actor, consultant.unitPath))
    throw new Refusal('forbidden', 'consultants.not_the_keeper')
  return consultant
}

function outcomeOf(asked: unknown, { state }: Consultant): DecisionOutcome | undefined {
  const outcome = decisionOutcomes.find((one) => one === asked)
  return outcome && outcomesFrom(state).includes(outcome) ? outcome : undefined
}

function typedDecision(form: Record<string, unknown>): TypedDecision {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return { number: read('number'), decidedOn: read('decidedOn'), reason: read('reason') }
}

function showForm(
  c: Context<Env>,
  purpose: 'apply' | 'register' | 'change',
  typed: TypedConsultant,
  { status, ...words }: FormWords,
  more: { decision?: TypedDecision; consultant?: Consultant } = {},
): Response | Promise<Response> {
  return render(c, <ConsultantFormPage {...{ purpose, typed, ...words, ...more }} />, status)
}
