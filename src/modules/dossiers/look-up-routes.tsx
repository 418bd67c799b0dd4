import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { missLimit } from '#platform/http/miss-limit.ts'
import { render } from '#platform/http/render.tsx'
import { readLookUpCode } from './look-up-code.ts'
import { lookUpDossier } from './look-up-dossier.ts'
import { LookUpPage } from './views/look-up-page.tsx'
import './text.ts'

/** Where the code of a receipt is typed, or its QR code leads. */
export const lookUpRoutes = new Hono<Env>()

/** An office whose households all ask from one address mistypes less than this. */
const limit = missLimit({ misses: 30, seconds: 600 })

lookUpRoutes.get('/tra-cuu', async (c) => {
  const typed = (c.req.query('code') ?? '').trim().slice(0, 40)
  c.header('cache-control', 'no-store')
  if (typed === '') return render(c, <LookUpPage typed="" />)
  const { now } = c.get('ctx')
  const address = c.get('address')
  if (limit.isClosedTo(address, now)) return render(c, <LookUpPage typed={typed} trouble="too_many" />, 429)
  if (!readLookUpCode(typed)) return render(c, <LookUpPage typed={typed} trouble="no_code" />, 422)
  const found = await lookUpDossier(c.get('ctx'), typed)
  if (found) return render(c, <LookUpPage typed={found.code} found={found} />)
  limit.miss(address, now)
  return render(c, <LookUpPage typed={typed} trouble="unknown" />, 404)
})
