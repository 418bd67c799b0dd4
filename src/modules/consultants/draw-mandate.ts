import type { Ctx } from '#platform/ctx.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { getMandate } from './get-mandate.ts'
import { mandatePaper } from './mandate-paper.ts'

registerTemplate('consultant-mandate', new URL('./mandate.typ', import.meta.url))

/** The mandate as a paper to print, with who signed it in the system and when. @throws Refusal `not_found` */
export async function drawMandate(
  ctx: Ctx<ConsultantTables>,
  { mandateId }: { mandateId: string },
): Promise<{ bytes: Uint8Array; code: string }> {
  const { mandate } = await getMandate(ctx, mandateId)
  const bytes = await renderPdf('consultant-mandate', mandatePaper(mandate), { madeAt: ctx.now })
  return { bytes, code: mandate.code }
}
