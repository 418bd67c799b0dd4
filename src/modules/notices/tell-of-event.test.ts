import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { listOutbox } from '#platform/mail/outbox-store.ts'
import { keptJobs, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { translator } from '#platform/text/translator.ts'
import { insertInvitation } from '../people/invitation-store.ts'
import { causes } from './causes.ts'
import { putChoice } from './notice-store.ts'
import type { NoticeTables } from './notice-tables.ts'
import { wordsOf } from './notice-words.ts'
import { putSubscription } from './push-store.ts'
import { pushJob } from './put-notices.ts'
import type { ToldEvent } from './read-scene.ts'
import { tellOfEvent, toldEvent } from './tell-of-event.ts'
import { type NoticeWorld, oneDossierForAll, openNoticeWorld, tellingCtx } from './testing.ts'

let database: Database
let db: Kysely<NoticeTables>
let world: NoticeWorld
const invitationId = newId()
const importId = newId()
const post = { baseUrl: 'https://ocop.example.vn' }

beforeAll(async () => {
  database = await openTestDb({ damaged: oneDossierForAll })
  db = database.db
  world = await openNoticeWorld(db)
  await db
    .insertInto('importBatch')
    .values({
      ...{ id: importId, unitId: '14', unitPath: 'vn/14', fileName: 'danh-sach.xlsx', digest: 'x' },
      ...{ headers: '[]', mapping: '{}', encoding: 'utf-8', state: 'done', rowCount: 2, createdAt: testNow },
      ...{ createdBy: world.ids.province ?? '', confirmedAt: testNow, confirmedBy: world.ids.province ?? '' },
      ...{ movedAt: testNow, finishedAt: testNow },
    })
    .execute()
  await insertInvitation(db as never, {
    ...{ id: invitationId, email: 'moi@saolang.example', name: 'Người mới', role: 'commune_officer' },
    ...{ unitId: '03868', unitPath: 'vn/14/03868', producerId: null, tokenHash: 'x' },
    ...{ invitedBy: world.ids.administrator ?? '', invitedAt: testNow, expiresAt: testNow },
  })
  await db
    .updateTable('invitation')
    .set({ acceptedAt: testNow, acceptedBy: world.ids.colleague ?? '' })
    .execute()
})
beforeEach(async () => {
  await db.deleteFrom('notice').execute()
  await db.deleteFrom('outboxMail').execute()
  await db.deleteFrom('noticeChoice').execute()
})
afterAll(() => database.close())

interface Told {
  event: string
  facts?: Record<string, unknown>
  /** Who did it, by short name. */
  by?: string
  told: string[]
}

const both = ['owner', 'partner']
const officers = ['colleague', 'commune']

/** Every event, who did it and whom it tells; whoever is not named is a stranger to it. */
const table: readonly Told[] = [
  { event: 'dossier.submitted', by: 'owner', told: officers },
  {
    event: 'dossier.received',
    by: 'commune',
    facts: { receipt: '07/PĐK', dueOn: '2026-12-15' },
    told: both,
  },
  {
    event: 'dossier.returned',
    by: 'commune',
    facts: { dueOn: '2026-12-01' },
    told: ['adviser', ...both],
  },
  { event: 'dossier.resubmitted', by: 'owner', facts: { to: 'received' }, told: officers },
  { event: 'dossier.resubmitted', by: 'owner', facts: { to: 'proposed' }, told: ['province'] },
  {
    event: 'dossier.fix_list_extended',
    by: 'commune',
    facts: { level: 'commune', dueOn: '2026-12-01', reason: 'x' },
    told: both,
  },
  {
    event: 'dossier.fix_list_extended',
    by: 'province',
    facts: { level: 'province', dueOn: '2026-12-01', reason: 'x' },
    told: [...officers, ...both],
  },
  { event: 'dossier.gone_on', by: 'commune', facts: { to: 'received', reason: 'x' }, told: both },
  {
    event: 'dossier.gone_on',
    by: 'province',
    facts: { to: 'proposed', reason: 'x' },
    told: [...officers, ...both],
  },
  { event: 'dossier.proposed', by: 'commune', told: [...both, 'province'] },
  {
    event: 'dossier.returned_by_province',
    by: 'province',
    facts: { dueOn: '2026-12-01' },
    told: ['adviser', ...officers, ...both],
  },
  { event: 'dossier.checked', by: 'province', told: [...officers, ...both] },
  { event: 'dossier.placed', by: 'province', told: [...officers, ...both] },
  ...['law', 'extra'].map((kind) => ({
    event: 'dossier.carried',
    by: 'province',
    facts: { kind, year: '2027', number: 1, letterNumber: '01/CV-OCOP' },
    told: [...officers, ...both],
  })),
  {
    event: 'dossier.site_check_asked',
    by: 'province',
    facts: { note: 'Xem vùng nguyên liệu' },
    told: [...officers, ...both],
  },
  { event: 'dossier.released', by: 'secretary', told: ['province'] },
  { event: 'dossier.withdrawn', by: 'owner', facts: { from: 'draft', reason: 'x' }, told: [] },
  { event: 'dossier.withdrawn', by: 'owner', facts: { from: 'received', reason: 'x' }, told: officers },
  {
    event: 'dossier.withdrawn',
    by: 'owner',
    facts: { from: 'returned_by_province', reason: 'x' },
    told: [...officers, 'province'],
  },
  { event: 'dossier.scored', by: 'chair', facts: { average: 9100, stars: 4 }, told: ['leader', 'province'] },
  { event: 'dossier.rejected', by: 'chair', told: [...officers, ...both, 'province'] },
  {
    event: 'dossier.recognised',
    by: 'leader',
    facts: { number: '1/QĐ', stars: 4 },
    told: [...officers, 'province'],
  },
  {
    event: 'dossier.declined',
    by: 'leader',
    facts: { stars: 2, average: 4500 },
    told: [...officers, ...both, 'province'],
  },
  {
    event: 'dossier.sent_to_centre',
    by: 'leader',
    facts: { number: '1/QĐ', average: 9200 },
    told: ['centre', ...officers, ...both, 'province'],
  },
  {
    event: 'dossier.returned_by_centre',
    by: 'centre',
    facts: { average: 8800, stars: 4 },
    told: ['leader', 'province'],
  },
  { event: 'dossier.sent_back_to_council', by: 'leader', told: [...officers, 'province'] },
  { event: 'appraisal_report.saved', by: 'advisory', told: [] },
  { event: 'appraisal_report.signed', by: 'advisory', told: ['province'] },
  { event: 'extra_test.asked', by: 'advisory', facts: { what: 'x', dueOn: '2026-12-01' }, told: both },
  { event: 'extra_test.handed_in', by: 'owner', told: ['advisory'] },
  { event: 'extra_test.received', by: 'advisory', facts: { what: 'x' }, told: [...both, 'province'] },
  { event: 'extra_test.cancelled', by: 'advisory', facts: { what: 'x', reason: 'y' }, told: both },
  { event: 'mandate.proposed', by: 'owner', facts: { side: 'producer' }, told: ['adviser'] },
  { event: 'mandate.proposed', by: 'adviser', facts: { side: 'consultant' }, told: both },
  { event: 'mandate.signed', by: 'owner', facts: { side: 'producer' }, told: ['adviser'] },
  { event: 'mandate.signed', by: 'adviser', facts: { side: 'consultant' }, told: both },
  { event: 'mandate.refused', by: 'adviser', facts: { side: 'consultant', reason: 'x' }, told: both },
  { event: 'mandate.refused', by: 'owner', facts: { side: 'producer', reason: 'x' }, told: ['adviser'] },
  { event: 'mandate.ended', by: 'adviser', facts: { side: 'consultant', reason: 'x' }, told: both },
  { event: 'mandate.ended', by: 'owner', facts: { side: 'producer', reason: 'x' }, told: ['adviser'] },
  { event: 'mandate.ended', by: 'province', facts: { side: 'register', reason: 'x' }, told: both },
  { event: 'mandate.rated', by: 'owner', told: [] },
  { event: 'consultant.applied', by: 'adviser', told: ['province'] },
  ...['registered', 'declined', 'suspended', 'resumed', 'removed'].map((step) => ({
    event: `consultant.${step}`,
    by: 'province',
    facts: { number: '1/QĐ', decidedOn: '2026-11-24' },
    told: ['adviser'],
  })),
  { event: 'product_idea.sent', by: 'owner', told: officers },
  { event: 'product_idea.sent', by: 'commune', told: ['colleague'] },
  { event: 'product_idea.accepted', by: 'commune', facts: { plannedYear: 2027 }, told: both },
  { event: 'product_idea.returned', by: 'commune', facts: { words: 'Ghi thêm.' }, told: both },
  { event: 'product_idea.declined', by: 'commune', facts: { words: 'Không.' }, told: both },
  { event: 'business_plan.sent', by: 'owner', told: officers },
  { event: 'business_plan.remarked', by: 'commune', facts: { words: 'Rõ.' }, told: both },
  { event: 'business_plan.saved', by: 'owner', told: [] },
  { event: 'dossier.report_saved', by: 'owner', told: [] },
  { event: 'dossier.answers_saved', by: 'owner', told: [] },
  {
    event: 'certificate.issued',
    by: 'leader',
    facts: { number: 'OCOP-1', stars: 4, expiresOn: '2029-11-24' },
    told: both,
  },
  {
    event: 'certificate.revoked',
    by: 'leader',
    facts: { ground: 'd', revokedOn: '2026-11-24' },
    told: [...officers, ...both, 'province'],
  },
  { event: 'council.set_up', by: 'province', told: ['chair', 'member', 'recused', 'secretary'] },
  {
    event: 'council_session.planned',
    by: 'province',
    facts: { heldOn: '2026-11-24' },
    told: ['chair', 'member', 'recused', 'secretary'],
  },
  { event: 'council_session.opened', by: 'secretary', told: ['chair', 'member', 'recused'] },
  { event: 'council_session.closed', by: 'secretary', told: ['province'] },
  { event: 'score_sheet.handed_in', by: 'member', told: [] },
  { event: 'council_result.decided', by: 'chair', facts: { average: 9100 }, told: [] },
  { event: 'person.signed_in', by: 'owner', told: [] },
]

const needDossier = ['scoring_round.opened', 'knock_out.proposed', 'recusal.declared']

test.each(table)('$event ($facts.to$facts.from) by $by tells $told', async ({ event, facts, by, told }) => {
  const happened = eventOf(event, { ...(facts ? { facts } : {}), ...(by ? { by } : {}) })
  await tellOfEvent(tellingCtx(db), happened, post)
  expect(await world.told()).toEqual([...told].sort())
})

test('a new round, a proposed knock-out and a recusal are told to those who sit, never to who is recused', async () => {
  const facts = { dossierId: world.dossierId, round: 2 }
  const told: Record<string, string[]> = {}
  for (const name of needDossier) {
    const event = eventOf(name, { facts, by: 'secretary' })
    await tellOfEvent(tellingCtx(db), event, post)
    told[name] = await world.told(`event/${event.id}`)
  }
  expect(told).toEqual({
    'scoring_round.opened': ['chair', 'member'],
    'knock_out.proposed': ['chair'],
    'recusal.declared': ['chair'],
  })
})

test('a resubmitted dossier comes to who holds it, and a taken one is told to who held it', async () => {
  const { ids, dossierId } = world
  await db
    .updateTable('dossier')
    .set({ holderId: ids.colleague ?? '' })
    .where('id', '=', dossierId)
    .execute()
  const resubmitted = eventOf('dossier.resubmitted', { facts: { to: 'received' }, by: 'owner' })
  await tellOfEvent(tellingCtx(db), resubmitted, post)
  expect(await world.told()).toEqual(['colleague'])
  const taken = eventOf('dossier.holder_assigned', { facts: { before: ids.commune }, by: 'colleague' })
  await tellOfEvent(tellingCtx(db), taken, post)
  expect(await world.told(`event/${taken.id}`)).toEqual(['commune'])
  const given = eventOf('dossier.holder_assigned', {
    facts: { before: null, holderId: ids.colleague },
    by: 'commune',
  })
  await tellOfEvent(tellingCtx(db), given, post)
  expect(await world.told(`event/${given.id}`)).toEqual(['colleague'])
  await db.updateTable('dossier').set({ holderId: null }).execute()
})

test('a paper is told to the producer when an officer added it, and not when its own people did', async () => {
  const facts = { kind: 'quality_system' }
  await tellOfEvent(tellingCtx(db), eventOf('producer_paper.added', { facts, by: 'partner' }), post)
  expect(await world.told()).toEqual([])
  await tellOfEvent(tellingCtx(db), eventOf('producer_paper.added', { facts, by: 'commune' }), post)
  expect(await world.told()).toEqual(both)
})

test('roles, seats, invitations and lists are told to the one whom they concern', async () => {
  const { ids } = world
  const told: Record<string, string[]> = {}
  const role = { role: 'member', unitPath: 'vn/14', on: '2026-11-24' }
  const seatChange = { personId: ids.member, number: '23/QĐ-UBND', decidedOn: '2026-11-24' }
  for (const [name, facts, by] of [
    ['role.granted', role, 'administrator'],
    ['role.ended', role, 'administrator'],
    ['council.member_added', { personId: ids.inspector, position: 'member' }, 'province'],
    ['council.member_replaced', { ...seatChange, successorId: ids.inspector }, 'province'],
    ['council.chair_delegated', seatChange, 'province'],
    ['council.delegation_ended', seatChange, 'province'],
    ['invitation.accepted', { personId: ids.colleague }, 'colleague'],
    ['import.finished', { imported: 2, known: 0 }, 'province'],
  ] as const) {
    const event = eventOf(name, { facts, by })
    await tellOfEvent(tellingCtx(db), event, post)
    told[name] = await world.told(`event/${event.id}`)
  }
  expect(told).toEqual({
    'role.granted': ['owner'],
    'role.ended': ['owner'],
    'council.member_added': ['inspector'],
    'council.member_replaced': ['inspector'],
    'council.chair_delegated': ['member'],
    'council.delegation_ended': ['member'],
    'invitation.accepted': ['administrator'],
    'import.finished': ['province'],
  })
})

test('every cause of the table is told of here', () => {
  const here = new Set(table.map(({ event }) => event))
  const apart = [...needDossier, 'dossier.holder_assigned', 'producer_paper.added', 'role.granted']
  apart.push('council.member_replaced', 'council.chair_delegated', 'council.delegation_ended')
  apart.push('role.ended', 'council.member_added', 'invitation.accepted', 'import.finished')
  expect(
    causes.map(({ event }) => event).filter((event) => !here.has(event) && !apart.includes(event)),
  ).toEqual([])
})

test('no points are kept with a notice, and its sentences are whole in both languages', async () => {
  for (const { event, facts = {}, by } of table)
    await tellOfEvent(tellingCtx(db), eventOf(event, { facts, ...(by ? { by } : {}) }), post)
  const notices = await db.selectFrom('notice').selectAll().execute()
  expect(notices.length).toBeGreaterThan(50)
  for (const notice of notices) {
    expect(Object.keys(notice.facts)).not.toContain('average')
    for (const locale of ['vi', 'en'] as const) {
      const { title, text } = wordsOf(notice, translator(locale))
      expect(`${title} ${text}`).not.toMatch(/\{\{|\$t\(|undefined/)
    }
  }
})

test('an event is told once, however often its job runs, and as the queue brings it', async () => {
  const event = eventOf('dossier.received', { by: 'commune', facts: { receipt: '7', dueOn: '2026-12-15' } })
  const queued = toldEvent(JSON.parse(JSON.stringify({ event })))
  expect(queued).toEqual(event)
  expect(await tellOfEvent(tellingCtx(db), queued, post)).toBe(2)
  expect(await tellOfEvent(tellingCtx(db), queued, post)).toBe(0)
  expect(await listOutbox(db)).toHaveLength(2)
})

test('a telling that is rolled back leaves neither notice nor mail', async () => {
  const failing = inTransaction(tellingCtx(db), async (ctx) => {
    await tellOfEvent(ctx, eventOf('dossier.checked', { by: 'province' }), post)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await world.told()).toEqual([])
  expect(await listOutbox(db)).toEqual([])
})

test('mails come as each has chosen, in their own language, and nothing by mail for quiet telling', async () => {
  const { ids } = world
  const kind = 'dossier' as const
  await putChoice(db, { personId: ids.owner ?? '', kind, mail: 'digest' })
  await putChoice(db, { personId: ids.commune ?? '', kind, mail: 'now' })
  await putChoice(db, { personId: ids.colleague ?? '', kind, mail: 'none' })
  await db
    .updateTable('person')
    .set({ locale: 'en' })
    .where('id', '=', ids.commune ?? '')
    .execute()
  await tellOfEvent(tellingCtx(db), eventOf('dossier.checked', { by: 'province' }), { ...post, quiet: true })
  expect(await listOutbox(db)).toEqual([])
  await tellOfEvent(tellingCtx(db), eventOf('dossier.checked', { by: 'province' }), post)
  const letters = (await listOutbox(db)).toSorted((a, b) => a.recipient.localeCompare(b.recipient))
  expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
    ['commune@saolang.example', 'Checked by the province: Trà xanh Tà Xùa'],
    ['partner@saolang.example', 'Tỉnh đã kiểm tra hồ sơ: Trà xanh Tà Xùa'],
  ])
  const [, letter] = letters
  expect(letter?.text).toContain('https://ocop.example.vn/notices/settings')
  expect(letter?.html).toContain('href="https://ocop.example.vn/notices/settings"')
})

test('a device of the person told gets a job of its own', async () => {
  const jobs = keptJobs()
  const keys = { p256dh: 'x', auth: 'y', device: 'Firefox', addedAt: testNow }
  const id = newId()
  await putSubscription(db, {
    id,
    personId: world.ids.owner ?? '',
    endpoint: 'https://push.example/1',
    ...keys,
  })
  await tellOfEvent(tellingCtx(db, testNow, jobs), eventOf('dossier.checked', { by: 'province' }), post)
  const pushes = jobs.queued.filter(({ name }) => name === pushJob)
  expect(pushes).toEqual([{ name: pushJob, data: { noticeId: expect.any(String), subscriptionId: id } }])
})

function eventOf(
  name: string,
  { facts = {}, by }: { facts?: Readonly<Record<string, unknown>>; by?: string } = {},
): ToldEvent {
  const subjects: Record<string, string> = {
    dossier: world.dossierId,
    certificate: world.certificateId,
    council: world.councilId,
    council_session: world.sessionId,
    person: world.ids.owner ?? '',
    producer: world.producerId,
    invitation: invitationId,
    import: importId,
    mandate: world.mandateId,
    consultant: world.consultantId,
    appraisal_report: newId(),
    extra_test: newId(),
    product_idea: world.ideaId,
    business_plan: world.planId,
  }
  const [about = ''] = name.split('.')
  const inSession = ['score_sheet', 'council_result', 'scoring_round', 'knock_out', 'recusal']
  const kinds: Record<string, string> = { role: 'person', producer_paper: 'producer' }
  const kind = inSession.includes(about) ? 'council_session' : (kinds[about] ?? about)
  const actorId = by ? (world.ids[by] ?? null) : null
  const of = ['appraisal_report', 'extra_test'].includes(kind) ? { dossierId: world.dossierId } : {}
  const subject = `${kind}:${subjects[kind]}`
  return { id: newId(), at: testNow, actorId, name, subject, facts: { ...of, ...facts } }
}
