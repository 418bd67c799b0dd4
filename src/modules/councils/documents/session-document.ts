import type { Paper } from '#platform/paper/paper.ts'

/** The four documents that a council signs or files, in the order in which its session's file has them. */
export const documentKinds = ['minutes', 'summary', 'consolidated', 'sheet'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const signingRoles = ['secretary', 'chair'] as const
export type SigningRole = (typeof signingRoles)[number]

/** Who signs a document, as it was settled when it was frozen. */
export interface Signer {
  role: SigningRole
  personId: string
  name: string
}

/** A document about to be frozen: its words as they are printed. */
export interface DocumentDraft {
  kind: DocumentKind
  dossierId: string | null
  memberId: string | null
  round: number | null
  /** Its file's name without ending. */
  name: string
  paper: Paper
  signers: readonly Signer[]
}
