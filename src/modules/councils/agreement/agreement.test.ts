import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { testFiles, testSigningKey } from '#platform/testing/test-files.ts'
import { closeDossier } from '../close-dossier.ts'
import { closeSession } from '../close-session.ts'
import { drawMinutes } from '../draw-minutes.ts'
import { recuse } from '../recuse.ts'
import { routes } from '../routes.tsx'
import { type CouncilWorld, openCouncilWorld } from '../testing/council-world.ts'
import { type BuiltCouncil, buildSession, scoreDossier } from '../testing.ts'
import { readAgreement } from './read-agreement.ts'

let world: CouncilWorld
let council: BuiltCouncil
let sessionId: string
let dossierIds: string[]

/** Three products; Long lies 8 points under the others each time, and Mai is recused from the last. */
beforeAll(async () => {
  world = await openCouncilWorld()
  council = await world.council()
  dossierIds = [await world.checkedDossier(), await world.checkedDossier(), await world.checkedDossier()]
  ;({ sessionId } = await buildSession(world.office, council, { dossierIds }))
  for (const [place, dossierId] of dossierIds.entries()) {
    const at = { sessionId, dossierId }
    const last = place === dossierIds.length - 1
    if (last) await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Người thân' })
    const members = council.scorers.filter(({ id }) => !(last && id === 'mai'))
    const sheets = members.map((member) => ({ member, total: (member.id === 'long' ? 72 : 80) + place }))
    await scoreDossier(world.as(council.chair), { ...at, sheets })
    await closeDossier(world.as(council.chair), at)
  }
}, 120_000)
afterAll(async () => {
  await stopDrawing()
  await world.close()
})

const page = async (actor: Actor) => {
  const answer = await testApp(world.db, routes, { actor }).request(`/sessions/${sessionId}/agreement`)
  return { status: answer.status, text: await answer.text() }
}

test('the chair is told who lies apart from the others', async () => {
  const { leanings, alpha, products } = await readAgreement(world.as(council.chair), sessionId)
  expect(leanings?.filter(({ outlier }) => outlier)).toEqual([
    { memberId: 'long', products: 3, mean: -800, meanDistance: 800, outlier: true },
  ])
  expect(products).toHaveLength(3)
  expect(alpha).toBeGreaterThan(0)
  expect(alpha).toBeLessThan(1)
  const { text } = await page(council.chair)
  expect(text).toContain('Cần trao đổi')
})

test.each(['secretary', 'vice', 'long', 'officer', 'auditor'])('%s is not', async (who) => {
  if (who === 'auditor')
    await closeSession(world.as(council.secretary), { sessionId, minutesNumber: '01/BB-HĐ' })
  const actor =
    who === 'secretary'
      ? council.secretary
      : ['officer', 'auditor'].includes(who)
        ? actorWith(who === 'officer' ? 'province_officer' : who, 'vn/14')
        : council.actor(who)
  const { status, text } = await page(actor)
  // Who oversees the council reads no sheet before the session is closed.
  expect(status).toBe(200)
  expect(text).not.toContain('Cần trao đổi')
  expect(text).not.toContain('Lệch trung bình')
  expect((await readAgreement(world.as(actor), sessionId)).leanings).toBeNull()
})

test('a recused member sees nothing of that product, and the minutes name nobody', async () => {
  const { products } = await readAgreement(world.as(council.actor('mai')), sessionId)
  expect(products.map(({ dossierId }) => dossierId)).toEqual(dossierIds.slice(0, 2))
  const drawing = { files: await testFiles(), signingKey: testSigningKey }
  const { bytes } = await drawMinutes(world.as(council.chair), { sessionId, ...drawing })
  expect(readPdfText(bytes)).not.toMatch(/lệch trung bình|Cần trao đổi/i)
})

test('while nothing is decided there is nothing to compare', async () => {
  const scoring = await world.scoring()
  await expect(readAgreement(world.as(scoring.council.chair), scoring.sessionId)).rejects.toMatchObject({
    code: 'agreement.nothing_yet',
  })
})

test('the result shows its charts with their numbers in words', async () => {
  const address = `/sessions/${sessionId}/dossiers/${dossierIds[0]}/result`
  const answer = await testApp(world.db, routes, { actor: council.chair }).request(address)
  const text = await answer.text()
  expect(text).toContain('Các phiếu ở từng tiêu chí')
  expect(text).toContain('72 / 100')
  expect(text.match(/<circle/g)?.length).toBeGreaterThan(40)
  expect(text).not.toContain('NaN')
})
