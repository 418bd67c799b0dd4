import { type Context, Hono } from 'hono'
import { findUnit } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { answerPaper, paperFileOf } from '#platform/paper/answer-paper.ts'
import { Refusal } from '#platform/refusal.ts'
import { findAssessment } from './assessment-store.ts'
import { attempt, sentenceOf } from './attempt.ts'
import { type CommuneContent, communeContents } from './commune-contents.ts'
import { findCommunePapers } from './commune-paper-store.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier } from './dossier-store.ts'
import { listEvidence } from './evidence-store.ts'
import { findOpenFixList, listFixLists } from './fix-list-store.ts'
import { contentTarget } from './fix-target.ts'
import { getDossier, stepOf } from './get-dossier.ts'
import { previewNames, previewProposal } from './papers/preview-proposal.ts'
import {
  type ProposalFaults,
  proposalFaults,
  proposalOf,
  reportOf,
  samplesOf,
  type TypedProposal,
  typedProposal,
} from './proposal-form.ts'
import { proposeDossier, samplesAsked } from './propose-dossier.ts'
import { readDossierHead } from './read-dossier-head.ts'
import { resendAssessment } from './resend-assessment.ts'
import { showConflict, type TypedText } from './show-conflict.tsx'
import { CommuneReportPage } from './views/commune-report-page.tsx'
import { ProposalPage } from './views/proposal-page.tsx'
import { takesPart } from './workflow.ts'

/** The commune's report of Form 03: writing it, mending it, printing it. */
export const proposalRoutes = new Hono<Env>()

proposalRoutes.get('/dossiers/:id/proposal', async (c) => {
  const { db } = c.get('ctx')
  const work = await readWork(c)
  const usual = c.get('view').t('dossiers:page.desk.proposal.usual')
  const typed = proposalOf(await findAssessment(db, work.dossier.id), usual)
  return showProposal(c, work, { typed, faults: {} })
})

proposalRoutes.post('/dossiers/:id/proposal', async (c) => {
  const ctx = c.get('ctx')
  const form = typedProposal(await c.req.formData())
  const { done: work, refusal: closed } = await attempt(() => readWork(c))
  if (closed) return showConflict(c, closed, { dossierId: c.req.param('id'), typed: textsOf(c, form) })
  const { mending, asked } = work
  const before = mending ? await findAssessment(ctx.db, work.dossier.id) : undefined
  const typed = before ? { ...form, proposal: before.proposal } : form
  const faults = proposalFaults(typed, { asked, samplesAsked: work.samplesAsked })
  if (Object.keys(faults).length > 0) return showProposal(c, work, { typed, faults })

  const { id: dossierId } = work.dossier
  const report = reportOf(typed)
  if (mending) {
    const { sent } = await resendAssessment(ctx, { dossierId, report })
    sayNext(c, 'success', sent ? 'dossiers:page.desk.said.resent' : 'dossiers:page.desk.said.mended')
  } else {
    const proposal = { dossierId, report, samples: samplesOf(typed.samples), numbers: typed.numbers }
    const { done, refusal } = await attempt(() => proposeDossier(ctx, proposal))
    if (refusal)
      return showProposal(c, work, {
        typed,
        faults,
        message: c.get('view').t(sentenceOf(refusal), refusal.facts),
      })
    sayNext(c, 'success', 'dossiers:page.desk.said.proposed', { productCode: done.productCode })
  }
  return c.redirect(`/dossiers/${dossierId}/commune-report`, 303)
})

proposalRoutes.post('/dossiers/:id/proposal/preview/:file', async (c) => {
  const file = paperFileOf(c.req.param('file'), previewNames)
  const work = await readWork(c)
  const typed = typedProposal(await c.req.formData())
  const faults = proposalFaults(typed, { asked: work.asked, samplesAsked: work.samplesAsked })
  if (Object.keys(faults).length > 0) return showProposal(c, work, { typed, faults })
  const paper = await previewProposal(c.get('ctx'), { dossierId: work.dossier.id, typed, paper: file.name })
  return answerPaper(c, paper, { ...file, about: `${work.dossier.code}-xem-truoc` })
})

proposalRoutes.get('/dossiers/:id/commune-report', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const dossier = await getDossier(c.get('ctx'), c.req.param('id'))
  const assessment = await findAssessment(db, dossier.id)
  if (!assessment) throw new Refusal('not_found', 'dossiers.no_report')
  const commune = await findUnit(db, dossier.unitPath.split('/').at(-1) ?? '')
  return render(
    c,
    <CommuneReportPage
      head={await readDossierHead(db, dossier, { actor, today: dayOf(now) })}
      registration={dossier.registration}
      report={assessment}
      communeName={commune?.name ?? ''}
      reportNumber={(await findCommunePapers(db, dossier.id)).report ?? '……/BC-UBND'}
      assessedOn={dayOf(assessment.assessedAt)}
    />,
  )
})

/** What the officer wrote, to be kept where the report can no longer be sent. */
function textsOf(c: Context<Env>, { notes, proposal }: TypedProposal): TypedText[] {
  const { t } = c.get('view')
  const written = communeContents.filter((content) => notes[content] !== '')
  return [
    ...written.map((content) => ({ label: t(`dossiers:content.${content}`), text: notes[content] })),
    { label: t('dossiers:page.desk.proposal.proposal'), text: proposal },
  ]
}

interface Work {
  dossier: Dossier
  mending: boolean
  asked: readonly CommuneContent[]
  /** Units of the product that must have come with it; 0 where the law asks for none. */
  samplesAsked: number
}

/** What the commune has to write now: the whole report, or the contents that the province sent back. */
async function readWork(c: Context<Env>): Promise<Work> {
  const { db, actor } = c.get('ctx')
  const dossier = await getDossier(c.get('ctx'), c.req.param('id') ?? '')
  if (dossier.state !== 'returned_by_province' || !takesPart(actor, 'commune_officer', dossier)) {
    stepOf(actor, dossier, 'propose')
    const { kind } = await criteriaOfDossier(db, dossier)
    return {
      dossier,
      mending: false,
      asked: communeContents,
      samplesAsked: kind === 'tourism' ? 0 : samplesAsked,
    }
  }
  const targets = new Set((await findOpenFixList(db, dossier.id))?.items.map(({ target }) => target))
  const asked = communeContents.filter((content) => targets.has(contentTarget(content)))
  return { dossier, mending: true, asked, samplesAsked: 0 }
}

async function showProposal(
  c: Context<Env>,
  { dossier, mending, asked, samplesAsked }: Work,
  { typed, faults, message }: { typed: TypedProposal; faults: ProposalFaults; message?: string },
): Promise<Response> {
  const { db, actor, now } = c.get('ctx')
  const evidence = await listEvidence(db, dossier.id)
  const papers = (kind: string) => evidence.filter(({ paperKind }) => paperKind === kind)
  const { materialArea = '', history = '' } = dossier.report
  return render(
    c,
    <ProposalPage
      head={await readDossierHead(db, dossier, { actor, today: dayOf(now) })}
      asked={asked}
      mending={mending}
      typed={typed}
      faults={faults}
      message={message}
      samplesAsked={samplesAsked}
      written={{ materialOrigin: materialArea, ideaOrigin: history }}
      evidence={{
        materialOrigin: papers('raw_material'),
        localLabour: papers('local_labour'),
        localIdentity: papers('product_story'),
      }}
      set={await criteriaOfDossier(db, dossier)}
      earlier={await listFixLists(db, dossier.id)}
    />,
    message ? 409 : Object.keys(faults).length > 0 ? 422 : 200,
  )
}
