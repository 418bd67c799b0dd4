import { ownConsultant } from '#modules/consultants/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { pictureHref } from './dossier-line.ts'
import type { DossierTables } from './dossier-store.ts'
import { missingWords, nextStep } from './portfolio-words.ts'
import { type PortfolioLine, readPortfolio } from './read-portfolio.ts'

const shown = 5

/** The dossiers that wait for a registered consultant, as the portfolio shows them; null for anybody else. */
export async function portfolioWork(ctx: Ctx<DossierTables>, t: Translate): Promise<WorkPart | null> {
  const own = await ownConsultant(ctx)
  if (own?.state !== 'active') return null
  const today = dayOf(ctx.now)
  const { counts, lines } = await readPortfolio(ctx, { tab: 'to_do', after: undefined, limit: shown })
  return {
    key: 'portfolio',
    title: t('dossiers:work.portfolio.title'),
    urgent: lines.length > 0,
    figures: ['to_do', 'under_way', 'closed'].map((tab) => ({
      label: t(`dossiers:page.portfolio.tab.${tab}`),
      count: counts[tab] ?? 0,
      href: `/portfolio?tab=${tab}`,
    })),
    lines: lines.map((line) => lineOf(line, today, t)),
    empty: t('dossiers:work.portfolio.empty'),
    all: { href: '/portfolio', label: t('dossiers:work.portfolio.all') },
  }
}

/** How much waits in the portfolio. */
export async function countPortfolioWork(ctx: Ctx<DossierTables>): Promise<Record<string, number>> {
  const own = await ownConsultant(ctx)
  if (own?.state !== 'active') return {}
  const { counts } = await readPortfolio(ctx, { tab: 'to_do', after: undefined, limit: 1 })
  return { '/portfolio': counts.to_do ?? 0 }
}

function lineOf(line: PortfolioLine, today: Day, t: Translate): WorkLine {
  const { id, mendBy, productName, producerName, isDemo } = line.row
  const step = nextStep(line)
  const waits = step === 'wait_producer'
  return {
    href: `/dossiers/${id}`,
    title: productName,
    note: [
      producerName,
      ...(waits ? [t('dossiers:page.portfolio.step.wait_producer')] : missing(line, t)),
    ].join(' · '),
    picture: pictureHref(line.row),
    isDemo,
    ...(waits
      ? {}
      : {
          action: {
            label: t(`dossiers:page.portfolio.step.${step}`),
            href: `/dossiers/${id}`,
            primary: true,
          },
        }),
    clock: mendBy
      ? {
          text: t('dossiers:work.mend_by', { day: showDay(mendBy) }),
          daysLeft: daysBetween(today, mendBy),
        }
      : undefined,
  }
}

/** What is missing, short enough for one line of the home. */
function missing(line: PortfolioLine, t: Translate): string[] {
  const count = missingWords(line, t).length
  return count > 0 ? [t('dossiers:work.portfolio.missing', { count })] : []
}
