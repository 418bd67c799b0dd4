import { type Context, Hono } from 'hono'
import { ownApplication, ownConsultant, waitingMandates } from '#modules/consultants/index.ts'
import { sheetAnswer, signedInOnly } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { portfolioSheet } from './portfolio-sheet.ts'
import { readPortfolio } from './read-portfolio.ts'
import { PortfolioPage } from './views/portfolio-page.tsx'
import './text.ts'

/** A consultant's place of work: the dossiers of its mandates. */
export const portfolioRoutes = new Hono<Env>()

portfolioRoutes.use('/portfolio', signedInOnly)
portfolioRoutes.use('/portfolio.xlsx', signedInOnly)

portfolioRoutes.get('/portfolio', async (c) => {
  forConsultants(c)
  const ctx = c.get('ctx')
  const asked = { tab: c.req.query('tab'), after: c.req.query('after') }
  const portfolio = await readPortfolio(ctx, asked)
  const consultant = (await ownConsultant(ctx)) ?? (await ownApplication(ctx))
  const toSign = (await waitingMandates(ctx)).filter(({ side }) => side === 'consultant').length
  return render(c, <PortfolioPage {...{ portfolio, consultant, toSign }} isFirst={!asked.after} />)
})

portfolioRoutes.get('/portfolio.xlsx', async (c) => {
  forConsultants(c)
  const ctx = c.get('ctx')
  const { lines } = await readPortfolio(ctx, { tab: c.req.query('tab'), after: undefined })
  const bytes = await portfolioSheet(lines, c.get('view').t)
  return sheetAnswer(c, `ho-so-tu-van-${dayOf(ctx.now)}`, bytes)
})

function forConsultants(c: Context<Env>): void {
  const { holdings } = c.get('ctx').actor
  if (!holdings.some(({ role }) => role === 'consultant'))
    throw new Refusal('forbidden', 'dossiers.for_consultants')
}
