import { type Context, Hono } from 'hono'
import { lawRegime, roundFor } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { answerPaper, paperFileOf } from '#platform/paper/answer-paper.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { typedDecision } from '../decision-form.ts'
import { CentralPackPage, type LetterForm } from '../views/central-pack-page.tsx'
import { findApproval, findCentralLetter } from './central-letter-store.ts'
import { approvalPaper, centralLetterPaper } from './central-papers.ts'
import { gatherPack } from './gather-pack.ts'
import { getApproval } from './get-approval.ts'
import { lacksOfPacks } from './lacks-of-packs.ts'
import { readApproved } from './read-approved.ts'
import { mayWriteLetter, writeCentralLetter } from './write-central-letter.ts'
import { zipPack } from './zip-pack.ts'
import '../text.ts'

/** What a province sends the ministry with results of 90 and more: the letter, and a pack for each product. */
export const packRoutes = new Hono<Env>()

packRoutes.get('/decisions/:id/central-pack', (c) => showPack(c))

packRoutes.post('/decisions/:id/central-pack', async (c) => {
  const form = await c.req.formData()
  const typed = { ...typedDecision(form), missingReason: String(form.get('missingReason') ?? '') }
  const decisionId = c.req.param('id')
  const refusal = await refusalOf(writeCentralLetter(c.get('ctx'), { decisionId, letter: typed }), 'invalid')
  if (refusal) {
    const faults = (refusal.facts.faults ?? {}) as LetterForm['faults']
    const message = refusalWords(refusal, c.get('view').t)
    return showPack(c, { typed, faults, message })
  }
  sayNext(c, 'success', 'recognition:done.letter_written')
  return c.redirect(`/decisions/${decisionId}/central-pack`, 303)
})

const papers = ['cong-van', 'quyet-dinh'] as const

packRoutes.get('/decisions/:id/central-pack/:file', async (c) => {
  const file = paperFileOf(c.req.param('file'), papers)
  const ctx = c.get('ctx')
  const decision = await getApproval(ctx, c.req.param('id'))
  const approved = await readApproved(ctx, decision)
  if (file.name === 'quyet-dinh')
    return answerPaper(c, approvalPaper(approved), { ...file, about: inName(decision.number) })
  const letter = await findCentralLetter(ctx.db, decision.id)
  if (!letter) throw new Refusal('not_found', 'recognition.no_letter_yet')
  return answerPaper(c, centralLetterPaper(approved, letter), { ...file, about: inName(letter.number) })
})

packRoutes.get('/dossiers/:id/central-pack.zip', async (c) => {
  const ctx = c.get('ctx')
  const dossierId = c.req.param('id')
  const approval = isId(dossierId) ? await findApproval(ctx.db, dossierId) : undefined
  if (!approval) throw new Refusal('not_found', 'recognition.no_pack')
  const decision = await getApproval(ctx, approval)
  const drawing = { files: c.get('files'), signingKey: c.get('signingKey') }
  const pack = await gatherPack(ctx, drawing, { decision, dossierId })
  const stream = await zipPack(pack, ctx.now)
  const facts = { decisionId: decision.id, files: pack.files.length }
  await record(ctx, 'central_pack.taken', `dossier:${dossierId}`, facts)
  return c.body(stream, 200, {
    'content-type': 'application/zip',
    'content-disposition': contentDisposition(`ho-so-trung-uong-${pack.printed.dossier.code}.zip`),
    'cache-control': 'private, no-store',
  })
})

async function showPack(c: Context<Env>, returned?: LetterForm): Promise<Response> {
  const ctx = c.get('ctx')
  const decision = await getApproval(ctx, c.req.param('id') ?? '')
  const packs = await lacksOfPacks(ctx, decision.id)
  const letter = await findCentralLetter(ctx.db, decision.id)
  const today = dayOf(ctx.now)
  const suggested = {
    ...{ number: '', decidedOn: today, missingReason: '' },
    ...{ signerName: decision.signerName, signerPost: decision.signerPost },
  }
  const round = roundFor(lawRegime('qd26-2026'), 'centre', today)
  return render(
    c,
    <CentralPackPage
      {...{ decision, packs, letter, round }}
      mayWrite={mayWriteLetter(ctx, decision)}
      form={returned ?? { typed: suggested, faults: {} }}
    />,
    returned ? 422 : 200,
  )
}

function inName(number: string): string {
  return number.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')
}
