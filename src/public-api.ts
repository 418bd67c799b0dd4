import { OpenAPIHono } from '@hono/zod-openapi'
import { api as recognition } from '#modules/recognition/index.ts'
import { api as regulation } from '#modules/regulation/index.ts'
import { api as statistics } from '#modules/statistics/index.ts'
import type { Env } from '#platform/http/env.ts'

/** The public API, mounted at `/api/v1`; its description is made from the routes themselves. */
export const publicApi = new OpenAPIHono<Env>()
for (const api of [regulation, recognition, statistics]) publicApi.route('/', api)

publicApi.doc31('/openapi.json', {
  openapi: '3.1.0',
  info: {
    title: 'Sao Làng',
    version: '1',
    description:
      'Criteria sheets, results, recognitions and certificates of the OCOP programme. Errors are RFC 9457 problems.',
  },
  servers: [{ url: '/api/v1' }],
})
