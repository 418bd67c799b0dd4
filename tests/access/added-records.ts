import { type Kysely, sql } from 'kysely'
import { runBatch } from '../../src/modules/dossiers/index.ts'
import { keepSignature } from '../../src/modules/dossiers/testing.ts'
import { startImport } from '../../src/modules/imports/index.ts'
import { csvOf, goodRow } from '../../src/modules/imports/testing.ts'
import { invitePerson } from '../../src/modules/people/index.ts'
import { findProducer } from '../../src/modules/producers/index.ts'
import { putPicture } from '../../src/modules/products/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'
import { picture } from '../../src/platform/files/testing/small-files.ts'
import { newId } from '../../src/platform/ids.ts'
import { actorWith, testCtx } from '../../src/platform/testing/test-ctx.ts'
import { startUpload } from '../../src/platform/uploads/receive-upload.ts'

export const baseUrl = 'http://localhost'

/**
 * What the demonstration lacks, made as people make it, so that every route has something to show: a list that is being
 * looked at with a faulty row, an invitation nobody has answered, a photograph of a product, a page signed at a counter,
 * a file half sent.
 */
export async function addRecords(
  // biome-ignore lint/suspicious/noExplicitAny: records of several modules are made
  db: Kysely<any>,
  files: FileStore,
  { product, counter }: { product: string; counter: string },
): Promise<Record<string, string>> {
  const asOfficer = testCtx(db, { actor: actorWith('province_officer', 'vn/14') })
  const bytes = csvOf([goodRow(), goodRow({ product: 'Chè nõn', stars: 'bảy' })])
  const { batchId } = await startImport(asOfficer, { unitId: '14', name: 'danh-sach.csv', bytes })
  const upload = { name: 'san-pham.png', bytes: await picture('png') }
  await putPicture(asOfficer, files, { productId: product, upload })
  // Work that an officer of the matrix began: its outcome is shown to nobody else.
  const beginner = actorWith('province_officer', 'vn/14', { id: 'province_officer own' })
  const deskBatchId = newId()
  const order = { batchId: deskBatchId, step: 'check' as const, dossiers: [], personId: '', note: '' }
  await runBatch(testCtx(db, { actor: beginner }), order)
  const lan = actorWith('commune_officer', 'vn/14/03868')
  const page = { name: 'trang-ky.png', bytes: await picture('png') }
  await keepSignature(testCtx(db, { actor: lan }), files, { dossierId: counter, file: page })
  return {
    deskBatch: deskBatchId,
    import: batchId,
    signature: await one(db, sql`select id::text as value from dossier_signature`),
    line: await one(db, sql`select line::text as value from import_row where state = 'faulty'`),
    picture: await one(db, sql`select picture_file_id::text as value from product where id = ${product}`),
    ...(await invite(asOfficer)),
    upload: await sendBeginning(db),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function invite(ctx: Ctx<any>): Promise<Record<string, string>> {
  const invited = { name: 'Giàng A Páo', email: 'pao@saolang.example' }
  const place = { role: 'commune_officer', unitId: '03868', producerId: null } as const
  const { id } = await invitePerson(ctx, { ...invited, ...place }, { baseUrl, findProducer })
  return { invitation: id, invitationToken: await tokenIn(ctx.db, invited.email) }
}

/** A file that the producer’s own person has begun to send. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function sendBeginning(db: Kysely<any>): Promise<string> {
  const actor = { ...actorWith('producer', 'vn/14/03868'), id: 'producer own' }
  return (await startUpload(testCtx(db, { actor }), { name: 'giay.pdf', size: 1000 })).id
}

/** The secret of the link in the last letter to this address. */
export async function tokenIn(db: Kysely<unknown>, email: string): Promise<string> {
  const text = await one(
    db,
    sql`select text as value from outbox_mail where recipient = ${email} order by queued_at desc, id desc limit 1`,
  )
  return /token=([\w-]+)/.exec(text)?.[1] ?? ''
}

/** @throws Error when there is none: a route would be asked about nothing */
export async function one(
  db: Kysely<unknown>,
  query: ReturnType<typeof sql<{ value: string }>>,
): Promise<string> {
  const { rows } = await query.execute(db)
  const value = rows[0]?.value
  if (!value) throw new Error('the world of the access matrix lacks a record')
  return value
}
