import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDemoPerson } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { assignHolder, giveToColleague } from '../assign-holder.ts'
import type { Dossier } from '../dossier-store.ts'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { allFound, openTestDesk, strangers, type TestDesk } from '../testing/test-desk.ts'
import { listBatchLines } from './batch-store.ts'
import { planBatch } from './plan-batch.ts'
import { type BatchOrder, runBatch } from './run-batch.ts'

let desk: TestDesk
let world: SmallWorld
/** Officers of the province with accounts. */
let ha: Actor
let binh: Actor

beforeAll(async () => {
  desk = await openTestDesk()
  await smallWorld(desk.ctx)
  ha = await officer('Nguyễn Thị Hà')
  binh = await officer('Lò Văn Bình')
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

let made = 0
async function officer(name: string): Promise<Actor> {
  made += 1
  const role = { role: 'province_officer', unitId: '14', producerId: null, validFrom: '2026-01-01' } as const
  const person = {
    name,
    email: `can-bo-${made}@saolang.example`,
    password: 'ocop-son-la-2026',
    roles: [role],
  }
  const { id } = await createDemoPerson(desk.ctx as never, person, async () => undefined)
  return { id, name, holdings: [{ role: 'province_officer', unitPath: 'vn/14', producerId: null }] }
}

async function proposed(more: Parameters<TestDesk['filed']>[2] = {}): Promise<Dossier> {
  world = await smallWorld(desk.ctx)
  return desk.filed(world, 'proposed', more)
}

const order = (step: BatchOrder['step'], dossiers: readonly Dossier[], more: Partial<BatchOrder> = {}) => ({
  ...{ batchId: newId(), step, personId: '', note: '' },
  dossiers: dossiers.map(({ id, version }) => ({ id, version })),
  ...more,
})
const outcomesOf = async (batchId: string) => {
  const lines = await listBatchLines(desk.db, batchId)
  return new Map(lines.map(({ dossierId, code, outcome }) => [dossierId, code ?? outcome]))
}

describe('a batch', () => {
  test('checks what is complete and says why it leaves the rest', async () => {
    const whole = await proposed()
    const unmet = await proposed({
      communeReport: { ...allFound, localLabour: { met: false, note: 'Chưa có lao động của xã' } },
    })
    const held = await proposed()
    await assignHolder(desk.as(binh), { dossierId: held.id, take: true })
    const all = [whole, unmet, await desk.found(held.id)]
    const plan = await planBatch(
      desk.as(ha),
      'check',
      all.map(({ id }) => id),
    )
    expect(plan.map(({ refusal }) => refusal?.code)).toEqual([
      undefined,
      'batch.content_unmet',
      'batch.held_by_colleague',
    ])
    const asked = order('check', all)
    await runBatch(desk.as(ha), asked)
    expect(await outcomesOf(asked.batchId)).toEqual(
      new Map([
        [whole.id, 'done'],
        [unmet.id, 'batch.content_unmet'],
        [held.id, 'batch.held_by_colleague'],
      ]),
    )
    expect((await desk.found(whole.id)).state).toBe('checked')
    expect((await desk.found(unmet.id)).state).toBe('proposed')
  })

  test('does nothing twice, however often and however fast it is pressed', async () => {
    const dossiers = [await proposed(), await proposed()]
    const asked = order('carry', dossiers)
    await Promise.all([runBatch(desk.as(ha), asked), runBatch(desk.as(ha), asked)])
    await runBatch(desk.as(ha), asked)
    for (const { id } of dossiers)
      expect((await desk.eventsOf(id)).filter((name) => name === 'dossier.carried')).toHaveLength(1)
    expect([...(await outcomesOf(asked.batchId)).values()]).toEqual(['done', 'done'])
  })

  test('overwrites nothing that somebody changed after the summary', async () => {
    const dossier = await proposed()
    const asked = order('assign', [dossier], { personId: ha.id ?? '' })
    await giveToColleague(desk.as(binh), { dossierId: dossier.id, personId: binh.id ?? '' })
    await runBatch(desk.as(ha), asked)
    expect((await outcomesOf(asked.batchId)).get(dossier.id)).toBe('dossiers.changed_meanwhile')
    expect((await desk.found(dossier.id)).holderId).toBe(binh.id)
  })

  test('assigns to officers of this desk only', async () => {
    const dossier = await proposed()
    const asked = order('assign', [dossier], { personId: 'lan' })
    await runBatch(desk.as(ha), asked)
    expect((await outcomesOf(asked.batchId)).get(dossier.id)).toBe('dossiers.not_of_this_desk')
    const right = order('assign', [dossier], { personId: binh.id ?? '' })
    await runBatch(desk.as(ha), right)
    expect((await desk.found(dossier.id)).holderId).toBe(binh.id)
  })

  test('is the province’s, and touches nothing out of reach', async () => {
    const dossier = await proposed()
    for (const actor of [world.lan, world.mai])
      await expect(runBatch(desk.as(actor), order('check', [dossier]))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    const elsewhere = strangers[1]
    if (!elsewhere) return
    const asked = order('check', [dossier])
    await runBatch(desk.as(elsewhere), asked)
    expect((await outcomesOf(asked.batchId)).size).toBe(0)
    await expect(runBatch(desk.as(ha), asked)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

test('the history of a dossier names who gave it to whom', async () => {
  const { id: dossierId } = await proposed()
  await giveToColleague(desk.as(ha), { dossierId, personId: binh.id ?? '' })
  await giveToColleague(desk.as(binh), { dossierId, personId: ha.id ?? '' })
  const { readHistory } = await import('../read-dossier-file.ts')
  const [last, before] = await readHistory(desk.ctx as never, { id: dossierId })
  expect(last).toMatchObject({ holder: ha.name, before: binh.name, by: binh.name })
  expect(before).toMatchObject({ holder: binh.name, before: undefined, by: ha.name })
})
