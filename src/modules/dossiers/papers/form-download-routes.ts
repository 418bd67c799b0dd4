import { Hono } from 'hono'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { paperPdf, paperWord } from '#platform/paper/draw-paper.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { Refusal } from '#platform/refusal.ts'
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

const writers = {
  pdf: { write: paperPdf, type: 'application/pdf', shown: 'inline' },
  docx: {
    write: paperWord,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shown: 'attachment',
  },
} as const

formDownloadRoutes.get('/dossiers/:id/forms/:file', async (c) => {
  const [name = '', kind = '', ...more] = c.req.param('file').split('.')
  const form = forms[name]
  if (!form || more.length > 0 || (kind !== 'pdf' && kind !== 'docx'))
    throw new Refusal('not_found', 'dossiers.no_such_form')
  const facts = await readFormFacts(c.get('ctx'), c.req.param('id'))
  const { dossier } = facts
  const { write, type, shown } = writers[kind]
  const bytes = await write(form(facts, { seesSensitive: seesSensitive(c.get('ctx').actor, dossier) }))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(`${name}-${dossier.code}.${kind}`, shown),
    'cache-control': 'private, no-store',
  })
})
