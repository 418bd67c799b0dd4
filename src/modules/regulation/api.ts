import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#platform/http/env.ts'
import { assessmentApi } from './assessment-api.ts'
import { criteriaSetApi } from './criteria-set-api.ts'

/** The law and its ranking rules, under `/api/v1`. */
export const api = new OpenAPIHono<Env>()
api.route('/', criteriaSetApi)
api.route('/', assessmentApi)
