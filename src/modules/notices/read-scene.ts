import { type Team, teamOf } from '#modules/appraisal/index.ts'
import { findConsultant, findMandate } from '#modules/consultants/index.ts'
import { findCouncil, findSession, listRecusals } from '#modules/councils/index.ts'
import { findDossier } from '#modules/dossiers/index.ts'
import { getImport } from '#modules/imports/index.ts'
import { findInvitationById, listContacts } from '#modules/people/index.ts'
import { findIdea, findPlan } from '#modules/plans/index.ts'
import { findProducer } from '#modules/producers/index.ts'
import { findProduct } from '#modules/products/index.ts'
import { findCertificateAtHand } from '#modules/recognition/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import { type Ctx, system } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { NoticeFacts, NoticeTables } from './notice-tables.ts'

/** What happened, as `record` wrote it down. */
export interface ToldEvent {
  id: string
  at: Date
  actorId: string | null
  name: string
  subject: string
  facts: Readonly<Record<string, unknown>>
}

/** Where an event took place: who is near it, and the names that its sentences need. */
export interface Scene {
  /** Addresses, by what they lead to; a sentence leads to one of them. */
  hrefs: Readonly<Partial<Record<string, string>>>
  facts: NoticeFacts
  unitPath?: string
  producerId?: string
  productId?: string
  consultantId?: string
  holderId?: string | null
  /** Who appraises the dossier: the advisory team, or the OCOP body. */
  team?: Team
  seats?: readonly { personId: string; position: string; leftOn: string | null }[]
  recused?: readonly string[]
  personId?: string
  inviterId?: string
}

type Read = (ctx: Ctx<NoticeTables>, id: string, event: ToldEvent) => Promise<Scene | null>

/** How the scene of each kind of subject is read. */
const readers: Readonly<Record<string, Read>> = {
  dossier: (ctx, id) => dossierScene(ctx, id),
  certificate: certificateScene,
  council: councilScene,
  council_session: sessionScene,
  producer: producerScene,
  person: personScene,
  invitation: invitationScene,
  import: importScene,
  appraisal_report: appraisalScene,
  extra_test: appraisalScene,
  mandate: mandateScene,
  consultant: consultantScene,
  product_idea: ideaScene,
  business_plan: planScene,
}

/** The scene of an event, as it is now; null when what it was about is no more. */
export async function readScene(ctx: Ctx<NoticeTables>, event: ToldEvent): Promise<Scene | null> {
  const [kind = '', id = ''] = event.subject.split(':')
  return (await readers[kind]?.(ctx, id, event)) ?? null
}

export async function dossierScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const dossier = await findDossier(ctx.db, id)
  const product = dossier && (await findProduct(ctx.db, dossier.productId))
  const producer = dossier && (await findProducer(ctx.db, dossier.producerId))
  if (!dossier || !product || !producer) return null
  const { code, unitPath, producerId, productId, holderId, kind } = dossier
  return {
    hrefs: {
      dossier: `/dossiers/${id}`,
      tests: `/dossiers/${id}/tests`,
      appraisal: `/dossiers/${id}/appraisal`,
    },
    facts: { product: product.name, producer: producer.name, code },
    ...{ unitPath, producerId, productId, holderId, team: teamOf(kind) },
  }
}

/** What belongs to the appraisal of a dossier takes place where that does. */
async function appraisalScene(ctx: Ctx<NoticeTables>, _: string, event: ToldEvent): Promise<Scene | null> {
  const { dossierId } = event.facts
  return typeof dossierId === 'string' ? dossierScene(ctx, dossierId) : null
}

async function certificateScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const certificate = await findCertificateAtHand(ctx.db, id)
  if (!certificate) return null
  const { productName, producerName, code, unitPath, producerId } = certificate
  return {
    hrefs: { certificate: `/v/${code}` },
    facts: { product: productName, producer: producerName, code },
    ...{ unitPath, producerId },
  }
}

async function councilScene(ctx: Ctx<NoticeTables>, id: string, event: ToldEvent): Promise<Scene | null> {
  const council = await findCouncil(ctx.db, id)
  if (!council) return null
  const { personId } = event.facts
  return {
    hrefs: { council: `/councils/${id}` },
    facts: { council: council.name, decision: council.decisionNumber },
    ...{ unitPath: council.unitPath, seats: council.seats },
    ...(typeof personId === 'string' ? { personId } : {}),
  }
}

async function sessionScene(ctx: Ctx<NoticeTables>, id: string, event: ToldEvent): Promise<Scene | null> {
  const session = await findSession(ctx.db, id)
  const council = session && (await findCouncil(ctx.db, session.councilId))
  if (!session || !council) return null
  const { dossierId } = event.facts
  const item = typeof dossierId === 'string' ? await dossierScene(ctx, dossierId) : null
  const recusals = item ? await listRecusals(ctx.db, id) : []
  return {
    hrefs: { session: `/sessions/${id}`, agenda_item: `/sessions/${id}/dossiers/${dossierId}` },
    facts: { session: session.name, place: session.place, ...(item ? item.facts : {}) },
    ...{ unitPath: council.unitPath, seats: council.seats },
    recused: recusals.filter((one) => one.dossierId === dossierId).map(({ personId }) => personId),
  }
}

async function producerScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const producer = await findProducer(ctx.db, id)
  if (!producer) return null
  const { name, unitPath } = producer
  return { hrefs: { producer: `/producers/${id}` }, facts: { producer: name }, producerId: id, unitPath }
}

async function personScene(ctx: Ctx<NoticeTables>, id: string, event: ToldEvent): Promise<Scene | null> {
  const { unitPath } = event.facts
  const unitId = String(unitPath).split('/').at(-1) ?? ''
  const unit = await findUnit(ctx.db, unitId)
  return { hrefs: { account: '/account' }, facts: { unit: unit?.name ?? unitId }, personId: id }
}

async function invitationScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const invitation = await findInvitationById(ctx.db, id)
  if (!invitation?.acceptedBy) return null
  const [person] = await listContacts(ctx.db, [invitation.acceptedBy], dayOf(ctx.now))
  const unit = await findUnit(ctx.db, invitation.unitId)
  const facts = { name: person?.name ?? invitation.name, role: invitation.role, unit: unit?.name ?? '' }
  return { hrefs: { invitations: '/invitations' }, facts, inviterId: invitation.invitedBy }
}

async function importScene(ctx: Ctx<NoticeTables>, id: string, event: ToldEvent): Promise<Scene | null> {
  const batch = await getImport({ ...ctx, actor: system }, id)
  const scene = { hrefs: { import: `/imports/${id}` }, facts: { file: batch.fileName } }
  return event.actorId ? { ...scene, personId: event.actorId } : scene
}

async function mandateScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const mandate = await findMandate(ctx.db, id)
  if (!mandate) return null
  const { code, producerId, producerName, consultantId, consultantName } = mandate
  return {
    hrefs: { mandate: `/mandates/${id}` },
    facts: { code, producer: producerName, consultant: consultantName },
    ...{ producerId, consultantId },
  }
}

async function consultantScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const consultant = await findConsultant(ctx.db, id)
  if (!consultant) return null
  return {
    hrefs: { consultant: `/consultants/${id}`, portfolio: '/portfolio' },
    facts: { consultant: consultant.name },
    ...{ consultantId: id, unitPath: consultant.unitPath },
  }
}

async function ideaScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const idea = await findIdea(ctx.db, id)
  if (!idea) return null
  const { name, producerName, producerId, unitPath } = idea
  const facts = { product: name, producer: producerName }
  return { hrefs: { idea: `/plans/ideas/${id}` }, facts, producerId, unitPath }
}

async function planScene(ctx: Ctx<NoticeTables>, id: string): Promise<Scene | null> {
  const plan = await findPlan(ctx.db, id)
  if (!plan) return null
  const { name, producerName, producerId, unitPath } = plan
  const facts = { product: name, producer: producerName }
  return { hrefs: { plan: `/plans/business/${id}` }, facts, producerId, unitPath }
}
