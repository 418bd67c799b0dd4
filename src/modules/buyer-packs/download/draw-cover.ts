import type { Producer } from '#modules/producers/index.ts'
import { verificationAddress } from '#modules/recognition/index.ts'
import { dayOf, showDay, showTime } from '#platform/dates.ts'
import { qrCode } from '#platform/pdf/qr-code.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import {
  certificateInWords,
  endedSince,
  paperInWords,
  paperName,
  partName,
  termsInWords,
} from '../offer-words.ts'
import type { OfferedPaper, OfferedProduct, PackToday } from '../read-packs.ts'
import type { PackFile } from './gather-files.ts'

registerTemplate('buyer-pack-cover', new URL('./cover.typ', import.meta.url))

export interface Cover {
  today: PackToday
  producer: Producer
  files: readonly PackFile[]
  now: Date
  origin: string
  t: Translate
  locale: Locale
}

/**
 * The first sheet of a pack, in one language: who offers what to whom, which certificates and papers count at this
 * moment, which have ended, and the digest of each file that lies beside it.
 */
export function drawCover(cover: Cover): Promise<Uint8Array> {
  const pictures = Object.fromEntries(
    certified(cover).map(({ certificate }, place) => [
      qrName(place),
      qrCode(verificationAddress(cover.origin, certificate.code)),
    ]),
  )
  return renderPdf('buyer-pack-cover', coverData(cover), { pictures, madeAt: cover.now })
}

/** The data of cover.typ: every text as it is printed. */
function coverData(cover: Cover) {
  const { today, producer, files, now, t, locale } = cover
  const { pack, products, papers, standing } = today
  const word = (key: string, facts = {}) => t(`buyer-packs:cover.${key}`, facts)
  return {
    lang: locale,
    title: `${word('kind')}: ${pack.name}`,
    mark: pack.isDemo ? word('mark') : null,
    kind: word('kind'),
    name: pack.name,
    to: pack.buyer && word('to', { buyer: pack.buyer }),
    asOf: word('as_of', { time: showTime(now).slice(0, 5), day: showDay(dayOf(now)) }),
    producer: producer.name,
    facts: factsOf(cover),
    note: pack.note,
    products: {
      title: word('products'),
      rows: products.map((offered) => productRow(offered, { t, locale })),
    },
    certificates: { title: word('certificates'), rows: certified(cover).map(certificateRow(cover)) },
    papers: paperTable(papers, t),
    ended: {
      title: word('ended'),
      lead: word('ended_lead'),
      rows: standing.weakenedBy.map((part) =>
        word('ended_row', { name: partName(part, t), day: endedSince(part) }),
      ),
    },
    files: {
      title: word('files'),
      lead: word('files_lead'),
      rows: files.map(({ path, sha256 }) => ({ path, sha256 })),
    },
    footer: word('footer'),
  }
}

function factsOf({ producer, today, t }: Cover): [string, string][] {
  const { address, registrationNumber, taxCode, phone, email } = producer
  const facts: [string, string | null][] = [
    ['address', address],
    ['registration', registrationNumber],
    ['tax_code', taxCode],
    ['contact', today.pack.contact ?? ([phone, email].filter(Boolean).join(', ') || null)],
  ]
  return facts.flatMap(([name, value]): [string, string][] =>
    value ? [[t(`buyer-packs:cover.fact.${name}`), value]] : [],
  )
}

function productRow(offered: OfferedProduct, { t, locale }: { t: Translate; locale: Locale }) {
  const { product, terms, certificate, hasEnded } = offered
  return {
    name: product.name,
    star: certificate && !hasEnded ? t('platform:stars', { count: certificate.stars }) : null,
    standing: certificateInWords(offered, t),
    ended: hasEnded,
    terms: termsInWords(terms, { t, locale }),
  }
}

type Certified = OfferedProduct & { certificate: NonNullable<OfferedProduct['certificate']> }

/** The products whose certificate counts. */
function certified({ today }: Cover): Certified[] {
  return today.products.filter((one): one is Certified => one.certificate !== null && !one.hasEnded)
}

const certificateRow =
  ({ t, origin }: Cover) =>
  (offered: Certified, place: number) => {
    const { certificate, product } = offered
    return {
      qr: qrName(place),
      product: product.name,
      number: t('buyer-packs:cover.certificate_number', { number: certificate.certificateNumber }),
      standing: certificateInWords(offered, t),
      address: verificationAddress(origin, certificate.code).replace(/^https?:\/\//, ''),
    }
  }

function qrName(place: number): string {
  return `qr-${place + 1}.svg`
}

function paperTable(papers: readonly OfferedPaper[], t: Translate) {
  const columns = ['paper', 'number', 'issuer', 'issued', 'valid']
  return {
    title: t('buyer-packs:cover.papers'),
    columns: columns.map((key) => t(`buyer-packs:cover.column.${key}`)),
    rows: papers
      .filter(({ hasEnded }) => !hasEnded)
      .map((offered) => {
        const { paper } = offered
        const kind = t(`producers:paper.${paper.kind}`)
        const name = paperName(paper, t)
        return [
          name === kind ? name : `${name} (${kind})`,
          paper.number ?? '–',
          paper.issuer ?? '–',
          paper.issuedOn ? showDay(paper.issuedOn) : '–',
          paperInWords(offered, t),
        ]
      }),
  }
}
