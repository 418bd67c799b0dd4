import type { Ctx } from '#platform/ctx.ts'
import type { View } from '#platform/ui/view.ts'

/** What every handler finds on its request. */
export interface Env {
  Variables: {
    // biome-ignore lint/suspicious/noExplicitAny: a handler hands it to operations, which narrow it
    ctx: Ctx<any>
    view: View
    requestId: string
  }
}
