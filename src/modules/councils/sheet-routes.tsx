import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { pageIn } from '#modules/dossiers/index.ts'
import { lawRegime } from '#modules/regulation/index.ts'
import { showTime } from '#platform/dates.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import type { HandInReply, Reply } from './desk/answer-queue.ts'
import type { DeskState } from './desk/desk-data.ts'
import { deskDataOf, deskStateOf, sheetAddress } from './desk/desk-of.ts'
import { handInSheet } from './hand-in-sheet.ts'
import { readEvidence } from './read-evidence.ts'
import { type OwnSheetReading, readOwnSheet } from './read-own-sheet.ts'
import { saveAnswer } from './save-answer.ts'
import { saveSheet } from './save-sheet.ts'
import { confirmMark } from './siblings/confirm-mark.ts'
import { typedAnswer, typedSheet } from './typed-sheet.ts'
import { HandInPage } from './views/hand-in-page.tsx'
import { deskIcons, SheetPage } from './views/sheet-page.tsx'
import './text.ts'

/** A member's own sheet: by forms, and answer by answer for the browser that takes the page over. */
export const sheetRoutes = new Hono<Env>()

const sheet = '/sessions/:sessionId/dossiers/:dossierId/sheet'
type At = { sessionId: string; dossierId: string }
type SheetContext = Context<Env, typeof sheet>

sheetRoutes.get(sheet, async (c) => showSheet(c))

sheetRoutes.post(sheet, async (c) => {
  const at = c.req.param() as At
  const typed = typedSheet(await c.req.formData())
  const refusal = await conflictOf(saveSheet(c.get('ctx'), { ...at, ...typed }))
  if (refusal) return showConflict(c, refusal, typed)
  return c.redirect(`${sheetAddress(at.sessionId, at.dossierId)}?all=1`, 303)
})

sheetRoutes.post(`${sheet}/answers/:criterion`, async (c) => {
  const { criterion, ...at } = c.req.param()
  const form = await c.req.formData()
  const typed = typedAnswer(form, criterion)
  const sheetId = form.get('carried')
  const refusal = await conflictOf(
    typeof sheetId === 'string'
      ? confirmMark(c.get('ctx'), {
          ...at,
          criterion,
          sheetId,
          version: typed.version,
          note: typed.notes[criterion],
        })
      : saveSheet(c.get('ctx'), { ...at, ...typed }),
  )
  if (refusal) return showConflict(c, refusal, { ...typed, criterion })
  const go = encodeURIComponent(String(form.get('go') ?? criterion))
  return c.redirect(`${sheetAddress(at.sessionId, at.dossierId)}?criterion=${go}`, 303)
})

const Answer = z.strictObject({
  options: z.array(z.int().positive()).max(50).optional(),
  note: z.string().max(10_000).optional(),
  carried: z.uuid().nullish(),
  reason: z.string().max(10_000).optional(),
  version: z.int().nonnegative(),
})

sheetRoutes.put(`${sheet}/answers/:criterion`, async (c) => {
  const { criterion, ...at } = c.req.param()
  const body = Answer.safeParse(await c.req.json().catch(() => null))
  try {
    if (!body.success) {
      // Whoever has no sheet here is told that first.
      await readOwnSheet(c.get('ctx'), at)
      return c.json<Reply>({ is: 'refused', why: c.get('view').t('councils:refusal.not_an_option') }, 400)
    }
    const { options, note, reason, version, carried } = body.data
    const written = { ...(note === undefined ? {} : { note }), ...(reason === undefined ? {} : { reason }) }
    const change = { ...(options ? { options } : {}), ...written }
    const saved = carried
      ? await confirmMark(c.get('ctx'), { ...at, criterion, version, ...written, sheetId: carried })
      : await saveAnswer(c.get('ctx'), { ...at, criterion, version, ...change })
    return c.json<Reply>({ is: 'saved', version: saved.version, at: showTime(saved.savedAt) })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return refusedAnswer(c, thrown, at)
  }
})

const HandInAsked = z.strictObject({ version: z.int().nonnegative() })

sheetRoutes.put(`${sheet}/hand-in`, async (c) => {
  const at = c.req.param()
  const ctx = c.get('ctx')
  const body = HandInAsked.safeParse(await c.req.json().catch(() => null))
  const version = body.success ? body.data.version : 0
  const refused = await refusalOf(
    handInSheet(ctx, { ...at, version }),
    'conflict',
    'invalid',
    'forbidden',
    'not_found',
  )
  if (refused && refused.code !== 'councils.handed_in_already') return refusedAnswer(c, refused, at)
  // In already: when it is the version asked for, only the answer to it had been lost.
  const { sheet: kept } = await readOwnSheet(ctx, at)
  if (!kept?.handedInAt || (refused && kept.version !== version))
    return refusedAnswer(c, refused ?? new Refusal('conflict', 'councils.sheet_changed'), at)
  return c.json<HandInReply>({ is: 'handed_in', at: showTime(kept.handedInAt), total: kept.total ?? 0 })
})

sheetRoutes.get(`${sheet}/hand-in`, async (c) => showHandIn(c))

sheetRoutes.post(`${sheet}/hand-in`, async (c) => {
  const at = c.req.param() as At
  const { version } = typedSheet(await c.req.formData())
  try {
    const { total } = await handInSheet(c.get('ctx'), { ...at, version })
    sayNext(c, 'success', 'councils:done.handed_in', { total })
    return c.redirect('/my-scoring', 303)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    return showHandIn(c, thrown)
  }
})

sheetRoutes.get('/sessions/:sessionId/dossiers/:dossierId/evidence/:evidenceId', async (c) => {
  const ctx = c.get('ctx')
  const { fileId } = await readEvidence(ctx, { ...c.req.param(), page: pageIn(c) })
  const file = await openStoredFile(ctx.db, c.get('files'), fileId)
  return c.body(Uint8Array.from(file.bytes), 200, fileHeaders(file, 'inline'))
})

function deskOf(c: Context<Env>, reading: OwnSheetReading) {
  const { t, locale } = c.get('view')
  const { bands } = lawRegime(reading.dossier.regimeId)
  return deskDataOf(reading, { bands, locale, t, icons: deskIcons() })
}

async function showSheet(
  c: SheetContext,
  more: Partial<DeskState> & { note?: string } = {},
): Promise<Response> {
  const reading = await readOwnSheet(c.get('ctx'), c.req.param() as At)
  const data = await deskOf(c, reading)
  const { criterion, all, evidence } = c.req.query()
  const asked = { criterion: more.criterion ?? criterion, all: more.all ?? all === '1', evidenceId: evidence }
  const { note, ...typed } = more
  const opened = deskStateOf(reading, asked)
  const state = {
    ...opened,
    answers: { ...opened.answers, ...typed.answers },
    notes: { ...opened.notes, ...typed.notes },
    reasons: { ...opened.reasons, ...typed.reasons },
  }
  return render(
    c,
    <SheetPage data={{ ...data, closedNote: note ?? data.closedNote }} state={state} />,
    note ? 409 : 200,
  )
}

interface Typed {
  answers: DeskState['answers']
  notes: DeskState['notes']
  reasons: DeskState['reasons']
  criterion?: string
}

/** The sheet moved on elsewhere: what was typed stands over what is kept now, to be saved once more. */
function showConflict(
  c: SheetContext,
  refusal: Refusal,
  { answers, notes, reasons, criterion }: Typed,
): Promise<Response> {
  const { t } = c.get('view')
  const note = refusalWords(refusal, t)
  const place = criterion === undefined ? { all: true } : { criterion, all: false }
  return showSheet(c, { answers, notes, reasons, ...place, note: `${note} ${t('councils:sheet.once_more')}` })
}

async function showHandIn(c: SheetContext, refusal?: Refusal): Promise<Response> {
  const reading = await readOwnSheet(c.get('ctx'), c.req.param() as At)
  const data = await deskOf(c, reading)
  const fault = refusal && refusalWords(refusal, c.get('view').t)
  const state = deskStateOf(reading, { all: false })
  const status = !refusal ? 200 : refusal.kind === 'invalid' ? 422 : 409
  return render(c, <HandInPage {...{ data, state, fault }} />, status)
}

async function refusedAnswer(c: Context<Env>, refusal: Refusal, at: At): Promise<Response> {
  const why = refusalWords(refusal, c.get('view').t)
  const status = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422 } as const
  if (refusal.code !== 'councils.sheet_changed')
    return c.json<Reply>({ is: 'refused', why }, status[refusal.kind])
  const { sheet: kept } = await readOwnSheet(c.get('ctx'), at)
  const { version = 0, answers = {}, notes = {}, reasons = {} } = kept ?? {}
  return c.json<Reply>({ is: 'changed', version, answers, notes, reasons }, 409)
}

const toldAtTheSheet = ['councils.sheet_changed', 'councils.no_proposal', 'councils.answered_already']

/** The refusal where the sheet was changed elsewhere, or null; any other refusal passes through. */
async function conflictOf(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (thrown) {
    if (thrown instanceof Refusal && toldAtTheSheet.includes(thrown.code)) return thrown
    throw thrown
  }
}
