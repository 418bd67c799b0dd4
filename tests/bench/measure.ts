/** The given share of the sorted figures: `quantile(times, 0.95)`. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How long each run of `work` took, in milliseconds, after `warmUp` runs that are not counted. */
export async function timesOf(
  runs: number,
  work: (run: number) => Promise<unknown> | unknown,
  warmUp = 3,
): Promise<number[]> {
  for (let run = 0; run < warmUp; run += 1) await work(run)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now()
    await work(run)
    times.push(performance.now() - began)
  }
  return times
}

export interface Figure {
  what: string
  value: string
  aim: string
  met: boolean
}

/** A figure that must not be higher than its aim. */
export function atMost(what: string, value: number, aim: number, unit: string): Figure {
  return { what, value: `${round(value)} ${unit}`, aim: `≤ ${aim} ${unit}`, met: value <= aim }
}

/** A figure that must not be lower than its aim. */
export function atLeast(what: string, value: number, aim: number, unit: string): Figure {
  return { what, value: `${round(value)} ${unit}`, aim: `≥ ${aim} ${unit}`, met: value >= aim }
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}
