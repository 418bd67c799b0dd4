import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addScannedPaper, listPapers, typedPaper } from '#modules/producers/index.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { newId } from '#platform/ids.ts'
import { listEvidence } from '../evidence-store.ts'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { openTestDesk, pdf, type TestDesk } from '../testing/test-desk.ts'
import { citePapers } from './cite-papers.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
  world = await smallWorld(desk.ctx)
})
afterAll(() => desk.close())

/** The table as it was before there were citations. */
async function backThen(db: Kysely<never>): Promise<void> {
  await sql`alter table dossier_evidence drop column paper_id`.execute(db)
  await sql`alter table dossier_evidence add file_id uuid not null references stored_file`.execute(db)
}

test('every piece of evidence becomes the citation of a paper, of which each content is one', async () => {
  const { id: dossierId } = await desk.filed(world, 'draft')
  const kept = await addScannedPaper(desk.as(world.mai), desk.files, {
    producerId: world.producerId,
    typed: typedPaper({ kind: 'test_results', number: '12' }),
    uploads: [pdf('phieu.pdf', 'known')],
  })
  await backThen(desk.db as unknown as Kysely<never>)
  const file = async (mark: string) => (await keepFile(desk.ctx, desk.files, pdf(`${mark}.pdf`, mark))).id
  const evidence = [
    { criterion: '1.1', paperKind: null, fileId: await file('known'), title: 'Phiếu kiểm nghiệm' },
    { criterion: '1.1', paperKind: null, fileId: await file('new'), title: 'Giải Vàng' },
    { criterion: null, paperKind: 'awards', fileId: await file('new'), title: 'Giải thưởng 2025' },
    { criterion: '1.2', paperKind: null, fileId: await file('other'), title: 'Sổ ghi chép' },
  ]
  for (const { criterion, paperKind, fileId, title } of evidence)
    await sql`
      insert into dossier_evidence (id, dossier_id, criterion, paper_kind, file_id, title, added_at)
      values (${newId()}, ${dossierId}, ${criterion}, ${paperKind}, ${fileId}, ${title}, now())`.execute(
      desk.db,
    )
  await citePapers(desk.db)
  const found = await listEvidence(desk.db, dossierId)
  expect(found.map(({ title }) => title).sort()).toEqual(evidence.map(({ title }) => title).sort())
  const paperOf = (title: string) => found.find((one) => one.title === title)?.paperId
  expect(paperOf('Phiếu kiểm nghiệm')).toBe(kept.id)
  expect(paperOf('Giải Vàng')).toBe(paperOf('Giải thưởng 2025'))
  const papers = await listPapers(desk.db, world.producerId)
  expect(papers.map(({ kind, title }) => [kind, title])).toEqual([
    ['awards', 'Giải thưởng 2025'],
    ['other', 'Sổ ghi chép'],
    ['test_results', null],
  ])
})
