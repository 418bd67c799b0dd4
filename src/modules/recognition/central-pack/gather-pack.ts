import { createHash } from 'node:crypto'
import { drawReport, findSignedReport, listTests } from '#modules/appraisal/index.ts'
import { drawMinutes, findResult } from '#modules/councils/index.ts'
import { type PrintedDossier, printedDossier } from '#modules/dossiers/index.ts'
import { type Ctx, system } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { plainName } from '#platform/files/plain-name.ts'
import { safeName } from '#platform/files/safe-name.ts'
import { paperPdf } from '#platform/paper/draw-paper.ts'
import type { SigningKey } from '#platform/pdf/signing-key.ts'
import type { Decision } from '../decision-store.ts'
import type { IssuingTables } from '../issue-recognition.ts'
import { type CentralLetter, findCentralLetter } from './central-letter-store.ts'
import { approvalPaper, centralLetterPaper } from './central-papers.ts'
import type { PackPart } from './pack-parts.ts'
import { readApproved } from './read-approved.ts'

/** A file of the pack, with what the index says of it; its bytes are fetched when their turn comes. */
export interface PackFile {
  part: PackPart
  /** Within the pack: `05-ho-so/mau-01.pdf`. */
  path: string
  title: string
  size: number
  sha256: string
  bytes(): Promise<Uint8Array>
}

/** What the pack's papers are drawn with. */
export interface Drawing {
  files: FileStore
  signingKey: () => Promise<SigningKey>
}

export interface CentralPack {
  printed: PrintedDossier
  letter: CentralLetter | undefined
  files: PackFile[]
}

const folders: Readonly<Record<PackPart, string>> = {
  letter: '01-cong-van',
  appraisal: '02-bao-cao-tham-dinh',
  council: '03-bien-ban-hoi-dong',
  approval: '04-quyet-dinh-phe-duyet',
  dossier: '05-ho-so',
  tests: '06-kiem-nghiem',
  samples: '07-mau',
}

/** Everything of art. 6.3a that is kept about a dossier whose result the decision approved. */
export async function gatherPack(
  ctx: Ctx<IssuingTables>,
  { files, signingKey }: Drawing,
  { decision, dossierId }: { decision: Decision; dossierId: string },
): Promise<CentralPack> {
  const printed = await printedDossier(ctx, dossierId)
  const letter = await findCentralLetter(ctx.db, decision.id)
  const approved = await readApproved(ctx, decision)
  const gathered = [
    ...(letter
      ? [await drawn('letter', 'cong-van', 'Công văn của tỉnh', centralLetterPaper(approved, letter))]
      : []),
    ...(await appraisalOf(ctx, files, printed)),
    ...(await minutesOf(ctx, { files, signingKey }, printed)),
    await drawn('approval', 'quyet-dinh', 'Quyết định phê duyệt kết quả', approvalPaper(approved)),
    ...(await Promise.all(printed.forms.map(({ key, title, paper }) => drawn('dossier', key, title, paper)))),
    ...evidenceOf(files, printed),
    ...(await testsOf(ctx, files, printed)),
  ]
  return { printed, letter, files: gathered }
}

async function drawn(
  part: PackPart,
  name: string,
  title: string,
  paper: Parameters<typeof paperPdf>[0],
): Promise<PackFile> {
  return fileOf({ part, path: `${folders[part]}/${name}.pdf`, title }, await paperPdf(paper))
}

function fileOf(about: Pick<PackFile, 'part' | 'path' | 'title'>, bytes: Uint8Array): PackFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...about, size: bytes.length, sha256, bytes: async () => bytes }
}

/** The advisory team's signed report; none where it was written on paper only. */
async function appraisalOf(
  { db }: Ctx<IssuingTables>,
  files: FileStore,
  { dossier }: PrintedDossier,
): Promise<PackFile[]> {
  const report = await findSignedReport(db, dossier.id)
  if (!report) return []
  const about = { path: `${folders.appraisal}/bao-cao.pdf`, title: 'Báo cáo thẩm định' }
  return [fileOf({ part: 'appraisal', ...about }, await drawReport(files, report, 'pdf'))]
}

/** The sheets of the extra tests that were asked for and received. */
async function testsOf(
  { db }: Ctx<IssuingTables>,
  files: FileStore,
  { dossier }: PrintedDossier,
): Promise<PackFile[]> {
  const received = (await listTests(db, dossier.id)).filter(({ state }) => state === 'received')
  return Promise.all(
    received.map(async ({ what, fileId }, place) => {
      const { name, bytes } = await openStoredFile(db, files, fileId ?? '')
      const path = `${folders.tests}/${String(place + 1).padStart(3, '0')}-${safeName(name)}`
      return fileOf({ part: 'tests', path, title: `Kiểm nghiệm bổ sung: ${what}` }, bytes)
    }),
  )
}

/** The minutes of the session that decided on the dossier; none where the council answered in writing. */
async function minutesOf(
  ctx: Ctx<IssuingTables>,
  drawing: Drawing,
  { dossier }: PrintedDossier,
): Promise<PackFile[]> {
  const result = await findResult(ctx.db, dossier.id)
  if (!result) return []
  const asked = { sessionId: result.sessionId, ...drawing }
  // Officials read the minutes of their province; the pack is theirs to send.
  const { bytes, name } = await drawMinutes({ ...ctx, actor: system }, asked)
  return [
    fileOf({ part: 'council', path: `${folders.council}/${name}`, title: 'Biên bản họp hội đồng' }, bytes),
  ]
}

/** The files as they were handed in, each criterion and each kind of paper in a folder of its own. */
function evidenceOf(files: FileStore, { files: handedIn }: PrintedDossier): PackFile[] {
  return handedIn.map(({ belongsTo, name, title, size, sha256 }, place) => ({
    part: 'dossier',
    path: `${folders.dossier}/${plainName(belongsTo)}/${String(place + 1).padStart(3, '0')}-${safeName(name)}`,
    title: `${belongsTo}: ${title}`,
    size,
    sha256,
    async bytes() {
      const bytes = await files.read(sha256)
      if (!bytes) throw new Error(`the bytes of ${sha256} are gone`)
      return bytes
    },
  }))
}
