import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { answerPaper, paperFileOf } from '#platform/paper/answer-paper.ts'
import { listFixLists } from '../fix-list-store.ts'
import { readFormFacts } from './read-form-facts.ts'
import { returnNotice } from './return-notice.ts'

/** What was asked to be mended, as a paper: `/dossiers/<id>/returns/<fix-list>.pdf`. */
export const returnNoticeRoutes = new Hono<Env>()

returnNoticeRoutes.get('/dossiers/:id/returns/:file', async (c) => {
  const facts = await readFormFacts(c.get('ctx'), c.req.param('id'))
  const { dossier } = facts
  const lists = await listFixLists(c.get('ctx').db, dossier.id)
  const asked = paperFileOf(
    c.req.param('file'),
    lists.map(({ id }) => id),
  )
  const fixList = lists.find(({ id }) => id === asked.name)
  if (!fixList) throw new Error(`no fix-list is called ${asked.name}`)
  return answerPaper(c, returnNotice(facts, fixList), {
    ...asked,
    name: 'phieu-bo-sung',
    about: dossier.code,
  })
})
