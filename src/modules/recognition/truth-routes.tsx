import { Hono } from 'hono'
import { findProduct } from '#modules/products/index.ts'
import { type Day, dayOf, daysBetween, showDay, showTime } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { pageText, render } from '#platform/http/render.tsx'
import { drawCertificate } from './draw-certificate.ts'
import { dayMark, timeMark } from './kept-page.ts'
import { answerPage } from './page-cache.ts'
import { pictureHref } from './product-picture.ts'
import { type CertifiedProduct, findCertified } from './recognised-product-store.ts'
import { findNewerCertificate } from './truth-store.ts'
import { readVerificationCode } from './verification-code.ts'
import { type Truth, TruthPage } from './views/truth-page.tsx'
import { UnknownCodePage } from './views/unknown-code-page.tsx'
import './text.ts'

/** What stands behind the QR code of a certificate. */
export const truthRoutes = new Hono<Env>()

truthRoutes.get('/v/:code', async (c) => {
  const { db, now } = c.get('ctx')
  const typed = c.req.param('code')
  const code = readVerificationCode(typed)
  const found = code ? await findCertified(db, code, dayOf(now)) : undefined
  const origin = c.get('origin')
  const address = `${origin}/v/`
  if (!found) {
    const checkedAt = { time: showTime(now), day: showDay(dayOf(now)) }
    c.header('cache-control', 'no-store')
    return render(c, <UnknownCodePage typed={typed.slice(0, 40)} {...{ address, checkedAt }} />, 404)
  }
  if (typed !== found.code) return c.redirect(`/v/${found.code}`, 301)
  return answerPage(c, async () => {
    const product = await findProduct(db, found.productId)
    const newer = await findNewerCertificate(db, found)
    const truth = truthOf(found, { day: dayOf(now), origin, story: product?.story ?? null, newer })
    return pageText(c, <TruthPage truth={truth} />)
  })
})

truthRoutes.get('/v/:code/certificate.pdf', async (c) => {
  const code = readVerificationCode(c.req.param('code')) ?? ''
  const { files, signingKey, origin } = c.var
  const { bytes, sha256 } = await drawCertificate(c.get('ctx'), { code, files, signingKey, origin })
  const etag = `"${sha256}"`
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="giay-chung-nhan-${code}.pdf"`,
    'cache-control': 'public, max-age=3600',
    etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(new Uint8Array(bytes), 200, headers)
})

interface Around {
  day: Day
  origin: string
  story: string | null
  newer: { code: string | null; stars: number } | undefined
}

function truthOf(row: CertifiedProduct, { day, origin, story, newer }: Around): Truth {
  const { code, status, stars, isDemo, facts } = row
  return {
    ...{ code, status, stars, isDemo },
    address: `${origin}/v/`,
    canonical: `${origin}/san-pham/${row.slug}`,
    daysLeft: daysBetween(day, row.expiresOn),
    checkedAt: { time: timeMark, day: dayMark },
    product: {
      name: row.productName,
      href: `/san-pham/${row.slug}`,
      picture: pictureHref(row),
      code: facts.product.code,
      story,
    },
    producer: row.producerName,
    place: placeOf(row),
    certificate: { number: row.certificateNumber, issuedOn: row.issuedOn, expiresOn: row.expiresOn },
    decision: { number: row.decisionNumber, decidedOn: row.decidedOn, post: row.signerPost },
    revocation: status === 'revoked' ? revocationOf(row) : null,
    replacedBy: newer?.code ? { code: newer.code, stars: newer.stars } : null,
  }
}

/** The unit of today first: it is the one that people find on their map. */
function placeOf({ facts, unitId, todayUnitId, todayUnitName }: CertifiedProduct): Truth['place'] {
  const moved = todayUnitId !== null && todayUnitId !== unitId
  return moved && todayUnitName
    ? { today: todayUnitName, before: facts.place.name }
    : { today: facts.place.name, before: null }
}

function revocationOf({ revocationNumber, revokedOn, ground, level }: CertifiedProduct): Truth['revocation'] {
  if (!revocationNumber || !revokedOn || !ground) return null
  return { number: revocationNumber, revokedOn, ground, byCentre: level === 'centre' }
}
