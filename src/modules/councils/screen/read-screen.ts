import { listBlindCodes } from '#modules/appraisal/index.ts'
import { findDossier } from '#modules/dossiers/index.ts'
import { findProduct, pictureAddress } from '#modules/products/index.ts'
import type { CriteriaSet, Trace } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { validSheets } from '../council-round.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { DossierLabel } from '../dossier-labels.ts'
import { labelDossiers } from '../dossier-labels.ts'
import { criteriaSetOf } from '../own-sheet.ts'
import { roundOf } from '../read-dossier-room.ts'
import { findResult } from '../result-store.ts'
import { listSheets } from '../score-sheet-store.ts'
import { type AgendaRecord, gatherAgenda } from '../session-record.ts'
import { askToRunSession, enterSession, type SessionRoom, standingIn } from '../session-room.ts'
import { type AgendaItem, listAgenda } from '../session-store.ts'
import { type AgendaLine, agendaFor } from '../session-view.ts'
import { type CriterionSpread, spreadByCriterion } from './spread-by-criterion.ts'
import { findStage, type StageRow, stampOf } from './stage-store.ts'

/** A product as the room may call it: by the code that stands on its units while it is tasted blind. */
export interface CalledProduct {
  position: number
  name: string
  producer: string | null
}

export interface ShownResult {
  outcome: 'ranked' | 'rejected'
  average: number | null
  stars: number | null
  trace: Trace
}

export interface OnStage {
  stage: StageRow
  called: CalledProduct
  /** Not shown while the product is tasted blind. */
  picture: string | null
  set: CriteriaSet
  line: AgendaLine
  /** On which criteria the ended round differs; empty where it may not be told. */
  spread: CriterionSpread[]
  result: ShownResult | null
}

export interface ScreenReading {
  session: SessionRoom['session']
  inRoom: number
  members: number
  done: number
  count: number
  onStage: OnStage | null
  next: CalledProduct[]
}

/** Refuses anybody but those who run the session, whose machine the projector shows; and says whether it looks otherwise. */
export async function enterScreen(
  ctx: Ctx<CouncilTables>,
  sessionId: string,
): Promise<{ room: SessionRoom; stamp: string }> {
  const room = await enterSession(ctx, sessionId)
  askToRunSession(room)
  return { room, stamp: await stampOf(ctx.db, sessionId) }
}

/** What the screen in the room shows: the product called, how far it is, what comes next. No name of who scored what. */
export async function readScreen(ctx: Ctx<CouncilTables>, room: SessionRoom): Promise<ScreenReading> {
  const { session } = room
  const agenda = await listAgenda(ctx.db, session.id)
  const stage = await findStage(ctx.db, session.id)
  const item = agenda.find(({ dossierId }) => dossierId === stage?.dossierId)
  const coming = agenda.filter((one) => one !== item && one.status === 'scoring')
  const after = coming.filter(({ position }) => position > (item?.position ?? 0))
  const next = [...after, ...coming.filter((one) => !after.includes(one))].slice(0, 5)
  const kept = await gatherAgenda(ctx, room, item ? [item] : [])
  const [line] = agendaFor(kept, ctx.actor.id)
  const names = await namesInRoom(ctx, [...(item ? [item] : []), ...next])
  return {
    session,
    inRoom: kept.inRoom.length,
    members: room.council.seats.filter(({ leftOn }) => leftOn === null).length,
    done: agenda.filter(({ status }) => status === 'closed').length,
    count: agenda.filter(({ status }) => status !== 'released').length,
    onStage:
      item && stage && line ? await onStage(ctx, room, { stage, line, kept, called: names(item) }) : null,
    next: next.map(names),
  }
}

async function onStage(
  ctx: Ctx<CouncilTables>,
  room: SessionRoom,
  { stage, line, called, kept }: Pick<OnStage, 'stage' | 'line' | 'called'> & { kept: AgendaRecord },
): Promise<OnStage> {
  const { item } = line
  const { seats, rules } = room.council
  const { set } = await criteriaSetOf(ctx, item.dossierId)
  const shown = { stage, line, called, set }
  const hidden = { picture: null, spread: [], result: null }
  const recused = line.recused.map(({ personId }) => personId)
  // Somebody recused, or who has declared nothing yet, is shown nothing of the sheets, on whatever screen.
  const recusals = kept.recusals.filter(({ dossierId }) => dossierId === item.dossierId)
  const reader = await standingIn(ctx, { council: room.council, item, recusals }, ctx.actor.id)
  if (reader.recused || reader.undeclared) return { ...shown, ...hidden }
  const ended = item.status === 'discussing' || item.status === 'closed'
  const sheets = ended
    ? await listSheets(ctx.db, { sessionId: stage.sessionId, dossierId: item.dossierId })
    : []
  const valid = validSheets(roundOf(sheets, item.round), { seats, rules, recused })
  return {
    ...shown,
    picture: called.producer === null ? null : await pictureOf(ctx, item.dossierId),
    spread: spreadByCriterion(set, valid),
    result: stage.showsResults && item.status === 'closed' ? await resultOf(ctx, item) : null,
  }
}

async function resultOf(ctx: Ctx<CouncilTables>, item: AgendaItem): Promise<ShownResult | null> {
  const result = await findResult(ctx.db, item.dossierId)
  if (result?.sessionId !== item.sessionId) return null
  const { outcome, average, stars, trace } = result
  return { outcome, average, stars, trace }
}

async function pictureOf(ctx: Ctx<CouncilTables>, dossierId: string): Promise<string | null> {
  const dossier = await findDossier(ctx.db, dossierId)
  const product = dossier && (await findProduct(ctx.db, dossier.productId))
  return (product && pictureAddress(product, 800)) ?? null
}

/** What the products are called in the room. One that is tasted blind has its code for a name until it is decided. */
async function namesInRoom(
  ctx: Ctx<CouncilTables>,
  items: readonly AgendaItem[],
): Promise<(item: AgendaItem) => CalledProduct> {
  const ids = items.map(({ dossierId }) => dossierId)
  const labels: Map<string, DossierLabel> = await labelDossiers(ctx.db, ids)
  const codes = await listBlindCodes(ctx.db, ids)
  return ({ dossierId, position, status }) => {
    const code = status === 'closed' ? undefined : codes.get(dossierId)
    const label = labels.get(dossierId)
    return code
      ? { position, name: code, producer: null }
      : { position, name: label?.product ?? '', producer: label?.producer ?? '' }
  }
}
