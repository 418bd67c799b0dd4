/** A line of a sheet as a browser adds it up: what each answer gives, by its number. */
export interface TallyLine {
  code: string
  part: string
  /** The line that must be above 0 for this one to count. */
  onlyIf?: string
  points: Readonly<Record<string, number>>
  /** The points that the marks ask for, by rank. */
  marks?: Readonly<Record<string, number>>
}

export interface TallySheet {
  lines: readonly TallyLine[]
  /** Where the ranks begin, in points, from the highest. */
  bands: readonly (readonly [rank: number, from: number])[]
  /** Whether the marks decide. */
  binding: boolean
}

export interface Tally {
  parts: Record<string, number>
  total: number
  answered: number
  stars: number
  /** The next rank on the way, at least 3, with the lines whose marks it misses; null at five stars. */
  next: { stars: number; points: number; marks: string[] } | null
}

/** What the chosen answers come to, exactly as the rules of ranking on the server say; `chosen` are values of the form. */
export function tallyOf(
  { lines, bands, binding }: TallySheet,
  chosen: Readonly<Record<string, readonly string[]>>,
): Tally {
  const points: Record<string, number> = {}
  const parts: Record<string, number> = {}
  for (const line of lines) {
    const counts = line.onlyIf === undefined || (points[line.onlyIf] ?? 0) > 0
    const given = (chosen[line.code] ?? []).reduce((sum, value) => sum + (line.points[value] ?? 0), 0)
    points[line.code] = counts ? given : 0
    parts[line.part] = (parts[line.part] ?? 0) + (counts ? given : 0)
  }
  const total = Object.values(parts).reduce((sum, one) => sum + one, 0)
  const missedAt = (rank: number) =>
    binding
      ? lines.filter(({ code, marks }) => (points[code] ?? 0) < (marks?.[rank] ?? 0)).map(({ code }) => code)
      : []
  const band = bands.find(([, from]) => total >= from)?.[0] ?? 1
  const missed = [3, 4, 5].find((rank) => rank <= band && missedAt(rank).length > 0)
  const stars = missed === undefined ? band : missed - 1
  const answered = lines.filter(({ code }) => (chosen[code] ?? []).length > 0).length
  return { parts, total, answered, stars, next: nextOf() }

  function nextOf(): Tally['next'] {
    const rank = Math.max(stars + 1, 3)
    const from = bands.find(([one]) => one === rank)?.[1]
    if (from === undefined) return null
    const ranks = [3, 4, 5].filter((one) => one <= rank)
    const codes = new Set(ranks.flatMap(missedAt))
    const marks = lines.map(({ code }) => code).filter((code) => codes.has(code))
    return { stars: rank, points: Math.max(0, from - total), marks }
  }
}
