import { type ListedDossier, listDossiers } from '#modules/dossiers/index.ts'
import { listPeopleWithRole, namesOf, unitPathsOf } from '#modules/people/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { type Council, hasOpenedSession, listCouncils, type SeatedCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterCouncil } from './enter-council.ts'
import { keepsMinutes, mayPrepare } from './positions.ts'
import { type CouncilChange, listChanges } from './seats/change-store.ts'
import { listSessions, type Session } from './session-store.ts'

/** Somebody who may be given a seat: who holds a council role in the unit. */
export interface Candidate {
  id: string
  name: string
}

export interface CouncilReading {
  council: SeatedCouncil
  unitName: string
  names: ReadonlyMap<string, string>
  sessions: Session[]
  /** Whether the actor prepares this council: members, rules, sessions. */
  prepares: boolean
  plans: boolean
  rulesOpen: boolean
  changes: CouncilChange[]
  /** Who might be seated, and the checked dossiers that might come before a session; empty where the actor does neither. */
  candidates: Candidate[]
  checked: ListedDossier[]
}

/** A council with its sessions, and what whoever prepares it chooses from. */
export async function readCouncil(ctx: Ctx<CouncilTables>, councilId: string): Promise<CouncilReading> {
  const { council, seat } = await enterCouncil(ctx, councilId)
  const prepares = mayPrepare(ctx.actor, council.unitPath)
  const plans = prepares || keepsMinutes(seat)
  const seated = new Set(
    council.seats.filter(({ leftOn }) => leftOn === null).map(({ personId }) => personId),
  )
  const candidates = prepares ? await listCandidates(ctx, council.unitPath) : []
  return {
    council,
    unitName: await unitNameOf(ctx, council.unitPath),
    names: await namesOf(
      ctx.db,
      council.seats.map(({ personId }) => personId),
    ),
    sessions: await listSessions(ctx.db, [councilId]),
    prepares,
    plans,
    rulesOpen: !(await hasOpenedSession(ctx.db, councilId)),
    changes: await listChanges(ctx.db, councilId),
    candidates: candidates.filter(({ id }) => !seated.has(id)),
    checked: plans ? await listChecked(ctx, council.unitPath) : [],
  }
}

export interface CouncilsReading {
  councils: (Council & { unitName: string })[]
  sessions: Session[]
  /** The units in which the actor may set up a council. */
  units: { path: string; name: string }[]
}

/** The councils within the actor's reach, with their sessions. */
export async function readCouncils(ctx: Ctx<CouncilTables>): Promise<CouncilsReading> {
  const roles = ['province_officer', 'administrator', 'leader', 'central_officer', 'auditor'] as const
  const councils = await listCouncils(ctx.db, {
    unitPaths: unitPathsOf(ctx.actor, roles),
    personId: ctx.actor.id,
  })
  const named = []
  for (const council of councils)
    named.push({ ...council, unitName: await unitNameOf(ctx, council.unitPath) })
  const sessions = await listSessions(
    ctx.db,
    councils.map(({ id }) => id),
  )
  return { councils: named, sessions, units: await unitsToPrepare(ctx) }
}

/** The units in which the actor may set up a council, with their names. */
export async function unitsToPrepare(ctx: Ctx<CouncilTables>): Promise<{ path: string; name: string }[]> {
  const paths = unitPathsOf(ctx.actor, ['province_officer', 'administrator', 'central_officer'])
  const units = paths.filter((path) => path.split('/').length <= 2 && mayPrepare(ctx.actor, path))
  const named = []
  for (const path of units) named.push({ path, name: await unitNameOf(ctx, path) })
  return named
}

/** Who holds a council role in the unit, works in its advisory team or is a consultant there, each once, in Vietnamese order of the roles' lists. */
export async function listCandidates(ctx: Ctx<CouncilTables>, unitPath: string): Promise<Candidate[]> {
  const found = new Map<string, string>()
  for (const role of ['chair', 'secretary', 'member', 'advisory', 'consultant'] as const)
    for (const { id, name } of await listPeopleWithRole(ctx.db, role, unitPath, dayOf(ctx.now)))
      found.set(id, name)
  return [...found].map(([id, name]) => ({ id, name }))
}

/** The checked dossiers of the council's unit: those who plan its sessions see them as the unit's office does. */
async function listChecked(ctx: Ctx<CouncilTables>, unitPath: string): Promise<ListedDossier[]> {
  const holdings = [{ role: 'province_officer', unitPath, producerId: null }]
  const asOffice: Actor = { ...ctx.actor, holdings }
  const query = { actor: asOffice, view: 'desk' as const, today: dayOf(ctx.now) }
  const { rows } = await listDossiers(ctx.db, query, {
    tab: { key: 'checked', states: ['checked'] },
    limit: 1000,
  })
  return rows
}

async function unitNameOf(ctx: Ctx<CouncilTables>, unitPath: string): Promise<string> {
  const unit = await findUnit(ctx.db, unitPath.split('/').at(-1) ?? '')
  return unit?.name ?? unitPath
}
