import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { answerBadQuery, problemAnswer } from '#platform/http/api-problem.ts'
import type { Env } from '#platform/http/env.ts'
import { countRecognised } from './recognition-figures-store.ts'
import { readScoreBands } from './score-bands/read-score-bands.ts'
import { scoreBandsRoute } from './score-bands/score-bands-api.ts'

const count = z.int().nonnegative()

const Figures = z
  .object({
    year: z.int().nullable().openapi({ description: 'Null: of all years', example: 2019 }),
    total: count.openapi({ example: 28 }),
    producers: count.openapi({ example: 17 }),
    byStars: z.object({ '3': count, '4': count, '5': count }),
    byProducerType: z
      .record(z.string(), count)
      .openapi({ example: { cooperative: 22, cooperative_group: 2, company: 1, household: 3 } }),
  })
  .openapi('RecognitionFigures')

const route = createRoute({
  method: 'get',
  path: '/statistics/recognitions',
  summary: 'How many products were recognised',
  description:
    'By year, with how many producers they are of, by stars and by kind of producer. Each product counts once.',
  request: {
    query: z.object({
      year: z.coerce.number().int().min(2018).max(2200).optional().openapi({ example: 2019 }),
    }),
  },
  responses: {
    200: { description: 'The figures', content: { 'application/json': { schema: Figures } } },
    400: problemAnswer('The query is not of the documented form'),
  },
})

/** The programme's figures, for programs. */
export const api = new OpenAPIHono<Env>({ defaultHook: answerBadQuery })

api.openapi(route, async (c) => {
  const { year } = c.req.valid('query')
  return c.json({ year: year ?? null, ...(await countRecognised(c.get('ctx').db, year)) }, 200)
})

api.openapi(scoreBandsRoute, async (c) => {
  const groups = await readScoreBands(c.get('ctx'), c.req.valid('query').year)
  const said = groups.map(({ year, set, products, bands }) => ({
    ...{ year, criteriaSet: set, products },
    bands: bands?.map((band) => ({ ...rangeOf(band.from), products: band.products })) ?? null,
  }))
  return c.json({ groups: said }, 200)
})

function rangeOf(from: number): { from: number; to: number } {
  if (from === 20) return { from: 0, to: 29 }
  return { from, to: from === 90 ? 100 : from + 9 }
}
