import { Hono } from 'hono'
import { standingsOf } from '#modules/regulation/index.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { scoredProduct } from './agreement/read-agreement.ts'
import './agreement/text.ts'
import { closeDossier } from './close-dossier.ts'
import { atOf, dossierPath, readForm, showRoom, takeDossierStep } from './dossier-step.tsx'
import { openNewRound } from './open-new-round.ts'
import { proposeKnockOut } from './propose-knock-out.ts'
import { readResult } from './read-result.ts'
import { recuse } from './recuse.ts'
import { releaseDossier } from './release-dossier.ts'
import { textOf } from './typed-council.ts'
import { ResultPage } from './views/result-page.tsx'
import './text.ts'

/** A dossier on the agenda: who has handed in, the steps of those who run the session, and its result. */
export const agendaRoutes = new Hono<Env>()

const dossier = dossierPath

agendaRoutes.get(dossier, async (c) => showRoom(c))

agendaRoutes.post(`${dossier}/closing`, async (c) => {
  const { at, reason } = await readForm(c)
  const close = () => closeDossier(c.get('ctx'), { ...at, reason })
  return takeDossierStep(c, close, { form: 'closing', typed: reason, done: 'closed_dossier', to: '/result' })
})

agendaRoutes.post(`${dossier}/rounds`, async (c) => {
  const { at, reason } = await readForm(c)
  const open = () => openNewRound(c.get('ctx'), { ...at, reason })
  return takeDossierStep(c, open, { form: 'rounds', typed: reason, done: 'round' })
})

agendaRoutes.post(`${dossier}/release`, async (c) => {
  const { at, reason } = await readForm(c)
  const release = () => releaseDossier(c.get('ctx'), { ...at, reason })
  return takeDossierStep(c, release, { form: 'release', typed: reason, done: 'released' })
})

agendaRoutes.post(`${dossier}/recusals`, async (c) => {
  const { at, reason, form } = await readForm(c)
  const personId = textOf(form, 'personId')
  const own = personId === c.get('ctx').actor.id
  const declare = () => recuse(c.get('ctx'), { ...at, personId, reason })
  return takeDossierStep(c, declare, {
    form: 'recusals',
    typed: reason,
    done: 'recused',
    ...(own ? { leave: true } : {}),
  })
})

agendaRoutes.post(`${dossier}/knock-outs`, async (c) => {
  const { at, reason, form } = await readForm(c)
  const propose = () => proposeKnockOut(c.get('ctx'), { ...at, key: textOf(form, 'key'), reason })
  return takeDossierStep(c, propose, { form: 'knock-outs', typed: reason, done: 'knock_out_proposed' })
})

agendaRoutes.get(`${dossier}/result`, async (c) => {
  const { room, label, set, result, comparisons, names, rounds, papers } = await readResult(
    c.get('ctx'),
    atOf(c),
  )
  const product = scoredProduct(result, set, label.product)
  const counted = product.sheets.map(({ score }) => score)
  const marks = set.marks === 'none' ? [] : standingsOf(set, counted, result.inputs.rules.markRule)
  const { id, name } = room.session
  return render(
    c,
    <ResultPage
      session={{ id, name }}
      {...{ label, result, set, marks, product, comparisons, names, rounds, papers }}
    />,
  )
})
