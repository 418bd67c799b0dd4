import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { arrangeRoutes } from './agenda/arrange-routes.tsx'
import { agendaRoutes } from './agenda-routes.tsx'
import { agreementRoutes } from './agreement/agreement-routes.tsx'
import { appraisalRoutes } from './appraisal-routes.tsx'
import { conflictRoutes, sendToDeclare } from './conflicts/conflict-routes.tsx'
import { councilRoutes } from './council-routes.tsx'
import { discussionRoutes } from './discussion/discussion-routes.tsx'
import { documentRoutes } from './documents/document-routes.tsx'
import { opinionRoutes } from './opinions/opinion-routes.tsx'
import { ownExcelRoutes } from './paper-sheets/own-excel-routes.tsx'
import { paperRoutes } from './paper-sheets/paper-routes.tsx'
import { typingRoutes } from './paper-sheets/typing-routes.tsx'
import { recomputeRoutes } from './recompute/recompute-routes.tsx'
import { regulationRoutes } from './regulation/regulation-routes.tsx'
import { screenRoutes } from './screen/screen-routes.tsx'
import { seatRoutes } from './seats/seat-routes.tsx'
import { sessionRoutes } from './session-routes.tsx'
import { sheetRoutes } from './sheet-routes.tsx'
import { takeAlongRoutes } from './take-along/take-along-routes.tsx'
import { voteRoutes } from './votes/vote-routes.tsx'

/** The pages of councils, their sessions, sheets and results. */
export const routes = new Hono<Env>()
// `/sessions/worker.js` before `/sessions/:id`.
routes.use('/sessions/*', sendToDeclare)
for (const pages of [
  takeAlongRoutes,
  conflictRoutes,
  councilRoutes,
  seatRoutes,
  regulationRoutes,
  sessionRoutes,
  agendaRoutes,
  discussionRoutes,
  arrangeRoutes,
  opinionRoutes,
  voteRoutes,
  screenRoutes,
  sheetRoutes,
  appraisalRoutes,
  documentRoutes,
  agreementRoutes,
  recomputeRoutes,
  paperRoutes,
  typingRoutes,
  ownExcelRoutes,
])
  routes.route('/', pages)
