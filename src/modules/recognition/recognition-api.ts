import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { dayOf } from '#platform/dates.ts'
import { answerBadQuery, problem, problemAnswer, problemHeaders } from '#platform/http/api-problem.ts'
import type { Env } from '#platform/http/env.ts'
import { Certificate, certificateOf, producerTypes, Recognition, recognitionOf } from './api-schemas.ts'
import { certificateStatuses, recognitionStatuses } from './certificate-status.ts'
import { readPageKey, writePageKey } from './page-key.ts'
import { findCertified, listCertified, listRecognised } from './recognised-product-store.ts'
import { readVerificationCode } from './verification-code.ts'

const Paging = {
  cursor: z
    .string()
    .refine((text) => readPageKey(text) !== undefined, 'not a cursor of this list')
    .optional()
    .openapi({ description: 'The `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

const listOf = <Item extends z.ZodType>(item: Item, description: string) => ({
  description,
  content: {
    'application/json': {
      schema: z.object({
        items: z.array(item),
        next: z
          .string()
          .nullable()
          .openapi({ description: 'The `cursor` of the next page; null on the last' }),
      }),
    },
  },
})

const badQuery = { 400: problemAnswer('The query is not of the documented form') }

const recognitionsRoute = createRoute({
  method: 'get',
  path: '/recognitions',
  summary: 'Recognised products',
  description: 'Every recognition of a product at 3 stars and up, the newest year first.',
  request: {
    query: z.object({
      year: z.coerce.number().int().min(2018).max(2200).optional().openapi({ example: 2019 }),
      stars: z.coerce.number().int().min(3).max(5).optional(),
      producerType: z.enum(producerTypes).optional(),
      commune: z
        .string()
        .regex(/^[a-z0-9.-]{2,80}(~\d{4})?$/)
        .optional()
        .openapi({
          example: '03868',
          description: 'Code of a commune; also finds what was recognised in the communes that went into it',
        }),
      status: z.enum(recognitionStatuses).optional(),
      ...Paging,
    }),
  },
  responses: { 200: listOf(Recognition, 'A page of recognitions'), ...badQuery },
})

const certificatesRoute = createRoute({
  method: 'get',
  path: '/certificates',
  summary: 'Certificates',
  description: 'Every certificate with its status today, the newest first.',
  request: { query: z.object({ status: z.enum(certificateStatuses).optional(), ...Paging }) },
  responses: { 200: listOf(Certificate, 'A page of certificates'), ...badQuery },
})

const certificateRoute = createRoute({
  method: 'get',
  path: '/certificates/{code}',
  summary: 'One certificate by its verification code',
  description: 'The code as printed; small letters, spaces and a missing hyphen are understood.',
  request: { params: z.object({ code: z.string().openapi({ example: 'SL7K-4M2Q' }) }) },
  responses: {
    200: { description: 'The certificate', content: { 'application/json': { schema: Certificate } } },
    404: problemAnswer('No certificate has this code'),
  },
})

/** Recognitions and certificates, for programs. */
export const api = new OpenAPIHono<Env>({ defaultHook: answerBadQuery })

api.openapi(recognitionsRoute, async (c) => {
  const { cursor, limit, ...filter } = c.req.valid('query')
  const { db, now } = c.get('ctx')
  const page = { day: dayOf(now), after: cursor ? readPageKey(cursor) : undefined, limit: limit + 1 }
  const rows = await listRecognised(db, filter, page)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const next = last ? writePageKey({ sort: String(last.year), id: last.recognitionId }) : null
  return c.json({ items: items.map(recognitionOf), next }, 200)
})

api.openapi(certificatesRoute, async (c) => {
  const { cursor, limit, ...filter } = c.req.valid('query')
  const { db, now } = c.get('ctx')
  const page = { day: dayOf(now), after: cursor ? readPageKey(cursor) : undefined, limit: limit + 1 }
  const rows = await listCertified(db, filter, page)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const next = last?.certificateId
    ? writePageKey({ sort: last.issuedOn ?? '', id: last.certificateId })
    : null
  return c.json({ items: items.map(certificateOf), next }, 200)
})

api.openapi(certificateRoute, async (c) => {
  const { db, now } = c.get('ctx')
  const code = readVerificationCode(c.req.valid('param').code)
  const found = code && (await findCertified(db, code, dayOf(now)))
  if (!found)
    return c.json(problem(404, 'No such certificate', 'No certificate has this code'), 404, problemHeaders)
  return c.json(certificateOf(found), 200)
})
