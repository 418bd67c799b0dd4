import { createRoute, z } from '@hono/zod-openapi'
import { problemAnswer } from '#platform/http/api-problem.ts'
import { fewestPublished } from './published-bands.ts'

const Group = z
  .object({
    year: z.int().openapi({ description: 'When the councils ranked them', example: 2026 }),
    criteriaSet: z
      .object({ id: z.string(), nameVi: z.string(), nameEn: z.string() })
      .nullable()
      .openapi({
        description: `Null: the sets of the year with fewer than ${fewestPublished} products, together`,
      }),
    products: z.int().nullable().openapi({ description: 'Null: too few to publish anything of them' }),
    bands: z
      .array(
        z.object({
          from: z.int().openapi({ example: 70 }),
          to: z.int().openapi({ example: 79 }),
          products: z.int().nonnegative(),
        }),
      )
      .nullable(),
  })
  .openapi('ScoreBands')

/** The councils' averages in bands, without names. */
export const scoreBandsRoute = createRoute({
  method: 'get',
  path: '/statistics/score-bands',
  summary: 'How the councils’ averages are spread',
  description:
    'By year and criteria set, in bands of ten points, without names. A group is left out while one of its results awaits its decision; groups of fewer than five products are taken together, or not published.',
  request: {
    query: z.object({
      year: z.coerce.number().int().min(2018).max(2200).optional().openapi({ example: 2026 }),
    }),
  },
  responses: {
    200: {
      description: 'The groups',
      content: { 'application/json': { schema: z.object({ groups: z.array(Group) }) } },
    },
    400: problemAnswer('The query is not of the documented form'),
  },
})
