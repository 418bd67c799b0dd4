import type { ColumnType } from 'kysely'
import type { Paper } from '#platform/paper/paper.ts'
import type { DocumentKind, SigningRole } from './session-document.ts'

export interface SessionDocumentRow {
  id: string
  sessionId: string
  no: number
  kind: DocumentKind
  dossierId: string | null
  memberId: string | null
  round: number | null
  name: string
  paper: ColumnType<Paper, string, never>
  /** SHA-256 of the words, in canonical JSON. */
  digest: string
  frozenAt: Date
  /** The PDF that goes out to be signed with a person's own certificate. */
  signingFileId: string | null
  /** The PDF with every signature, once there are all. */
  fileId: string | null
}

export interface DocumentSignatureRow {
  documentId: string
  role: SigningRole
  personId: string
  name: string
  signedAt: Date | null
  digest: string | null
  /** Confirmed with one's password, or by a PDF signed outside. */
  way: 'password' | 'file' | null
  fileId: string | null
  certificateOf: string | null
  /** SHA-256 of the certificate. */
  certificate: string | null
}

export interface DocumentTables {
  sessionDocument: SessionDocumentRow
  documentSignature: DocumentSignatureRow
}
