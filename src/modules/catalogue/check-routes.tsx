import { Hono } from 'hono'
import { answerPage, readVerificationCode } from '#modules/recognition/index.ts'
import type { Env } from '#platform/http/env.ts'
import { pageText, render } from '#platform/http/render.tsx'
import { CheckPage } from './views/check-page.tsx'
import './text.ts'

/** Where somebody who holds a pack types or scans its code. */
export const checkRoutes = new Hono<Env>()

checkRoutes.get('/kiem-tra', (c) => {
  const typed = (c.req.query('code') ?? '').trim().slice(0, 40)
  if (typed === '') return answerPage(c, async () => pageText(c, <CheckPage typed="" faulty={false} />))
  const code = readVerificationCode(typed)
  return code ? c.redirect(`/v/${code}`, 303) : render(c, <CheckPage typed={typed} faulty />, 422)
})
