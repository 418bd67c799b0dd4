import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { problem, problemAnswer, problemHeaders } from '#platform/http/api-problem.ts'
import type { Env } from '#platform/http/env.ts'
import { CriteriaSet } from './criteria-set.ts'
import { listSets } from './criteria-set-store.ts'
import { findCriteriaSet } from './get-criteria-set.ts'

const SetSummary = z
  .object({
    id: z.string().openapi({ example: 'qd26-2026-13' }),
    regimeId: z.string().openapi({ example: 'qd26-2026' }),
    productSetNo: z.int(),
    nameVi: z.string(),
    nameEn: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    digest: z.string(),
    publishedAt: z.iso.datetime(),
  })
  .openapi('CriteriaSetSummary')

const PublishedSet = CriteriaSet.extend({ digest: z.string(), publishedAt: z.iso.datetime() }).openapi(
  'CriteriaSet',
)

const listRoute = createRoute({
  method: 'get',
  path: '/criteria-sets',
  summary: 'The published criteria sets',
  description:
    'Every score sheet that is published, of every regime, in the order of regimes and product sets.',
  request: { query: z.object({ regime: z.string().optional().openapi({ example: 'qd26-2026' }) }) },
  responses: {
    200: {
      description: 'The sets',
      content: { 'application/json': { schema: z.object({ items: z.array(SetSummary) }) } },
    },
  },
})

const setRoute = createRoute({
  method: 'get',
  path: '/criteria-sets/{id}',
  summary: 'One criteria set, whole',
  description:
    'Parts, sections, criteria and options with their points and star marks (`minForRank`: the least for that rank), knock-outs, and the known anomalies of the printed sheet. A published set never changes; `digest` is the SHA-256 of its canonical JSON without `digest` and `publishedAt`.',
  request: { params: z.object({ id: z.string().openapi({ example: 'qd26-2026-13' }) }) },
  responses: {
    200: { description: 'The set', content: { 'application/json': { schema: PublishedSet } } },
    404: problemAnswer('No published set has this id'),
  },
})

/** The published law, for programs. */
export const criteriaSetApi = new OpenAPIHono<Env>()

criteriaSetApi.openapi(listRoute, async (c) => {
  const sets = await listSets(c.get('ctx').db, { regimeId: c.req.valid('query').regime })
  const items = sets.map(({ status: _, publishedAt, ...set }) => ({
    ...set,
    publishedAt: isoOf(publishedAt),
  }))
  return c.json({ items }, 200)
})

criteriaSetApi.openapi(setRoute, async (c) => {
  const { id } = c.req.valid('param')
  const found = await findCriteriaSet(c.get('ctx').db, id)
  if (!found)
    return c.json(
      problem(404, 'No such criteria set', `No published set has the id ${id}`),
      404,
      problemHeaders,
    )
  return c.json({ ...found.set, digest: found.digest, publishedAt: isoOf(found.publishedAt) }, 200)
})

function isoOf(moment: Date | null): string {
  return moment?.toISOString() ?? ''
}
