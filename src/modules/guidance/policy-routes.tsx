import { type Context, Hono } from 'hono'
import { findUnit } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { refusalOf } from '#platform/refusal.ts'
import { mayKeepGuidance, provinceToKeep, provinceToRead } from './guidance-rights.ts'
import { addPolicy, changePolicy, getPolicyToKeep, removePolicy } from './keep-policies.ts'
import { inSentence } from './plan-for.ts'
import { type PolicyFaults, type TypedPolicy, typedFromPolicy, typedPolicy } from './policy-form.ts'
import { policySheet } from './policy-sheet.ts'
import { listPolicies } from './policy-store.ts'
import { sheetAnswer } from './sheet-answer.ts'
import { versionIn } from './version-in.ts'
import { PoliciesPage } from './views/policies-page.tsx'
import { PolicyFormPage } from './views/policy-form-page.tsx'
import { PolicyRemovalPage } from './views/policy-removal-page.tsx'
import './text.ts'

/** The support policies of a province: read by its officers, kept by the province's. */
export const policyRoutes = new Hono<Env>()

policyRoutes.get('/guidance/policies', async (c) => {
  const { db, actor } = c.get('ctx')
  const unitId = provinceToRead(actor)
  const [policies, unit] = await Promise.all([listPolicies(db, { unitId }), findUnit(db, unitId)])
  const mayKeep = mayKeepGuidance(actor, unitId)
  return render(c, <PoliciesPage {...{ policies, mayKeep }} province={inSentence(unit?.name)} />)
})

policyRoutes.get('/guidance/policies.xlsx', async (c) => {
  const { db, actor } = c.get('ctx')
  const { t } = c.get('view')
  const policies = await listPolicies(db, { unitId: provinceToRead(actor) })
  return sheetAnswer(c, t('guidance:policy.excel_name'), await policySheet(policies, t))
})

policyRoutes.get('/guidance/policies/new', (c) => {
  provinceToKeep(c.get('ctx').actor)
  return render(c, <PolicyFormPage policy={null} typed={typedFromPolicy()} />)
})

policyRoutes.post('/guidance/policies', async (c) => {
  const typed = typedPolicy(await c.req.formData())
  const refusal = await refusalOf(addPolicy(c.get('ctx'), { typed }), 'invalid')
  if (refusal) return showAgain(c, { policy: null, typed, faults: refusal.facts.faults as PolicyFaults })
  return backToList(c, 'guidance:policy.saved')
})

policyRoutes.get('/guidance/policies/:id', async (c) => {
  const policy = await getPolicyToKeep(c.get('ctx'), c.req.param('id'))
  return render(c, <PolicyFormPage policy={policy} typed={typedFromPolicy(policy)} />)
})

policyRoutes.post('/guidance/policies/:id', async (c) => {
  const form = await c.req.formData()
  const typed = typedPolicy(form)
  const policy = { id: c.req.param('id'), version: versionIn(form) }
  const refusal = await refusalOf(changePolicy(c.get('ctx'), { ...policy, typed }), 'invalid')
  if (refusal) return showAgain(c, { policy, typed, faults: refusal.facts.faults as PolicyFaults })
  return backToList(c, 'guidance:policy.saved')
})

policyRoutes.get('/guidance/policies/:id/removal', async (c) => {
  const policy = await getPolicyToKeep(c.get('ctx'), c.req.param('id'))
  return render(c, <PolicyRemovalPage policy={policy} />)
})

policyRoutes.post('/guidance/policies/:id/removal', async (c) => {
  const version = versionIn(await c.req.formData())
  await removePolicy(c.get('ctx'), { id: c.req.param('id'), version })
  return backToList(c, 'guidance:policy.removed')
})

interface Faulty {
  policy: { id: string; version: number } | null
  typed: TypedPolicy
  faults: PolicyFaults
}

function showAgain(c: Context<Env>, faulty: Faulty): Response {
  return render(c, <PolicyFormPage {...faulty} message={c.get('view').t('guidance:fault.form')} />, 422)
}

function backToList(c: Context<Env>, said: string): Response {
  sayNext(c, 'success', said)
  return c.redirect('/guidance/policies', 303)
}
