import { producerIdsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkAction, WorkLine, WorkPart } from '#platform/ui/index.ts'
import { certificateBadge } from './certificate-badge.ts'
import { isInForce } from './certificate-status.ts'
import { listOwnProducts, type OwnProduct } from './own-product-store.ts'
import { pictureHref } from './product-picture.ts'
import type { RecognitionTables } from './recognition-tables.ts'

const shown = 12

/** A producer's products as cards: the star of today, how long it holds, the next step. */
export async function productWork(
  { db, actor, now }: Pick<Ctx<RecognitionTables>, 'db' | 'actor' | 'now'>,
  t: Translate,
): Promise<WorkPart[]> {
  const ids = producerIdsOf(actor)
  if (ids.length === 0) return []
  const day = dayOf(now)
  const products = await listOwnProducts(db, ids, day)
  return [
    {
      key: 'products',
      title: t('recognition:work.products.title'),
      cards: true,
      lines: products.slice(0, shown).map((product) => cardOf(product, day, t)),
      empty: t('recognition:work.products.empty'),
      begin: { href: '/products/new', label: t('recognition:work.products.begin') },
      all: { href: '/products', label: t('recognition:work.products.all') },
    },
  ]
}

function cardOf(product: OwnProduct, day: Day, t: Translate): WorkLine {
  const { stars, status, year, expiresOn, revokedOn, dossierCode, dossierState } = product
  const recognised = stars !== null && status !== null && expiresOn !== null && year !== null
  return {
    href: `/products/${product.id}`,
    title: product.name,
    note: [
      ...(recognised ? [] : [t('recognition:work.products.no_star')]),
      ...(dossierState ? [`${dossierCode}: ${t(`dossiers:state.${dossierState}`)}`] : []),
    ].join(' · '),
    picture: pictureHref(product),
    star: recognised ? certificateBadge({ stars, status, year, expiresOn, revokedOn }, day, t) : undefined,
    action: nextStep(product, t),
    isDemo: product.isDemo,
  }
}

/** The dossier that is under way, what follows a star in force, or a first registration. */
function nextStep({ id, status, dossierId, dossierState }: OwnProduct, t: Translate): WorkAction {
  const word = (name: string) => t(`recognition:work.products.${name}`)
  if (dossierId && dossierState === 'draft')
    return { href: `/dossiers/${dossierId}`, label: word('go_on'), primary: true }
  if (dossierId && (dossierState === 'returned' || dossierState === 'returned_by_province'))
    return { href: `/dossiers/${dossierId}/mending`, label: word('mend'), primary: true }
  if (dossierId) return { href: `/dossiers/${dossierId}`, label: word('look') }
  if (status && isInForce(status)) return { href: `/products/${id}/follow-up`, label: word('follow_up') }
  return { href: `/dossiers/new?product=${id}`, label: word('register') }
}
