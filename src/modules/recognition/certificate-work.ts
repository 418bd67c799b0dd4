import { unitPathsOf } from '#modules/people/index.ts'
import { lawRegimes, type Regime, regimesOn } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { certificateBadge } from './certificate-badge.ts'
import { countByStatus, countEndings, listEndingFirst, listLapsed } from './certificate-list-store.ts'
import { certificateStatuses } from './certificate-status.ts'
import { certificateReaders } from './decision-level.ts'
import { endings, renewingBetween } from './endings.ts'
import { openingsOf } from './openings.ts'
import { pictureHref } from './product-picture.ts'
import type { CertifiedProduct } from './recognised-product-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'

type WorkCtx = Pick<Ctx<RecognitionTables>, 'db' | 'actor' | 'now'>

const shown = 5

/** Certificates to be renewed, for the offices; how all stand, for whoever reads them; what has lapsed, for inspectors. */
export async function certificateWork(ctx: WorkCtx, t: Translate): Promise<WorkPart[]> {
  return (await Promise.all([codeCheck(ctx, t), standing(ctx, t), renewals(ctx, t)])).flat()
}

function codeCheck({ actor }: WorkCtx, t: Translate): WorkPart[] {
  if (unitPathsOf(actor, 'inspector').length === 0) return []
  const word = (name: string) => t(`recognition:work.check.${name}`)
  return [
    {
      key: 'check',
      title: word('title'),
      search: {
        href: '/kiem-tra',
        name: 'code',
        label: word('label'),
        hint: word('hint'),
        action: word('action'),
      },
      lines: [],
      all: { href: '/kiem-tra', label: word('scan') },
    },
  ]
}

async function standing({ db, actor, now }: WorkCtx, t: Translate): Promise<WorkPart[]> {
  const unitPaths = unitPathsOf(actor, certificateReaders)
  if (unitPaths.length === 0) return []
  const day = dayOf(now)
  const counts = await countByStatus(db, { unitPaths }, day)
  const inspected = unitPathsOf(actor, 'inspector')
  const lapsed =
    inspected.length > 0 ? await listLapsed(db, { unitPaths: inspected }, { day, limit: shown }) : []
  const word = (name: string) => t(`recognition:work.certificates.${name}`)
  return [
    {
      key: 'certificates',
      title: word('title'),
      quiet: inspected.length === 0,
      search: { href: '/certificates', name: 'q', label: word('label'), action: word('search') },
      figures: certificateStatuses.map((status) => ({
        label: t(`recognition:status.${status}`),
        count: counts[status],
        href: `/certificates?status=${status}`,
        late: status === 'expiring',
      })),
      lines: lapsed.map((row) => lapsedLine(row, day, t)),
      ...(inspected.length > 0 ? { empty: word('none_lapsed') } : {}),
      all: { href: '/certificates', label: word('all') },
    },
  ]
}

function lapsedLine(row: CertifiedProduct, day: Day, t: Translate): WorkLine {
  return {
    href: `/certificates/${row.certificateId}`,
    title: row.productName,
    note: noteOf(row),
    picture: pictureHref(row, 160),
    star: certificateBadge(row, day, t),
    isDemo: row.isDemo,
  }
}

async function renewals({ db, actor, now }: WorkCtx, t: Translate): Promise<WorkPart[]> {
  const unitPaths = unitPathsOf(actor, ['province_officer', 'commune_officer', 'central_officer'])
  if (unitPaths.length === 0) return []
  const day = dayOf(now)
  const [regime] = regimesOn(lawRegimes(), day)
  const counts = await countEndings(db, { unitPaths }, day)
  const rows = await listEndingFirst(db, { unitPaths, ending: renewingBetween(day) }, { day, limit: shown })
  return [
    {
      key: 'renewals',
      title: t('recognition:work.renewals.title'),
      lead: t('recognition:work.renewals.lead'),
      figures: endings.map((ending) => ({
        label: t(`recognition:ending.${ending}`),
        count: counts[ending],
        href: `/certificates?ending=${ending}`,
        late: ending === 'last_days',
      })),
      lines: rows.map((row) => renewalLine(row, { day, regime, t })),
      empty: t('recognition:work.renewals.empty'),
      all: { href: '/certificates?status=expiring', label: t('recognition:work.renewals.all') },
    },
  ]
}

function renewalLine(
  row: CertifiedProduct,
  { day, regime, t }: { day: Day; regime: Regime | undefined; t: Translate },
): WorkLine {
  const opening = regime && openingsOf(row, { regime, day }).reassessment
  const days = opening && 'opensOn' in opening ? opening : { closesOn: opening?.open && opening.closesOn }
  const key = opening?.open ? 'open' : opening?.why
  return {
    href: `/certificates/${row.certificateId}`,
    title: row.productName,
    note: [noteOf(row), key && t(`recognition:work.renewals.${key}`, days)].filter(Boolean).join(' · '),
    picture: pictureHref(row, 160),
    clock: {
      text: t('recognition:work.renewals.until', {
        day: showDay(row.expiresOn),
        count: daysBetween(day, row.expiresOn),
      }),
      daysLeft: daysBetween(day, row.expiresOn),
    },
    isDemo: row.isDemo,
  }
}

function noteOf({ certificateNumber, producerName, todayUnitName }: CertifiedProduct): string {
  return [certificateNumber, producerName, todayUnitName].filter(Boolean).join(' · ')
}
