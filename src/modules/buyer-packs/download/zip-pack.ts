import { findProducer } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { zipFiles } from '#platform/files/zip-files.ts'
import type { Locale } from '#platform/text/format.ts'
import { translator } from '#platform/text/translator.ts'
import type { BuyerPackTables } from '../buyer-pack-tables.ts'
import type { PackToday } from '../read-packs.ts'
import { drawCover } from './draw-cover.ts'
import { gatherFiles, type PackFile, type Tools } from './gather-files.ts'
import { offerSheet } from './offer-sheet.ts'

interface Asked {
  today: PackToday
  locale: Locale
}

/** The pack as one zip as of now: cover and product list first. Papers are read one after the other while it is sent. */
export async function zipPack(
  ctx: Ctx<BuyerPackTables>,
  tools: Tools,
  asked: Asked,
): Promise<ReadableStream<Uint8Array>> {
  const t = translator(asked.locale)
  const files = await gatherFiles(ctx, tools, asked.today, t)
  const cover = await coverOf(ctx, tools, { ...asked, files })
  const sheet = await offerSheet(asked.today, { t, origin: tools.origin })
  const first = [
    { path: `00-${t('buyer-packs:file.cover')}.pdf`, bytes: async () => cover },
    { path: `00-${t('buyer-packs:file.sheet')}.xlsx`, bytes: async () => sheet },
  ]
  return zipFiles([...first, ...files], ctx.now)
}

/** The cover alone, as it would lie in the zip of this moment. */
export async function coverPdf(ctx: Ctx<BuyerPackTables>, tools: Tools, asked: Asked): Promise<Uint8Array> {
  const files = await gatherFiles(ctx, tools, asked.today, translator(asked.locale))
  return coverOf(ctx, tools, { ...asked, files })
}

async function coverOf(
  { db, now }: Ctx<BuyerPackTables>,
  { origin }: Tools,
  { today, locale, files }: Asked & { files: readonly PackFile[] },
): Promise<Uint8Array> {
  const producer = await findProducer(db, today.pack.producerId)
  if (!producer) throw new Error(`pack ${today.pack.id} has no producer`)
  return drawCover({ today, producer, files, now, origin, locale, t: translator(locale) })
}
