import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { answerPaper, paperFileOf } from '#platform/paper/answer-paper.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { seesSensitive } from '../read-dossier-file.ts'
import { communeReportForm, proposalLetter } from './commune-report-form.ts'
import { type FormFacts, readFormFacts } from './read-form-facts.ts'
import { registrationForm } from './registration-form.ts'
import { selfReportForm } from './self-report-form.ts'

/** The law's forms of a dossier to print and to write on: `/dossiers/<id>/forms/mau-01.pdf`. */
export const formDownloadRoutes = new Hono<Env>()

type Form = (facts: FormFacts, reader: { seesSensitive: boolean }) => Paper

const forms: Readonly<Record<string, Form>> = {
  'mau-01': registrationForm,
  'mau-02': selfReportForm,
  'mau-03': communeReportForm,
  'cong-van': proposalLetter,
}

formDownloadRoutes.get('/dossiers/:id/forms/:file', async (c) => {
  const file = paperFileOf(c.req.param('file'), Object.keys(forms))
  const facts = await readFormFacts(c.get('ctx'), c.req.param('id'))
  const { dossier } = facts
  const reader = { seesSensitive: seesSensitive(c.get('ctx').actor, dossier) }
  const paper = forms[file.name]?.(facts, reader)
  if (!paper) throw new Error(`no form is called ${file.name}`)
  return answerPaper(c, paper, { ...file, about: dossier.code })
})
