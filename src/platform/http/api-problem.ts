import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

/** A problem as RFC 9457 writes it. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
  })
  .openapi('Problem')

/** The answer's headers for a problem. */
export const problemHeaders = { 'content-type': 'application/problem+json' }

/** What an OpenAPI route says of an answer that is a problem. */
export function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: Problem } } }
}

/** A problem of the general kind: its status says what it is. */
export function problem<Status extends number>(status: Status, title: string, detail?: string) {
  return { type: 'about:blank', title, status, ...(detail === undefined ? {} : { detail }) }
}

/** Answers a query that is not of the documented form: 400, saying which parameters and why. */
export function answerBadQuery(
  result: { success: true } | { success: false; error: z.ZodError },
  c: Context,
): Response | undefined {
  if (result.success) return undefined
  const faults = result.error.issues.map(({ path, message }) => ({ name: path.join('.'), fault: message }))
  const detail = faults.map(({ name, fault }) => `${name}: ${fault}`).join('; ')
  return c.json(
    { ...problem(400, 'The query is not of the documented form', detail), faults },
    400,
    problemHeaders,
  )
}
