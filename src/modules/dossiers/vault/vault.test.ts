import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addLoosePapers,
  addScannedPaper,
  listPapers,
  type PaperWithPages,
  typedPaper,
} from '#modules/producers/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { picture } from '#platform/files/testing/small-files.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { attachEvidence, attachPages } from '../attach-evidence.ts'
import { citePapers } from '../cite-paper.ts'
import { detachEvidence } from '../detach-evidence.ts'
import { listEvidence } from '../evidence-store.ts'
import { listSnapshots } from '../snapshot-store.ts'
import { submitDossier } from '../submit-dossier.ts'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { openTestDesk, pdf, type TestDesk } from '../testing/test-desk.ts'
import { readVault, readVaultPaper } from './read-vault.ts'
import { removeVaultPaper } from './remove-vault-paper.ts'
import { renewPaper } from './renew-paper.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const mai = () => desk.as(world.mai)
const typed = (more: Record<string, string> = {}) => typedPaper({ kind: 'test_results', ...more })
const kept = (more: Record<string, string> = {}, mark = 'a') =>
  addScannedPaper(mai(), desk.files, {
    producerId: world.producerId,
    typed: typed(more),
    uploads: [pdf('phieu.pdf', world.producerId + mark)],
  })
const papers = () => listPapers(desk.db, world.producerId)
const at = (paper: { id: string }) => ({ producerId: world.producerId, paperId: paper.id })
const handIn = (dossierId: string) => submitDossier(mai(), { dossierId, pledged: true })

describe('citing', () => {
  test('one paper proves several criteria and a row of the table, and is kept once', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const paper = await kept()
    for (const place of [{ criterion: '1.1' }, { criterion: '1.2' }, { paperKind: 'test_results' }])
      expect(await citePapers(mai(), { dossierId, ...place, paperIds: [paper.id] })).toBe(1)
    expect(await citePapers(mai(), { dossierId, criterion: '1.1', paperIds: [paper.id, paper.id] })).toBe(0)
    expect(await listEvidence(desk.db, dossierId)).toHaveLength(3)
    expect(await papers()).toHaveLength(1)
    const [line] = (await readVault(mai(), world.producerId)).lines
    expect(line?.citations.map(({ criterion, paperKind }) => criterion ?? paperKind).sort()).toEqual([
      '1.1',
      '1.2',
      'test_results',
    ])
  })

  test('two at once cite a paper once', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const paper = await kept()
    const cite = () => citePapers(mai(), { dossierId, criterion: '1.1', paperIds: [paper.id] })
    const added = await Promise.all([cite(), cite()])
    expect(added.sort()).toEqual([0, 1])
  })

  test('a file that is brought in lands in the vault, once for each content', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const file = pdf('giai.pdf', world.producerId)
    await attachEvidence(mai(), desk.files, { dossierId, paperKind: 'awards', title: 'Giải thưởng', file })
    await attachEvidence(mai(), desk.files, { dossierId, criterion: '1.1', file })
    const [paper, ...others] = await papers()
    expect(others).toEqual([])
    expect(paper).toMatchObject({ kind: 'awards', title: 'Giải thưởng' })
    expect((await listEvidence(desk.db, dossierId)).map(({ paperId }) => paperId)).toEqual([
      paper?.id,
      paper?.id,
    ])
  })

  test('a paper of several pages that is brought in twice at once is one; in another order it is another', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const uploads = [pdf('mot.pdf', 'a'), pdf('hai.pdf', 'b')]
    const bring = (pages: typeof uploads) =>
      attachPages(mai(), desk.files, { dossierId, criterion: '1.1', title: 'Sổ ghi chép', uploads: pages })
    const [first, second] = await Promise.all([bring(uploads), bring(uploads)])
    expect(second?.id).toBe(first?.id)
    expect(await papers()).toHaveLength(1)
    await bring(uploads.toReversed())
    expect(await papers()).toHaveLength(2)
  })

  test('a paper of several pages is frozen page by page', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const uploads = [
      { name: 'mot.png', bytes: await picture('png', 30) },
      { name: 'hai.png', bytes: await picture('png', 40) },
    ]
    await attachPages(mai(), desk.files, { dossierId, criterion: '1.1', title: 'Sổ ghi chép', uploads })
    await handIn(dossierId)
    const [snapshot] = await listSnapshots(desk.db, dossierId)
    const [paper] = await papers()
    expect(snapshot?.content.evidence.map(({ name, sha256 }) => [name, sha256])).toEqual(
      paper?.pages.map(({ name, sha256 }) => [name, sha256]),
    )
  })

  test.each([
    ['another producer’s paper', 'producers.paper_unknown'],
    ['a paper without a scan', 'dossiers.paper_without_file'],
    ['a paper that was replaced', 'dossiers.paper_replaced'],
  ])('refuses %s', async (_, code) => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const own = await kept()
    const other = await smallWorld(desk.ctx)
    const theirs = await addScannedPaper(desk.as(other.mai), desk.files, {
      producerId: other.producerId,
      typed: typed(),
      uploads: [pdf('x.pdf')],
    })
    const bare = await addScannedPaper(mai(), desk.files, {
      producerId: world.producerId,
      typed: typed(),
      uploads: [],
    })
    await renewPaper(mai(), desk.files, { ...at(own), typed: typed(), uploads: [pdf('moi.pdf', 'b')] })
    const asked = {
      'producers.paper_unknown': theirs,
      'dossiers.paper_without_file': bare,
      'dossiers.paper_replaced': own,
    }[code]
    const paperIds = [asked?.id ?? '']
    await expect(citePapers(mai(), { dossierId, criterion: '1.1', paperIds })).rejects.toMatchObject({ code })
  })

  test('what was handed in is closed', async () => {
    const { id: dossierId } = await desk.filed(world, 'submitted')
    const paper = await kept()
    const citing = citePapers(mai(), { dossierId, criterion: '1.1', paperIds: [paper.id] })
    await expect(citing).rejects.toMatchObject({ code: 'dossiers.closed_for_changes' })
  })
})

describe('a newer issue', () => {
  test('is cited by drafts, while what was handed in keeps the old one and its bytes', async () => {
    const { id: handedIn } = await desk.filed(world, 'draft')
    const paper = await kept()
    await citePapers(mai(), { dossierId: handedIn, criterion: '1.1', paperIds: [paper.id] })
    await handIn(handedIn)
    const other = await smallWorld(desk.ctx)
    const { id: newer } = await renewPaper(mai(), desk.files, {
      ...at(paper),
      typed: typed({ number: '2' }),
      uploads: [pdf('moi.pdf', `${world.producerId}b`)],
    })
    expect((await listEvidence(desk.db, handedIn))[0]?.paperId).toBe(paper.id)
    const [snapshot] = await listSnapshots(desk.db, handedIn)
    const { pages } = (await papers()).find(({ id }) => id === paper.id) as PaperWithPages
    expect(snapshot?.content.evidence.map(({ sha256 }) => sha256)).toEqual(pages.map(({ sha256 }) => sha256))
    expect(await readVaultPaper(mai(), { ...at(paper), paperId: newer })).toMatchObject({
      earlier: [{ id: paper.id }],
      isFrozen: false,
    })
    expect(other.producerId).not.toBe(world.producerId)
  })

  test('takes the place of the old one in a draft, and replaces it once', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const paper = await kept()
    await citePapers(mai(), { dossierId, criterion: '1.1', paperIds: [paper.id] })
    const renew = (mark: string) =>
      renewPaper(mai(), desk.files, { ...at(paper), typed: typed(), uploads: [pdf('moi.pdf', mark)] })
    const outcomes = await Promise.allSettled([renew('b'), renew('c')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [evidence] = await listEvidence(desk.db, dossierId)
    expect(evidence?.paperId).not.toBe(paper.id)
    expect(evidence?.replacedById).toBeNull()
    expect(await desk.eventsOf(dossierId)).toContain('dossier.evidence_renewed')
  })

  test('needs its file', async () => {
    const paper = await kept()
    await expect(
      renewPaper(mai(), desk.files, { ...at(paper), typed: typed(), uploads: [] }),
    ).rejects.toMatchObject({ facts: { faults: { file: 'file_missing' } } })
  })
})

describe('taking a paper out', () => {
  test('takes it out of drafts as well', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const paper = await kept()
    await citePapers(mai(), { dossierId, criterion: '1.1', paperIds: [paper.id] })
    await removeVaultPaper(mai(), at(paper))
    expect(await papers()).toEqual([])
    expect(await listEvidence(desk.db, dossierId)).toEqual([])
    expect(await desk.eventsOf(dossierId)).toContain('dossier.evidence_detached')
  })

  test('is refused once it was handed in, also when it was taken out of the dossier since', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const paper = await kept()
    await citePapers(mai(), { dossierId, paperKind: 'test_results', paperIds: [paper.id] })
    await handIn(dossierId)
    await expect(removeVaultPaper(mai(), at(paper))).rejects.toMatchObject({ code: 'producers.paper_cited' })
    expect((await readVaultPaper(mai(), at(paper))).isFrozen).toBe(true)
  })

  test('of what only the producer sees, its drafts, is not for officers', async () => {
    const { id: dossierId } = await desk.filed(world, 'draft')
    const paper = await kept()
    await citePapers(mai(), { dossierId, criterion: '1.1', paperIds: [paper.id] })
    await expect(removeVaultPaper(desk.as(world.lan), at(paper))).rejects.toMatchObject({
      code: 'producers.paper_cited',
    })
    const [line] = (await readVault(desk.as(world.lan), world.producerId)).lines
    expect(line?.citations).toEqual([])
  })
})

test('several files at once are papers of their own, or none where one cannot be kept', async () => {
  const add = (uploads: { name: string; bytes: Uint8Array }[]) =>
    addLoosePapers(mai(), desk.files, { producerId: world.producerId, kind: 'market', uploads })
  const broken = { name: 'a.txt', bytes: new TextEncoder().encode('abc') }
  await expect(add([pdf('Hợp đồng 1.pdf'), broken])).rejects.toMatchObject({ code: 'producers.faulty' })
  expect(await papers()).toEqual([])
  await add([pdf('Hợp đồng 1.pdf', '1'), pdf('Hợp đồng 2.pdf', '2')])
  expect((await papers()).map(({ kind, title }) => [kind, title]).sort()).toEqual([
    ['market', 'Hợp đồng 1'],
    ['market', 'Hợp đồng 2'],
  ])
})

test('a piece of evidence that is taken out leaves its paper in the vault', async () => {
  const { id: dossierId } = await desk.filed(world, 'draft')
  const { id: evidenceId } = await attachEvidence(mai(), desk.files, {
    dossierId,
    criterion: '1.1',
    file: pdf(),
  })
  await detachEvidence(mai(), { dossierId, evidenceId })
  expect(await papers()).toHaveLength(1)
})

test('nobody else reaches a vault, and who only reads changes nothing', async () => {
  const paper = await kept()
  const refused = async (actor: Actor, kind: string) => {
    const ctx = desk.as(actor)
    const change = { ...at(paper), typed: typed(), uploads: [pdf()] }
    await expect(renewPaper(ctx, desk.files, change)).rejects.toMatchObject({ kind })
    await expect(removeVaultPaper(ctx, at(paper))).rejects.toMatchObject({ kind })
    const files = { producerId: world.producerId, kind: 'other', uploads: [pdf()] } as const
    await expect(addLoosePapers(ctx, desk.files, files)).rejects.toMatchObject({ kind })
  }
  const other = await smallWorld(desk.ctx)
  for (const actor of [
    other.mai,
    actorWith('commune_officer', 'vn/14/03856'),
    actorWith('province_officer', 'vn/11'),
    actorWith('consultant', 'vn/14'),
  ]) {
    await expect(readVault(desk.as(actor), world.producerId)).rejects.toMatchObject({ kind: 'not_found' })
    await refused(actor, 'not_found')
  }
  for (const role of ['auditor', 'leader', 'advisory'] as const)
    await refused(actorWith(role, 'vn/14'), 'forbidden')
})
