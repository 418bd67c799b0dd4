import { showMoment } from '#platform/dates.ts'
import type { Paper } from '#platform/paper/paper.ts'
import type { DocumentSignature } from './document-store.ts'
import type { FiledDocument } from './enter-file.ts'

/** The document as it was frozen, with the digest of its words: what goes out to be signed with one's own certificate. */
export function paperToSign({ paper, digest, frozenAt }: FiledDocument): Paper {
  return { ...paper, blocks: [...paper.blocks, digestNote(digest, frozenAt)] }
}

/** The document with who signed it, when and how; one that lacks a signature says so across the top. */
export function paperWithSignatures({ paper, digest, frozenAt, signatures }: FiledDocument): Paper {
  const lacks = signatures.some(({ signedAt }) => signedAt === null)
  const marks = [paper.mark, lacks ? 'CHƯA ĐỦ CHỮ KÝ' : null].filter(Boolean)
  return {
    ...paper,
    mark: marks.length > 0 ? marks.join(' · ') : null,
    blocks: [
      ...paper.blocks,
      digestNote(digest, frozenAt),
      ...signatures.map((signature) => ({ is: 'note' as const, text: signatureWords(signature) })),
    ],
  }
}

function digestNote(digest: string, frozenAt: Date) {
  const text = `Nội dung cố định lúc ${showMoment(frozenAt)}. Mã băm nội dung (SHA-256): ${digest}.`
  return { is: 'note' as const, text }
}

const roles = { secretary: 'Thư ký', chair: 'Chủ tọa' } as const

function signatureWords({
  role,
  name,
  signedAt,
  way,
  digest,
  certificateOf,
  certificate,
}: DocumentSignature): string {
  const who = `${roles[role]} ${name}`
  if (!signedAt) return `${who}: chưa ký.`
  const when = `lúc ${showMoment(signedAt)}`
  if (way === 'file')
    return `${who} đã ký số bằng chứng thư của ${certificateOf} (SHA-256 của chứng thư: ${certificate}), tệp nhận ${when}, cho nội dung ${digest}.`
  return `${who} đã ký xác nhận trong phần mềm ${when}, sau khi nhập lại mật khẩu, cho nội dung ${digest}.`
}
