import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listWeakPapers, mayRead, WeakPapers } from '#modules/dossiers/index.ts'
import { unitPathsOf } from '#modules/people/index.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { certificateBadge } from './certificate-badge.ts'
import {
  type CertificateFilter,
  countByStatus,
  findCertificatePage,
  listCertificates,
} from './certificate-list-store.ts'
import { certificateSheet } from './certificate-sheet.ts'
import { certificateStatuses } from './certificate-status.ts'
import { certificateView, listedCertificate } from './certificate-view.ts'
import type { DecisionFaults } from './decision-faults.ts'
import { suggestedDecision, typedDecision } from './decision-form.ts'
import { certificateReaders, issuerOf, mayDecide, mayReadCertificate, maySee } from './decision-level.ts'
import { endingBetween, endings } from './endings.ts'
import { readPageKey, writePageKey } from './page-key.ts'
import type { CertifiedProduct } from './recognised-product-store.ts'
import type { RevocationGround } from './recognition-tables.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { CertificatePage, type RevocationForm } from './views/certificate-page.tsx'
import { CertificatesPage } from './views/certificates-page.tsx'
import './text.ts'

/** The certificates for officials: the list, one of them, its revocation. */
export const certificateRoutes = new Hono<Env>()

const onPage = 50
const inSheet = 50_000

/** What the address asks for; what it does not understand it leaves out. */
const Asked = z.object({
  status: z.enum(certificateStatuses).optional().catch(undefined),
  stars: z.coerce.number().int().min(3).max(5).optional().catch(undefined),
  year: z.coerce.number().int().min(2018).max(2200).optional().catch(undefined),
  ending: z.enum(endings).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})
type Asked = z.infer<typeof Asked>

certificateRoutes.get('/certificates', async (c) => {
  const { db, now } = c.get('ctx')
  const day = dayOf(now)
  const asked = Asked.parse(c.req.query())
  const filter = filterOf(c, asked)
  const after = asked.after ? readPageKey(asked.after) : undefined
  const rows = await listCertificates(db, filter, { day, after, limit: onPage + 1 })
  const last = rows.length > onPage ? rows[onPage - 1] : undefined
  const next = last && writePageKey({ sort: last.issuedOn, id: last.certificateId })
  const href = (change: Partial<Asked>, path = '/certificates') =>
    hrefOf(path, { ...asked, after: undefined, ...change })
  return render(
    c,
    <CertificatesPage
      query={{
        status: asked.status,
        stars: asked.stars,
        year: asked.year,
        ending: asked.ending,
        search: asked.q ?? '',
      }}
      counts={await countByStatus(db, filter, day)}
      certificates={rows
        .slice(0, onPage)
        .map((row) => listedCertificate(row, certificateBadge(row, day, c.get('view').t)))}
      href={(change) => href(change as Partial<Asked>)}
      sheetHref={href({}, '/certificates.xlsx')}
      nextHref={next ? href({ after: next }) : undefined}
      firstHref={after ? href({}) : undefined}
    />,
  )
})

certificateRoutes.get('/certificates.xlsx', async (c) => {
  const { db, now } = c.get('ctx')
  const day = dayOf(now)
  const rows = await listCertificates(db, filterOf(c, Asked.parse(c.req.query())), { day, limit: inSheet })
  const bytes = await writeSheet(certificateSheet(rows, c.get('view').t))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': contentDisposition(`giay-chung-nhan-${day}.xlsx`, 'attachment'),
    'cache-control': 'private, no-store',
  })
})

certificateRoutes.get('/certificates/:id', async (c) => {
  const row = await getCertificate(c)
  const { actor, now } = c.get('ctx')
  const decision = suggestedDecision({ now, name: actor.name, post: row.signerPost })
  return showCertificate(c, row, { typed: { ...decision, ground: '', reason: '' }, faults: {} })
})

certificateRoutes.post('/certificates/:id/revocation', async (c) => {
  const row = await getCertificate(c)
  const form = await c.req.formData()
  const typed = {
    ...typedDecision(form),
    ground: String(form.get('ground') ?? ''),
    reason: String(form.get('reason') ?? ''),
  }
  const { ground, reason, ...decision } = typed
  const revocation = {
    certificateId: row.certificateId,
    ground: ground as RevocationGround,
    reason,
    decision,
  }
  const refusal = await refusalOf(revokeCertificate(c.get('ctx'), revocation), 'invalid')
  if (refusal) {
    const message = refusalWords(refusal, c.get('view').t)
    return showCertificate(c, row, { typed, faults: (refusal.facts.faults ?? {}) as DecisionFaults, message })
  }
  sayNext(c, 'success', 'recognition:done.revoked', { number: row.certificateNumber })
  return c.redirect(`/certificates/${row.certificateId}`, 303)
})

/** The certificate of the address, as far as the actor may read it. */
async function getCertificate(c: Context<Env>): Promise<CertifiedProduct> {
  const { db, actor, now } = c.get('ctx')
  const id = c.req.param('id') ?? ''
  const row = isId(id) ? await findCertificatePage(db, id, dayOf(now)) : undefined
  if (!row || !mayReadCertificate(actor, row.unitPath))
    throw new Refusal('not_found', 'recognition.certificate_unknown')
  return row
}

async function showCertificate(
  c: Context<Env>,
  row: CertifiedProduct,
  form: RevocationForm,
): Promise<Response> {
  const { actor, now } = c.get('ctx')
  const { t } = c.get('view')
  const issuer = issuerOf(row.level === 'centre' ? 'centre' : 'province', row.unitPath)
  const mayRevoke = row.revokedOn === null && mayDecide(actor, issuer)
  const { producerId, unitPath } = row
  const opens = {
    decision: maySee(actor, issuer),
    dossier: mayRead(actor, { producerId, unitPath, submittedAt: now }),
  }
  const leaning = opens.dossier && row.revokedOn === null ? row.dossierId : null
  const weak = leaning ? await listWeakPapers(c.get('ctx'), { dossierId: leaning, until: row.expiresOn }) : []
  const view = certificateView(row, certificateBadge(row, dayOf(now), t), { t, opens })
  return render(
    c,
    <CertificatePage certificate={view} form={mayRevoke ? form : null}>
      <WeakPapers papers={weak} producerId={producerId} title={t('dossiers:page.vault.weak_certificate')} />
    </CertificatePage>,
    form.message ? 422 : 200,
  )
}

function filterOf(c: Context<Env>, { status, stars, year, ending, q }: Asked): CertificateFilter {
  const { actor, now } = c.get('ctx')
  const unitPaths = unitPathsOf(actor, certificateReaders)
  if (unitPaths.length === 0) throw new Refusal('forbidden', 'recognition.for_officials')
  const between = ending && endingBetween(ending, dayOf(now))
  return { unitPaths, status, stars, year, ending: between, search: q }
}

function hrefOf(path: string, asked: Asked): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length > 0 ? `${path}?${query}` : path
}
