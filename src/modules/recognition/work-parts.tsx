import { producerIdsOf, unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf, daysBetween, showDay } from '#platform/dates.ts'
import { showScore } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { certificateBadge } from './certificate-badge.ts'
import { countByStatus, listEndingFirst } from './certificate-list-store.ts'
import { certificateReaders, decisionReaders } from './decision-level.ts'
import { listOwnProducts, type OwnProduct } from './own-product-store.ts'
import { pictureHref } from './product-picture.ts'
import type { CertifiedProduct } from './recognised-product-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'
import { listWaiting, type WaitingRow } from './waiting-store.ts'
import './text.ts'

const shown = 5

/** A producer's products with their stars, decisions that wait, certificates that come to their end. */
export async function recognitionWork(ctx: Ctx<RecognitionTables>, t: Translate): Promise<WorkPart[]> {
  const parts = await Promise.all([ownProducts(ctx, t), waiting(ctx, t), ending(ctx, t)])
  return parts.filter((part) => part !== null)
}

/** How much waits behind the places of the sidebar. */
export async function countRecognitionWork(ctx: Ctx<RecognitionTables>): Promise<Record<string, number>> {
  const paths = unitPathsOf(ctx.actor, ['leader', 'central_officer'])
  return paths.length > 0 ? { '/decisions': (await listWaiting(ctx.db, paths)).length } : {}
}

async function ownProducts(
  { db, actor, now }: Ctx<RecognitionTables>,
  t: Translate,
): Promise<WorkPart | null> {
  const ids = producerIdsOf(actor)
  if (ids.length === 0) return null
  const day = dayOf(now)
  const products = await listOwnProducts(db, ids, day)
  return {
    key: 'products',
    title: t('recognition:work.products.title'),
    lines: products.map((product) => productLine(product, day, t)),
    empty: t('recognition:work.products.empty'),
    all: { href: '/products', label: t('recognition:work.products.all') },
  }
}

function productLine(product: OwnProduct, day: string, t: Translate): WorkLine {
  const { stars, status, year, expiresOn, revokedOn } = product
  const recognised = stars !== null && status !== null && expiresOn !== null && year !== null
  return {
    href: `/products/${product.id}`,
    title: product.name,
    note: [
      ...(recognised ? [] : [t('recognition:work.products.no_star')]),
      ...(product.dossierState
        ? [`${product.dossierCode}: ${t(`dossiers:state.${product.dossierState}`)}`]
        : []),
    ].join(' · '),
    picture: pictureHref(product, 160),
    star: recognised ? certificateBadge({ stars, status, year, expiresOn, revokedOn }, day, t) : undefined,
    ...(status === 'valid' || status === 'expiring'
      ? {
          action: t('recognition:work.products.follow_up'),
          actionHref: `/products/${product.id}/follow-up`,
        }
      : {}),
    isDemo: product.isDemo,
  }
}

async function waiting({ db, actor }: Ctx<RecognitionTables>, t: Translate): Promise<WorkPart | null> {
  const paths = unitPathsOf(
    actor,
    decisionReaders.filter((role) => role !== 'auditor'),
  )
  if (paths.length === 0 || actor.holdings.some(({ role }) => role === 'system')) return null
  const rows = await listWaiting(db, paths)
  return {
    key: 'decisions',
    title: t('recognition:work.decisions.title'),
    urgent: rows.length > 0,
    lines: rows.slice(0, shown).map((row) => waitingLine(row, t)),
    empty: t('recognition:work.decisions.empty'),
    all: { href: '/decisions', label: t('recognition:work.decisions.all', { count: rows.length }) },
  }
}

function waitingLine(row: WaitingRow, t: Translate): WorkLine {
  const result = t('recognition:work.decisions.result', {
    average: showScore(row.average, 'vi'),
    stars: row.stars,
    day: showDay(row.concludedOn),
  })
  return {
    href: '/decisions',
    title: row.productName,
    note: [row.producerName, row.unitName, result].join(' · '),
    isDemo: row.isDemo,
  }
}

async function ending({ db, actor, now }: Ctx<RecognitionTables>, t: Translate): Promise<WorkPart | null> {
  const unitPaths = unitPathsOf(actor, certificateReaders)
  if (unitPaths.length === 0) return null
  const day = dayOf(now)
  const counts = await countByStatus(db, { unitPaths }, day)
  const rows = await listEndingFirst(db, { unitPaths }, { day, limit: shown })
  return {
    key: 'certificates',
    title: t('recognition:work.certificates.title'),
    figures: (['valid', 'expiring', 'expired', 'revoked'] as const).map((status) => ({
      label: t(`recognition:status.${status}`),
      count: counts[status],
      href: `/certificates?status=${status}`,
      late: status === 'expiring',
    })),
    lines: rows.map((row) => endingLine(row, day, t)),
    empty: t('recognition:work.certificates.empty'),
    all: { href: '/certificates', label: t('recognition:work.certificates.all') },
  }
}

function endingLine(row: CertifiedProduct, day: string, t: Translate): WorkLine {
  return {
    href: `/certificates/${row.certificateId}`,
    title: row.productName,
    note: [row.certificateNumber, row.producerName, row.todayUnitName].filter(Boolean).join(' · '),
    clock: {
      text: t('recognition:work.certificates.until', { day: showDay(row.expiresOn) }),
      daysLeft: daysBetween(day, row.expiresOn),
    },
    isDemo: row.isDemo,
  }
}
