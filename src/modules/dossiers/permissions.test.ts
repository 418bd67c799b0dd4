import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { attachEvidence } from './attach-evidence.ts'
import { checkDossier } from './check-dossier.ts'
import { proposeDossier } from './propose-dossier.ts'
import { receiveDossier } from './receive-dossier.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { returnByProvince } from './return-by-province.ts'
import { returnDossier } from './return-dossier.ts'
import { saveAnswers } from './save-answers.ts'
import { saveRegistration } from './save-registration.ts'
import { saveReport } from './save-report.ts'
import { submitDossier } from './submit-dossier.ts'
import type { FiledState } from './testing/file-dossier.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { allFound, openTestDesk, pdf, strangers, type TestDesk } from './testing/test-desk.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const auditor = actorWith('auditor', 'vn/14', { id: 'auditor' })

describe('who may', () => {
  const verbs = {
    registration: (actor: Actor, dossierId: string) =>
      saveRegistration(desk.as(actor), { dossierId, registration: Registration.parse({}) }),
    report: (actor: Actor, dossierId: string) =>
      saveReport(desk.as(actor), { dossierId, report: Report.parse({}) }),
    answers: (actor: Actor, dossierId: string) =>
      saveAnswers(desk.as(actor), { dossierId, answers: { '1.1': [1] }, notes: {} }),
    evidence: (actor: Actor, dossierId: string) =>
      attachEvidence(desk.as(actor), desk.files, { dossierId, criterion: '1.1', file: pdf() }),
    submit: (actor: Actor, dossierId: string) => submitDossier(desk.as(actor), { dossierId, pledged: true }),
    receive: (actor: Actor, dossierId: string) => receiveDossier(desk.as(actor), { dossierId }),
    return: (actor: Actor, dossierId: string) =>
      returnDossier(desk.as(actor), { dossierId, dueOn: '2026-12-01', items: [] }),
    propose: (actor: Actor, dossierId: string) =>
      proposeDossier(desk.as(actor), { dossierId, report: allFound, samples: 5 }),
    resubmit: (actor: Actor, dossierId: string) =>
      resubmitDossier(desk.as(actor), { dossierId, pledged: true }),
    returnByProvince: (actor: Actor, dossierId: string) =>
      returnByProvince(desk.as(actor), { dossierId, dueOn: '2026-12-01', items: [] }),
    check: (actor: Actor, dossierId: string) => checkDossier(desk.as(actor), { dossierId }),
    withdraw: (actor: Actor, dossierId: string) =>
      withdrawDossier(desk.as(actor), { dossierId, reason: 'x' }),
  }
  type Verb = keyof typeof verbs

  test.each<[Verb, FiledState, 'mai' | 'lan' | 'hoa']>([
    ['registration', 'returned', 'mai'],
    ['report', 'returned', 'mai'],
    ['answers', 'returned', 'mai'],
    ['evidence', 'returned', 'mai'],
    ['submit', 'draft', 'mai'],
    ['receive', 'submitted', 'lan'],
    ['return', 'received', 'lan'],
    ['propose', 'received', 'lan'],
    ['resubmit', 'returned', 'mai'],
    ['returnByProvince', 'proposed', 'hoa'],
    ['check', 'proposed', 'hoa'],
    ['withdraw', 'received', 'mai'],
  ])('%s at %s is for %s alone', async (verb, state, who) => {
    const { id } = await desk.filed(world, state)
    for (const stranger of strangers)
      await expect(verbs[verb](stranger, id), stranger.name).rejects.toMatchObject({ kind: 'not_found' })
    const others = [world.mai, world.lan, world.hoa, auditor].filter((actor) => actor !== world[who])
    for (const other of others) {
      const refused = await verbs[verb](other, id).catch((no) => no)
      expect(['not_found', 'forbidden'], `${other.name}: ${refused?.code}`).toContain(refused?.kind)
    }
    expect((await desk.found(id)).state).toBe(state)
  })

  test('a draft is nobody’s business but its producer’s and the auditor’s', async () => {
    const { id } = await desk.filed(world, 'draft')
    for (const actor of [world.lan, world.hoa])
      await expect(receiveDossier(desk.as(actor), { dossierId: id })).rejects.toMatchObject({
        kind: 'not_found',
      })
    await expect(receiveDossier(desk.as(auditor), { dossierId: id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test.each(['', 'x', '019e0000-0000-7000-8000-000000000000'])(
    'there is no dossier %j',
    async (dossierId) => {
      await expect(submitDossier(desk.as(world.mai), { dossierId, pledged: true })).rejects.toMatchObject({
        kind: 'not_found',
      })
    },
  )
})
