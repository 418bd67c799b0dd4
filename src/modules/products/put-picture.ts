import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { checkUpload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import type { FileTables } from '#platform/files/stored-file-store.ts'
import { Refusal } from '#platform/refusal.ts'
import { getProductToChange } from './get-product.ts'
import type { ProductTables } from './product-store.ts'
import { setPicture } from './set-picture.ts'

export interface NewPicture {
  productId: string
  upload: { name: string; bytes: Uint8Array } | null
}

/**
 * Gives a product the picture that was uploaded. It is looked into before the transaction, which takes time.
 * @throws Refusal `not_found`, `forbidden`; `invalid` `products.picture_missing`, `products.not_a_picture`, `files.…`
 */
export async function putPicture(
  ctx: Ctx<ProductTables & FileTables>,
  files: FileStore,
  { productId, upload }: NewPicture,
): Promise<void> {
  await getProductToChange(ctx, productId)
  if (!upload) throw new Refusal('invalid', 'products.picture_missing')
  const file = await checkUpload(upload)
  if (!file.contentType.startsWith('image/')) throw new Refusal('invalid', 'products.not_a_picture')
  await inTransaction(ctx, async (ctx) => {
    const { id: fileId } = await keepFile(ctx, files, file)
    await setPicture(ctx as unknown as Ctx<ProductTables>, { productId, fileId })
  })
}
