import { Hono } from 'hono'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { drawReceiptSlip } from './receipt-slip.ts'

/** The receipt slip to print and to take home. */
export const slipRoutes = new Hono<Env>()

slipRoutes.get('/dossiers/:id/slip.pdf', async (c) => {
  const origin = c.get('origin')
  const { dossier, bytes } = await drawReceiptSlip(c.get('ctx'), { dossierId: c.req.param('id'), origin })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(`phieu-tiep-nhan-${dossier.code}.pdf`, 'inline'),
    'cache-control': 'private, no-store',
  })
})
