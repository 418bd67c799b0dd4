import { listDeclarationsDue } from '#modules/councils/index.ts'
import {
  type ExpiringPaper,
  listAnswersDue,
  listDueAtCommune,
  listExpiringPapers,
  listFixListsDue,
  workingDaysLeft,
} from '#modules/dossiers/index.ts'
import { listEndingPapers } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf, daysBetween } from '#platform/dates.ts'
import type { Audience } from './causes.ts'
import { certificateReminders } from './certificate-reminders.ts'
import { findPeopleNear } from './find-receivers.ts'
import type { NoticeTables } from './notice-tables.ts'
import { dossierScene } from './read-scene.ts'
import type { Look, Reminder } from './reminder.ts'
import { reminderRules, spanOf } from './reminder-rules.ts'
import { roundReminders } from './round-reminders.ts'

const communesDue: Look = async (ctx, today) => {
  const reminders: Reminder[] = []
  for (const { dossierId, dueOn: day } of await listDueAtCommune(
    ctx.db,
    spanOf(reminderRules.commune_due, today),
  )) {
    const left = workingDaysLeft(today, day)
    const wording = left < 0 ? 'commune_due_passed' : 'commune_due'
    reminders.push(
      ...(await ofDossier(ctx, dossierId, { name: 'commune_due', day, left, wording }, ['commune'])),
    )
  }
  return reminders
}

const answersDue: Look = async (ctx, today) => {
  const reminders: Reminder[] = []
  for (const { dossierId, dueOn: day } of await listAnswersDue(
    ctx,
    spanOf(reminderRules.answer_due, today),
  )) {
    const left = daysBetween(today, day)
    const wording = left < 0 ? 'answer_due_passed' : 'answer_due'
    reminders.push(
      ...(await ofDossier(ctx, dossierId, { name: 'answer_due', day, left, wording }, ['province'])),
    )
  }
  return reminders
}

/** What the province returned may be the commune's to mend as well: both are told. */
const fixListsDue: Look = async (ctx, today) => {
  const reminders: Reminder[] = []
  for (const { dossierId, dueOn: day, level } of await listFixListsDue(
    ctx.db,
    spanOf(reminderRules.fix_due, today),
  )) {
    const left = daysBetween(today, day)
    const wording = left < 0 ? 'fix_due_passed' : 'fix_due'
    const told: Audience[] = level === 'province' ? ['producer', 'commune'] : ['producer']
    reminders.push(...(await ofDossier(ctx, dossierId, { name: 'fix_due', day, left, wording }, told)))
  }
  return reminders
}

const papersEnd: Look = async (ctx, today) => {
  const reminders: Reminder[] = []
  const span = spanOf(reminderRules.paper, today)
  const cited = new Map((await listExpiringPapers(ctx, span)).map((paper) => [paper.paperId, paper]))
  for (const paper of await listEndingPapers(ctx.db, span)) {
    const { id, producerId, producerName, kind, validTo: day } = paper
    const left = daysBetween(today, day)
    const weakens = namesOf(cited.get(id))
    reminders.push({
      ...{ name: 'paper', day, left, about: id },
      subject: `producer:${producerId}`,
      wording: (left < 0 ? 'paper_ended' : 'paper_ends') + (weakens && '_cited'),
      facts: { producer: producerName, paper: kind, day, ...(weakens && { weakens }) },
      href: `/producers/${producerId}/papers/${id}`,
      personIds: await findPeopleNear(ctx, ['producer'], { producerId }),
    })
  }
  return reminders
}

/** A session begins, and some who sit have still to declare: without that no dossier opens to them. */
const declarationsDue: Look = async (ctx, today) => {
  const due = await listDeclarationsDue(ctx.db, spanOf(reminderRules.declaration, today))
  return due.map(({ sessionId, name, heldOn: day, place, personIds }) => ({
    ...{ name: 'declaration' as const, day, left: daysBetween(today, day) },
    subject: `council_session:${sessionId}`,
    wording: 'declaration_due',
    facts: { session: name, place, day },
    href: `/sessions/${sessionId}/declaration`,
    personIds,
  }))
}

/** What leans on the paper, by name: dossiers under way, certificates in force. */
function namesOf(paper: ExpiringPaper | undefined): string {
  const { weakens = [], weakensLater = [] } = paper ?? {}
  const dossiers = weakens.map(({ code, productName }) => `${code} ${productName}`)
  return [...dossiers, ...weakensLater.map(({ name }) => name)].join(', ')
}

const looks: readonly Look[] = [
  communesDue,
  answersDue,
  fixListsDue,
  roundReminders,
  certificateReminders,
  papersEnd,
  declarationsDue,
]

/** The days around today that rules announce, whether or not one of their thresholds is reached. */
export async function listReminders(ctx: Ctx<NoticeTables>): Promise<Reminder[]> {
  const found: Reminder[] = []
  for (const look of looks) found.push(...(await look(ctx, dayOf(ctx.now))))
  return found
}

async function ofDossier(
  ctx: Ctx<NoticeTables>,
  dossierId: string,
  due: Pick<Reminder, 'name' | 'day' | 'left' | 'wording'>,
  told: readonly Audience[],
): Promise<Reminder[]> {
  const scene = await dossierScene(ctx, dossierId)
  if (!scene?.hrefs.dossier) return []
  const personIds = await findPeopleNear(ctx, told, scene)
  const facts = { ...scene.facts, day: due.day }
  return [{ ...due, subject: `dossier:${dossierId}`, facts, href: scene.hrefs.dossier, personIds }]
}
