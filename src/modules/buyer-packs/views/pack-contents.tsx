import { certificateBadge, pictureHref } from '#modules/recognition/index.ts'
import { dayOf } from '#platform/dates.ts'
import { Facts, Icon, StarBadge, StatusBadge, useView, viewable } from '#platform/ui/index.ts'
import { certificateInWords, issueInWords, paperInWords, paperName, termsInWords } from '../offer-words.ts'
import type { OfferedPaper, OfferedProduct } from '../read-packs.ts'

/** The products on offer, each with its certificate of today and its terms. */
export function OfferedProducts({
  products,
  href,
}: {
  products: readonly OfferedProduct[]
  /** Where a product's name leads. */
  href: (product: OfferedProduct['product']) => string
}) {
  return (
    <ul class="divide-y divide-line">
      {products.map((offered) => (
        <li
          key={offered.product.id}
          class="grid gap-x-5 gap-y-2 py-4 first:pt-0 last:pb-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
        >
          <img
            class="pic w-full rounded-box max-sm:max-w-48"
            src={pictureHref(offered.product, 320) ?? '/art/mau.svg'}
            alt=""
            width="320"
            height="240"
            loading="lazy"
          />
          <div class="min-w-0">
            <h3 class="text-base">
              <a class="lnk" href={href(offered.product)}>
                {offered.product.name}
              </a>
            </h3>
            <Certificate offered={offered} />
            <Terms offered={offered} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Certificate({ offered }: { offered: OfferedProduct }) {
  const { t, now } = useView()
  const { certificate } = offered
  if (!certificate) return <p class="mt-1 text-sm text-ink-2">{certificateInWords(offered, t)}</p>
  return (
    <p class="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <StarBadge {...certificateBadge(certificate, dayOf(now), t)} size="sm" />
      <a class="lnk inline-flex min-h-11 items-center" href={`/v/${certificate.code}`}>
        {t('buyer-packs:certificate.check', { number: certificate.certificateNumber })}
      </a>
    </p>
  )
}

function Terms({ offered }: { offered: OfferedProduct }) {
  const { t, locale } = useView()
  const terms = termsInWords(offered.terms, { t, locale })
  return terms.length > 0 ? (
    <div class="mt-2">
      <Facts items={terms} />
    </div>
  ) : null
}

const tones = {
  expired: 'error',
  expiring: 'warning',
  valid: 'success',
  endless: 'neutral',
  unknown: 'info',
  replaced: 'neutral',
} as const

interface OfferedPapersProps {
  papers: readonly OfferedPaper[]
  /** Where a paper's name leads; without it the name leads nowhere. */
  href?: (paper: OfferedPaper['paper']) => string
  /** Where a page of a paper that counts is read. */
  fileHref: (fileId: string) => string
}

/** The papers of the pack, each with its validity in words and, while it counts, its pages. */
export function OfferedPapers({ papers, href, fileHref }: OfferedPapersProps) {
  const { t } = useView()
  return (
    <ul class="divide-y divide-line">
      {papers.map((offered) => {
        const { paper, status, hasEnded } = offered
        const kind = t(`producers:paper.${paper.kind}`)
        const name = paperName(paper, t)
        return (
          <li
            key={paper.id}
            class="gap-x-5 py-2 first:pt-0 last:pb-0 sm:flex sm:items-center sm:justify-between"
          >
            <div class="min-w-0">
              <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
                {href ? (
                  <a class="lnk" href={href(paper)}>
                    {name}
                  </a>
                ) : (
                  <span class="font-semibold">{name}</span>
                )}
                <StatusBadge tone={tones[status]}>{paperInWords(offered, t)}</StatusBadge>
              </p>
              <p class="text-sm text-ink-2">
                {[name !== kind && kind, issueInWords(paper, t)].filter(Boolean).join(' · ')}
              </p>
              {hasEnded && <p class="text-sm">{t('buyer-packs:paper.left_out')}</p>}
            </div>
            {!hasEnded && <Pages paper={paper} fileHref={fileHref} />}
          </li>
        )
      })}
    </ul>
  )
}

function Pages({
  paper,
  fileHref,
}: {
  paper: OfferedPaper['paper']
  fileHref: OfferedPapersProps['fileHref']
}) {
  const { t } = useView()
  const { pages } = paper
  return (
    <p class="flex shrink-0 flex-wrap gap-x-5">
      {pages.map(({ fileId, position, contentType }) => (
        <a
          key={position}
          class="lnk inline-flex min-h-11 items-center gap-2 text-sm"
          href={fileHref(fileId)}
          {...viewable(contentType)}
        >
          <Icon name={contentType.startsWith('image/') ? 'image' : 'file-text'} />
          <span>
            {pages.length > 1
              ? t('buyer-packs:paper.open_page', { page: position })
              : t('buyer-packs:paper.open')}
            <span class="sr-only">: {paperName(paper, t)}</span>
          </span>
        </a>
      ))}
    </p>
  )
}
