import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { Problem, problem, problemAnswer, problemHeaders } from '#platform/http/api-problem.ts'
import type { Env } from '#platform/http/env.ts'
import { assess } from './assessment.ts'
import type { Consolidation, Ranking } from './consolidation.ts'
import { CouncilRules } from './council-rules.ts'
import { findCriteriaSet } from './get-criteria-set.ts'
import { type Trace, traceInWords } from './trace.ts'

const MOST_BYTES = 512 * 1024

const Assessment = z
  .strictObject({
    sheets: z
      .array(z.strictObject({ points: z.record(z.string().max(40), z.number()) }))
      .min(1)
      .max(100),
    rules: CouncilRules.optional(),
    council: z
      .strictObject({ members: z.int().min(1).max(200), chairScored: z.boolean().default(true) })
      .optional(),
  })
  .openapi('Assessment', {
    example: { sheets: [{ points: { '1.1': 3, '1.2': 2 } }], rules: { markRule: 'majority' } },
  })

const Points = z.number().openapi({ description: 'Points to two decimals', example: 92.29 })

const AssessmentResult = z
  .object({
    criteriaSetId: z.string(),
    digest: z.string(),
    average: Points,
    parts: z.record(z.string(), Points),
    band: z.int(),
    stars: z.int(),
    missedMarks: z.array(z.object({ criterion: z.string(), rank: z.int(), needed: z.int() })),
    marks: z.enum(['binding', 'advisory', 'none']),
    deviation: z.object({
      highest: z.int(),
      lowest: z.int(),
      spread: z.int(),
      limit: z.int(),
      exceeded: z.boolean(),
    }),
    proposedKnockouts: z.array(z.object({ key: z.string(), criterion: z.string(), sheets: z.int() })),
    trace: z.array(
      z.object({ step: z.string(), vi: z.string(), en: z.string() }).openapi({
        additionalProperties: true,
        description: 'A step of the ranking with its facts, and its sentence in Vietnamese and English',
      }),
    ),
  })
  .openapi('AssessmentResult')

const FaultyAssessment = Problem.extend({
  faults: z.array(
    z.object({
      sheet: z.int(),
      criterion: z.string(),
      fault: z.enum(['missing', 'not_an_option', 'unknown_criterion']),
    }),
  ),
}).openapi('FaultyAssessment')

const assessmentRoute = createRoute({
  method: 'post',
  path: '/criteria-sets/{id}/assessments',
  summary: 'Rank a product from its score sheets',
  description: [
    'Stateless: nothing is stored, no account is needed. Each sheet gives the points of every criterion: 0, or the points of one of its options (of several where the sheet is a checklist).',
    'All sheets given count as valid. `rules` are the settings of the council regulation; what is left out has its default: `quorum` 75, `maxDeviation` 10, `rounding` half up to 2 decimals, `markRule` majority, `tourismMarks` advisory.',
    'A quorum is asked for only when `council` gives the number of its members; below it there is no result (422 with no faults).',
    'Sheets that lie further apart than `maxDeviation` are ranked all the same, with `deviation.exceeded` true: a council could not close such a round without a written reason.',
    '`missedMarks` are the star marks of ranks 3 up to the band that are missed; with `marks` advisory they do not lower the stars. `proposedKnockouts` are zeros at which the sheet stops scoring; only a council can decide on them, so they do not change the stars here.',
  ].join('\n\n'),
  request: {
    params: z.object({ id: z.string().openapi({ example: 'qd26-2026-13' }) }),
    body: { required: true, content: { 'application/json': { schema: Assessment } } },
  },
  responses: {
    200: { description: 'The result', content: { 'application/json': { schema: AssessmentResult } } },
    400: problemAnswer('The body is not of this form'),
    404: problemAnswer('No published set has this id'),
    413: problemAnswer('The body is larger than 512 kB'),
    422: {
      description: 'Sheets with faults, or too few for the quorum',
      content: { 'application/problem+json': { schema: FaultyAssessment } },
    },
  },
})

/** The ranking rules, for programs. */
export const assessmentApi = new OpenAPIHono<Env>({
  defaultHook: (answer, c) => {
    if (answer.success) return
    return c.json(
      problem(400, 'The body is not of this form', z.prettifyError(answer.error)),
      400,
      problemHeaders,
    )
  },
})

assessmentApi.onError((error, c) => {
  if (!(error instanceof HTTPException) || error.status >= 500) throw error
  if (error.status === 413) return c.json(problem(413, 'The body is too large'), 413, problemHeaders)
  return c.json(problem(400, 'The body is not of this form', error.message), 400, problemHeaders)
})

assessmentApi.use(assessmentRoute.getRoutingPath(), bodyLimit({ maxSize: MOST_BYTES }))

assessmentApi.openapi(assessmentRoute, async (c) => {
  const { id } = c.req.valid('param')
  const found = await findCriteriaSet(c.get('ctx').db, id)
  if (!found)
    return c.json(
      problem(404, 'No such criteria set', `No published set has the id ${id}`),
      404,
      problemHeaders,
    )

  const answer = assess(found.set, c.req.valid('json'))
  if ('faults' in answer) {
    const { length } = answer.faults
    const detail = `${length} ${length === 1 ? 'answer is' : 'answers are'} missing or no option of the sheet`
    return c.json(
      { ...problem(422, 'The sheets have faults', detail), faults: answer.faults },
      422,
      problemHeaders,
    )
  }
  if (!answer.ranking) {
    const detail = traceInWords(answer.trace, 'en').join(' ')
    return c.json(
      { ...problem(422, 'Too few sheets for the quorum', detail), faults: [] },
      422,
      problemHeaders,
    )
  }
  return c.json({ criteriaSetId: id, digest: found.digest, ...resultOf(answer.ranking, answer) }, 200)
})

function resultOf(ranking: Ranking, { trace }: Consolidation) {
  const { average, parts, missedMarks, proposedKnockouts, ...rest } = ranking
  return {
    ...rest,
    average: average / 100,
    parts: Object.fromEntries(Object.entries(parts).map(([code, value]) => [code, value / 100])),
    missedMarks: [...missedMarks],
    proposedKnockouts: [...proposedKnockouts],
    trace: stepsOf(trace),
  }
}

/** The steps with their facts, averages in points, and their sentences in both languages. */
function stepsOf(trace: Trace): { step: string; vi: string; en: string }[] {
  const vi = traceInWords(trace, 'vi')
  const en = traceInWords(trace, 'en')
  return trace.map((step, at) => ({
    ...step,
    ...('average' in step ? { average: step.average / 100 } : {}),
    vi: vi[at] ?? '',
    en: en[at] ?? '',
  }))
}
