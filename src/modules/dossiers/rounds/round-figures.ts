import type { Ctx } from '#platform/ctx.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { DossierTables } from '../dossier-store.ts'
import { listRoundViews, type RoundView } from './read-rounds.ts'
import { roundName } from './round-words.ts'

interface Figure {
  label: string
  count: number
  href: string
  late: boolean
}

/**
 * What the province's home says of its rounds: days to the next cut-off, days to the end of those under way, and how
 * many came too late and wait for a letter.
 */
export async function roundFigures(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>,
  t: Translate,
): Promise<Figure[]> {
  const rounds = await listRoundViews(ctx)
  const provinces = [...new Set(rounds.map(({ provincePath }) => provincePath))]
  // Somebody of the centre has the board of all provinces; days of each would be no help here.
  const [only] = provinces
  if (provinces.length !== 1 || !only) return []
  const running = rounds.filter(({ phase }) => phase === 'assessing')
  const next = rounds.find(({ phase }) => phase === 'open')
  return [
    ...running.map((round) => days(round, 'finish', t)),
    ...(next ? [days(next, 'proposals', t)] : []),
    ...running.filter(({ late }) => late > 0).map((round) => tooLate(round, t)),
  ]
}

function days(round: RoundView, what: 'finish' | 'proposals', t: Translate): Figure {
  const label = t(`rounds:home.${what}`, { round: roundName(round, t).toLowerCase() })
  return { label, count: round.daysLeft, href: `/rounds/${round.id}`, late: round.daysLeft <= 7 }
}

function tooLate(round: RoundView, t: Translate): Figure {
  return {
    label: t('rounds:home.late'),
    count: round.late,
    href: `/rounds/${round.id}?column=late`,
    late: true,
  }
}
