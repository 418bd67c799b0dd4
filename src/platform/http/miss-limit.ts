interface Misses {
  count: number
  until: number
}

/** Who has guessed wrong how often in a span of time: for what is found by a code and not by who asks. */
export interface MissLimit {
  isClosedTo(asker: string, now: Date): boolean
  miss(asker: string, now: Date): void
}

const mostAskers = 10_000

/**
 * Closes to an asker after so many wrong guesses, until the span that began with the first is over. Counted in memory,
 * by each running program for itself: it slows guessing down, and the length of the codes makes it hopeless.
 */
export function missLimit({ misses, seconds }: { misses: number; seconds: number }): MissLimit {
  const known = new Map<string, Misses>()
  const current = (asker: string, now: Date) => {
    const found = known.get(asker)
    return found && found.until > now.getTime() ? found : undefined
  }
  return {
    isClosedTo: (asker, now) => (current(asker, now)?.count ?? 0) >= misses,
    miss(asker, now) {
      const found = current(asker, now)
      if (found) found.count += 1
      else {
        if (known.size >= mostAskers) forgetOldest(known)
        known.delete(asker)
        known.set(asker, { count: 1, until: now.getTime() + seconds * 1000 })
      }
    },
  }
}

function forgetOldest(known: Map<string, Misses>): void {
  const [oldest] = known.keys()
  if (oldest !== undefined) known.delete(oldest)
}
