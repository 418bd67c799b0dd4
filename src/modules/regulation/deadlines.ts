import { addDays, addMonths, type Day, yearOf } from '#platform/dates.ts'
import type { DossierKind, Level, Regime } from './regime.ts'
import { addWorkingDays, type DueDay, endOfPeriod, type WorkingCalendar } from './working-days.ts'

/** A round of a level: dossiers proposed before one day are done before another (QĐ 26/2026 art. 5). */
export interface Round {
  level: Level
  proposedBefore: Day
  doneBefore: Day
}

/** The regimes in force that day, newest first; two between 22/5 and 21/7/2026. */
export function regimesOn(regimes: readonly Regime[], day: Day): Regime[] {
  return regimes
    .filter(({ inForceFrom, inForceTo }) => inForceFrom <= day && (inForceTo ?? day) >= day)
    .reverse()
}

/**
 * The regime that a dossier filed that day is judged by: the newest then in force. `finishBy` is the last day for a
 * dossier that a later regime found unfinished (QĐ 26/2026 art. 12.2); null when nothing presses. No regime: undefined.
 */
export function regimeForDossier(
  regimes: readonly Regime[],
  { filedOn, kind }: { filedOn: Day; kind: DossierKind },
): { regime: Regime; finishBy: Day | null } | undefined {
  const [newest] = regimesOn(regimes, filedOn)
  if (!newest) return undefined
  for (const later of regimes) {
    const { transition } = later
    if (!transition || filedOn >= transition.dossiersFiledBefore) continue
    const heir = regimes.find(({ id }) => id === transition.finishUnder)
    if (heir?.criteriaOf !== newest.criteriaOf) continue
    return { regime: heir, finishBy: addDays(later.inForceFrom, transition.daysToFinish[kind]) }
  }
  return { regime: newest, finishBy: null }
}

/** The round that takes a dossier proposed to the level that day: the first whose cut-off still lies ahead. Null: no rounds. */
export function roundFor(regime: Regime, level: Level, proposedOn: Day): Round | null {
  return roundsAround(regime, level, proposedOn).find((round) => proposedOn < round.proposedBefore) ?? null
}

/** The rounds that the level is assessing that day: the cut-off has passed, the end has not. */
export function roundsRunning(regime: Regime, level: Level, day: Day): Round[] {
  return roundsAround(regime, level, day).filter(
    (round) => round.proposedBefore <= day && day < round.doneBefore,
  )
}

/** When the commune must have checked, assessed and proposed a dossier received that day (QĐ 26/2026 art. 7.2). */
export function communeDueOn(regime: Regime, calendar: WorkingCalendar, receivedOn: Day): DueDay | null {
  const { communeWorkingDays } = regime.deadlines
  return communeWorkingDays === null ? null : addWorkingDays(calendar, receivedOn, communeWorkingDays)
}

/** The last day of a certificate issued that day: 36 months on (QĐ 26/2026 art. 4.3). */
export function certificateExpiresOn(regime: Regime, issuedOn: Day): Day {
  return addMonths(issuedOn, regime.certificateMonths)
}

/**
 * When to file for reassessment of a certificate that ends that day: first and last day (QĐ 26/2026 art. 7.6),
 * and the day to warn its owner from, which is ours. The window is null where the regime sets none.
 */
export function renewalOf(
  regime: Regime,
  expiresOn: Day,
): { warnFrom: Day; window: { opensOn: Day; closesOn: Day } | null } {
  const { renewalWindow, expiryWarningDays } = regime.deadlines
  const warnFrom = addDays(expiresOn, -expiryWarningDays)
  if (!renewalWindow) return { warnFrom, window: null }
  const opensOn = addDays(expiresOn, -renewalWindow.opensDaysBefore)
  return { warnFrom, window: { opensOn, closesOn: addDays(expiresOn, -renewalWindow.closesDaysBefore) } }
}

/** When the issuing body must have told the owner in writing that the certificate ends (QĐ 148/2023); null where not asked. */
export function expiryNoticeBy(regime: Regime, expiresOn: Day): Day | null {
  const { expiryNoticeDays } = regime.deadlines
  return expiryNoticeDays === null ? null : addDays(expiresOn, -expiryNoticeDays)
}

/**
 * How long a certificate stays valid while its reassessment runs, when its filing window had closed before the regime
 * that brought the window was in force (QĐ 26/2026 art. 12.3); null for every other certificate.
 */
export function extendedTo(regime: Regime, expiresOn: Day): Day | null {
  const { window } = renewalOf(regime, expiresOn)
  if (!regime.transition || !window) return null
  const couldNotMeet = expiresOn >= regime.inForceFrom && window.closesOn < regime.inForceFrom
  return couldNotMeet ? addDays(expiresOn, regime.transition.certificateExtensionDays) : null
}

/** When a whole reassessment must be done: 45 days from a complete proposal (QĐ 26/2026 art. 7.6). */
export function reassessmentDueOn(regime: Regime, calendar: WorkingCalendar, receivedOn: Day): DueDay | null {
  const { reassessmentDays } = regime.deadlines
  return reassessmentDays === null ? null : endOfPeriod(calendar, receivedOn, reassessmentDays)
}

/** When a certificate must be revoked: 15 days from the conclusion or the commune's confirmation (QĐ 26/2026 art. 8). */
export function revocationDueOn(regime: Regime, calendar: WorkingCalendar, concludedOn: Day): DueDay | null {
  const { revocationDays } = regime.deadlines
  return revocationDays === null ? null : endOfPeriod(calendar, concludedOn, revocationDays)
}

function roundsAround(regime: Regime, level: Level, day: Day): Round[] {
  const rounds = regime.deadlines.rounds.filter((round) => round.level === level)
  return [yearOf(day), yearOf(day) + 1]
    .flatMap((year) =>
      rounds.map(({ proposedBefore, doneBefore }) => ({
        level,
        proposedBefore: `${year}-${proposedBefore}`,
        doneBefore: `${year}-${doneBefore}`,
      })),
    )
    .sort((a, b) => a.proposedBefore.localeCompare(b.proposedBefore))
}
