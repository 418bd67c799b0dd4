import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDemoPerson } from '#modules/people/index.ts'
import { system } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { paperWord } from '#platform/paper/draw-paper.ts'
import { checkSignedPdf } from '#platform/pdf/check-signed-pdf.ts'
import { signPdf } from '#platform/pdf/sign-pdf.ts'
import { openSigningKey, type SigningKey } from '#platform/pdf/signing-key.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { testFiles, testSigningKey } from '#platform/testing/test-files.ts'
import { closeDossier } from '../close-dossier.ts'
import { closeSession } from '../close-session.ts'
import { drawMinutes } from '../draw-minutes.ts'
import { recuse } from '../recuse.ts'
import { type CouncilWorld, openCouncilWorld, type Scoring } from '../testing/council-world.ts'
import { councilOfSeven, scoreDossier, signFile } from '../testing.ts'
import { paperToSign } from './document-paper.ts'
import { drawDocument, drawToSign } from './draw-document.ts'
import { enterDocument, enterFile } from './enter-file.ts'
import { signDocuments } from './sign-documents.ts'
import { takeSignedFile } from './take-signed-file.ts'
import { zipSession } from './zip-session.ts'

const password = 'mat-khau-thu-2026'
let world: CouncilWorld
let people: typeof councilOfSeven
let drawing: { files: Awaited<ReturnType<typeof testFiles>>; signingKey: () => Promise<SigningKey> }
let keyFolder: string
let personal: SigningKey

beforeAll(async () => {
  world = await openCouncilWorld()
  const known = await Promise.all(
    councilOfSeven.map(async (person) => {
      const role = person.position === 'secretary' ? 'secretary' : 'chair'
      if (!['chair', 'thu'].includes(person.id)) return person
      const account = { name: person.name, email: `${person.id}@saolang.example`, password }
      const roles = [{ role, unitId: '14', producerId: null }] as const
      const { id } = await createDemoPerson(world.as(system), { ...account, roles }, async () => undefined)
      return { ...person, id }
    }),
  )
  people = known
  drawing = { files: await testFiles(), signingKey: testSigningKey }
  keyFolder = await mkdtemp(join(tmpdir(), 'keys-'))
  personal = await openSigningKey({ dataDir: keyFolder, p12File: null, password: null }, testNow)
}, 120_000)
afterAll(async () => {
  await stopDrawing()
  await rm(keyFolder, { recursive: true })
  await world.close()
})

let sessions = 0
/** A closed session of one product; `mai` is recused from it. */
async function closed(): Promise<Scoring> {
  sessions += 1
  const scoring = await world.scoring({ people })
  const { council, at, sessionId } = scoring
  await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Người thân' })
  const members = council.scorers.filter(({ id }) => id !== 'mai')
  const sheets = members.map((member, place) => ({ member, total: 80 + place }))
  await scoreDossier(world.as(council.chair), { ...at, sheets })
  await closeDossier(world.as(council.chair), at)
  await closeSession(world.as(council.secretary), { sessionId, minutesNumber: `0${sessions}/BB-HĐ` })
  return scoring
}

const read = async ({ council, sessionId }: Scoring) => enterFile(world.as(council.chair), sessionId)
const sign = ({ council, sessionId }: Scoring, who: 'chair' | 'secretary') =>
  signFile(world.as(council[who]), { sessionId, password })

describe('the file of a closed session', () => {
  let scoring: Scoring
  beforeAll(async () => {
    scoring = await closed()
  })

  test('has minutes, summary, a consolidated sheet for each product and every member’s sheet', async () => {
    const { documents, complete } = await read(scoring)
    expect(documents.map(({ kind }) => kind)).toEqual([
      'minutes',
      'summary',
      'consolidated',
      ...Array.from({ length: 5 }, () => 'sheet'),
    ])
    expect(complete).toBe(false)
    for (const { paper, digest } of documents) expect(digestOf(paper)).toBe(digest)
    const waited = documents.flatMap(({ signatures }) => signatures.map(({ role, name }) => [role, name]))
    expect(waited).toEqual(
      Array.from({ length: 3 }, () => [
        ['secretary', 'Vũ Thị Thư'],
        ['chair', 'Lò Văn Chung'],
      ]).flat(),
    )
  })

  test('says what was scored, in PDF and in Word alike', async () => {
    const { documents } = await read(scoring)
    const consolidated = documents.find(({ kind }) => kind === 'consolidated') ?? expect.fail()
    const { bytes } = await drawDocument(world.as(scoring.council.chair), consolidated, drawing)
    const pdf = readPdfText(bytes).replace(/\s+/g, ' ')
    const word = await wordsIn(await paperWord(consolidated.paper))
    for (const words of ['82,00', 'Lò Văn Chung', 'BẢNG TỔNG HỢP ĐIỂM', '4 sao']) {
      expect(pdf).toContain(words)
      expect(word).toContain(words)
    }
    expect(pdf).toContain('CHƯA ĐỦ CHỮ KÝ')
    expect(pdf).toContain(consolidated.digest.slice(0, 20))
    expect(checkSignedPdf(bytes)).toMatchObject({ intact: true, coversFile: true })
  })

  test('says the same years later, whatever became of names and seats', async () => {
    const before = (await read(scoring)).documents.map(({ digest }) => digest)
    const trx = await world.db.startTransaction().execute()
    try {
      await sql`update product set name = 'Tên mới'`.execute(trx)
      const within = { ...world.as(scoring.council.chair), db: trx }
      const after = await enterFile(within, scoring.sessionId)
      expect(after.documents.map(({ digest }) => digest)).toEqual(before)
      await expect(sql`update session_document set paper = '{}'`.execute(trx)).rejects.toThrow(
        'never changed',
      )
    } finally {
      await trx.rollback().execute()
    }
  })

  test('shows nobody the sheets of a dossier from which they are recused', async () => {
    const { documents, hidden } = await enterFile(world.as(scoring.council.actor('mai')), scoring.sessionId)
    expect(documents.map(({ kind }) => kind)).toEqual(['minutes', 'summary'])
    expect(hidden).toBe(6)
    const sheet = (await read(scoring)).documents.find(({ kind }) => kind === 'sheet')
    const at = { sessionId: scoring.sessionId, documentId: sheet?.id ?? '' }
    const asked = enterDocument(world.as(scoring.council.actor('mai')), at)
    await expect(asked).rejects.toMatchObject({ code: 'documents.unknown' })
  })

  test('is there for those whom the session lets in, once it is closed', async () => {
    const auditor = world.as(actorWith('auditor', 'vn/14'))
    expect((await enterFile(auditor, scoring.sessionId)).documents).toHaveLength(8)
    const other = world.as(actorWith('auditor', 'vn/11'))
    await expect(enterFile(other, scoring.sessionId)).rejects.toMatchObject({ kind: 'not_found' })
    const open = await world.scoring({ people })
    const early = enterFile(world.as(open.council.chair), open.sessionId)
    await expect(early).rejects.toMatchObject({ code: 'documents.not_yet' })
  })
})

test('a session that closed before there were documents has them frozen when they are first asked for', async () => {
  const scoring = await closed()
  const before = (await read(scoring)).documents.map(({ digest }) => digest)
  const trx = await world.db.startTransaction().execute()
  try {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`delete from document_signature`.execute(trx)
    await sql`delete from session_document`.execute(trx)
    const { documents } = await enterFile({ ...world.as(scoring.council.chair), db: trx }, scoring.sessionId)
    expect(documents.map(({ digest }) => digest)).toEqual(before)
    expect(documents[0]?.signatures).toHaveLength(2)
  } finally {
    await trx.rollback().execute()
  }
})

describe('signing with one’s password', () => {
  test('chair and secretary sign what awaits them; then the file is complete and its papers stay', async () => {
    const scoring = await closed()
    const { sessionId, council } = scoring
    expect(await sign(scoring, 'secretary')).toMatchObject({ signed: 3, complete: false })
    expect(await sign(scoring, 'chair')).toMatchObject({ signed: 3, complete: true })
    expect((await read(scoring)).complete).toBe(true)
    const names = (await listEvents(world.db, `council_session:${sessionId}`)).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('session_'))).toEqual([
      'session_documents.signed',
      'session_documents.signed',
      'session_file.completed',
    ])
    const [minutes = expect.fail()] = (await read(scoring)).documents
    const drawn = await drawDocument(world.as(council.chair), minutes, drawing)
    const text = readPdfText(drawn.bytes).replace(/\s+/g, ' ')
    expect(text).toContain('Thư ký Vũ Thị Thư đã ký xác nhận trong phần mềm lúc 14:05:32, 24/11/2026')
    expect(text).toContain('Chủ tọa Lò Văn Chung đã ký xác nhận')
    expect(text).not.toContain('CHƯA ĐỦ CHỮ KÝ')
    const again = await drawMinutes(world.as(council.actor('mai')), { sessionId, ...drawing })
    expect(Buffer.compare(again.bytes, drawn.bytes)).toBe(0)
  })

  test('takes the right password, what was shown, and a signer', async () => {
    const scoring = await closed()
    const { sessionId, council } = scoring
    const chair = world.as(council.chair)
    await expect(signFile(chair, { sessionId, password: 'sai' })).rejects.toMatchObject({
      code: 'people.wrong_password',
    })
    const changed = { sessionId, password, digest: 'x' }
    await expect(signDocuments(chair, changed)).rejects.toMatchObject({ code: 'documents.changed' })
    for (const actor of [
      council.actor('dung'),
      actorWith('auditor', 'vn/14'),
      actorWith('province_officer', 'vn/14'),
    ])
      await expect(signFile(world.as(actor), { sessionId, password })).rejects.toMatchObject({
        code: 'documents.not_a_signer',
      })
    await sign(scoring, 'chair')
    await expect(sign(scoring, 'chair')).rejects.toMatchObject({ code: 'documents.nothing_to_sign' })
  })

  test('a signature is never changed, nor given to something else', async () => {
    const scoring = await closed()
    await sign(scoring, 'chair')
    const changes = [
      sql`update document_signature set digest = 'x'`,
      sql`update document_signature set person_id = 'khac'`,
      sql`delete from document_signature`,
      sql`update document_signature set signed_at = now(), way = 'password', digest = repeat('0', 64)
          where signed_at is null`,
    ]
    for (const change of changes)
      await expect(change.execute(world.db)).rejects.toThrow(/never changed|for what/)
  })
})

describe('signing outside', () => {
  const outside = { reason: 'Ký biên bản', location: 'Sơn La', signedAt: testNow }

  async function asked(scoring: Scoring) {
    const [document = expect.fail()] = (await read(scoring)).documents
    const { bytes } = await drawToSign(world.as(scoring.council.chair), document, drawing)
    const at = { sessionId: scoring.sessionId, documentId: document.id }
    const handIn = (file: Uint8Array, who: 'chair' | 'secretary' = 'chair') =>
      takeSignedFile(world.as(scoring.council[who]), at, {
        ...drawing,
        upload: { name: 'ky.pdf', bytes: file },
      })
    return { document, bytes, at, handIn }
  }

  test('takes the given PDF with one more signature, and prints whose it is', async () => {
    const scoring = await closed()
    const { bytes, at, handIn } = await asked(scoring)
    const signed = await signPdf(personal, bytes, outside)
    expect(await handIn(signed)).toMatchObject({ certificateOf: personal.signer, complete: false })
    await sign(scoring, 'secretary')
    const document = await enterDocument(world.as(scoring.council.chair), at)
    const text = readPdfText((await drawDocument(world.as(scoring.council.chair), document, drawing)).bytes)
    expect(text.replace(/\s+/g, ' ')).toContain(`đã ký số bằng chứng thư của ${personal.signer}`)
    await expect(handIn(signed)).rejects.toMatchObject({ code: 'documents.nothing_to_sign' })
  })

  test('refuses whatever is not that', async () => {
    const scoring = await closed()
    const { bytes, document, handIn } = await asked(scoring)
    const signed = await signPdf(personal, bytes, outside)
    const { paperPdf } = await import('#platform/paper/draw-paper.ts')
    const other = await paperPdf({ ...paperToSign(document), title: 'Khác' })
    const damaged = Uint8Array.from(signed)
    const place = Buffer.from(signed).lastIndexOf('/Reason') + 14
    damaged[place] = damaged[place] === 0x30 ? 0x31 : 0x30
    const cases: [Uint8Array, string][] = [
      [bytes, 'file_unsigned'],
      [await signPdf(personal, other, outside), 'file_other_file'],
      [await signPdf(await testSigningKey(), bytes, outside), 'file_own_key'],
      [Buffer.concat([signed, Buffer.from('\n% thêm\n%%EOF\n')]), 'file_not_whole'],
      [damaged, 'file_broken'],
    ]
    for (const [file, code] of cases)
      await expect(handIn(file), code).rejects.toMatchObject({ code: `documents.${code}` })
  })

  test('the second signs what the first signed, with another certificate', async () => {
    const scoring = await closed()
    const { bytes, handIn } = await asked(scoring)
    const first = await signPdf(personal, bytes, outside)
    await handIn(first, 'secretary')
    // The same once more adds nothing to what is there.
    await expect(handIn(first)).rejects.toMatchObject({ code: 'documents.file_unsigned' })
    await expect(handIn(await signPdf(personal, first, outside))).rejects.toMatchObject({
      code: 'documents.certificate_used',
    })
  })
})

test('the whole file is one zip whose digests hold', async () => {
  const scoring = await closed()
  await sign(scoring, 'secretary')
  await sign(scoring, 'chair')
  const stream = await zipSession(world.as(scoring.council.chair), await read(scoring), drawing)
  const zip = await JSZip.loadAsync(await new Response(stream).arrayBuffer())
  const names = Object.keys(zip.files)
  expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(9)
  expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(3)
  const sums = (await zip.file('SHA256SUMS')?.async('text')) ?? ''
  const lines = sums.trim().split('\n')
  expect(lines).toHaveLength(names.length - 1)
  for (const line of lines) {
    const [sum, name = ''] = line.split('  ')
    const bytes = await zip.file(name)?.async('uint8array')
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
      name,
    ).toBe(sum)
  }
}, 60_000)

async function wordsIn(docx: Uint8Array): Promise<string> {
  const xml = await (await JSZip.loadAsync(docx)).file('word/document.xml')?.async('text')
  return (xml ?? '').replace(/<\/w:p>/g, ' ').replace(/<[^>]+>/g, '')
}
