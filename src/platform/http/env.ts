import type { Ctx } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { SigningKey } from '#platform/pdf/signing-key.ts'
import type { View } from '#platform/ui/view.ts'

/** What every handler finds on its request. */
export interface Env {
  Variables: {
    // biome-ignore lint/suspicious/noExplicitAny: a handler hands it to operations, which narrow it
    ctx: Ctx<any>
    view: View
    requestId: string
    /** Where uploaded files and drawn documents are kept. */
    files: FileStore
    /** Opens the key that signs this installation's documents, on first use. */
    signingKey: () => Promise<SigningKey>
    /** The address that people type, without a slash at the end: for QR codes, mails, canonical links. */
    origin: string
    /** Where the request comes from, for limits. */
    address: string
  }
}
