import { drawCertificate } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { plainName } from '#platform/files/plain-name.ts'
import { extensionOf } from '#platform/files/safe-name.ts'
import type { ZippedFile } from '#platform/files/zip-files.ts'
import type { SigningKey } from '#platform/pdf/signing-key.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { BuyerPackTables } from '../buyer-pack-tables.ts'
import { paperName } from '../offer-words.ts'
import type { OfferedPaper, PackToday } from '../read-packs.ts'

/** What drawing and reading files asks for. */
export interface Tools {
  files: FileStore
  signingKey: () => Promise<SigningKey>
  /** The address that people type, for what QR codes lead to. */
  origin: string
}

/** A file of the pack, with what the cover says of it. */
export interface PackFile extends ZippedFile {
  title: string
  sha256: string
}

/**
 * The certificates and papers of a pack that count today, each file under a name that every system can write. What has
 * ended stays out: the cover says so, and nobody can take it for valid.
 */
export async function gatherFiles(
  ctx: Ctx<BuyerPackTables>,
  tools: Tools,
  { products, papers }: PackToday,
  t: Translate,
): Promise<PackFile[]> {
  const certificates: PackFile[] = []
  for (const { product, certificate, hasEnded } of products) {
    if (!certificate || hasEnded) continue
    const { bytes, sha256 } = await drawCertificate(ctx, { code: certificate.code, ...tools })
    const no = certificates.length + 1
    certificates.push({
      path: `01-${t('buyer-packs:file.certificates')}/${twoDigits(no)}-${plainName(product.name)}.pdf`,
      title: t('buyer-packs:certificate.named', {
        number: certificate.certificateNumber,
        product: product.name,
      }),
      sha256,
      bytes: async () => bytes,
    })
  }
  const counting = papers.filter(({ hasEnded }) => !hasEnded)
  return [...certificates, ...counting.flatMap((paper, place) => pagesOf(tools, { paper, no: place + 1 }, t))]
}

function pagesOf(
  { files }: Tools,
  { paper: { paper }, no }: { paper: OfferedPaper; no: number },
  t: Translate,
): PackFile[] {
  const named = [t(`producers:paper.${paper.kind}`), paper.number ?? paper.title].filter(Boolean).join(' ')
  const many = paper.pages.length > 1
  return paper.pages.map(({ position, name, sha256 }) => {
    const page = many ? `-${t('buyer-packs:file.page')}-${position}` : ''
    const extension = extensionOf(name)
    return {
      path: `02-${t('buyer-packs:file.papers')}/${twoDigits(no)}-${plainName(named)}${page}${extension && `.${extension}`}`,
      title: paperName(paper, t),
      sha256,
      async bytes() {
        const bytes = await files.read(sha256)
        if (!bytes) throw new Error(`the bytes of ${sha256} are gone`)
        return bytes
      },
    }
  })
}

function twoDigits(no: number): string {
  return String(no).padStart(2, '0')
}
