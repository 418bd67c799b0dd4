/** How guessing is slowed: so many tries are free, each further one doubles the wait up to a longest one. */
export interface Patience {
  free: number
  firstWait: number
  longestWait: number
  /** After so many seconds without a try everything is forgotten. */
  forgetAfter: number
}

const minute = 60
const hour = 60 * minute

/**
 * One caller at one account is slowed soon; one caller at any accounts later, since a whole office may share an
 * address. Nothing counts an account over all callers, or a stranger could lock its owner out: only wrong second
 * factors do, because whoever tries those has the password already, and known devices are exempt.
 */
export const patience = {
  pair: { free: 5, firstWait: 30, longestWait: 15 * minute, forgetAfter: 24 * hour },
  caller: { free: 50, firstWait: 10, longestWait: 5 * minute, forgetAfter: hour },
  codeOfAccount: { free: 50, firstWait: 10 * minute, longestWait: hour, forgetAfter: 24 * hour },
  resetOfCaller: { free: 10, firstWait: minute, longestWait: hour, forgetAfter: hour },
  resetOfAccount: { free: 3, firstWait: 10 * minute, longestWait: hour, forgetAfter: hour },
} as const satisfies Record<string, Patience>

/** How many seconds to wait after this many tries in a row that failed or have not ended yet. */
export function waitAfter(tries: number, { free, firstWait, longestWait }: Patience): number {
  if (tries < free) return 0
  return Math.min(longestWait, firstWait * 2 ** Math.min(tries - free, 30))
}

/** How many wrong passwords a known device may send before it is treated as any other. */
export const knownDeviceFailures = 20
