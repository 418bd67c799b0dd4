export interface DotRow {
  label: string
  /** What the numbers of the row come to, in words beside it: the chart itself is for the eye only. */
  words: string
  /** Where the scale begins; 0 unless said. */
  min?: number | undefined
  max: number
  dots: readonly { value: number; title: string; count: number }[]
  lines?: readonly { value: number; title: string }[] | undefined
}

interface DotChartProps {
  title: string
  lead?: string | undefined
  rows: readonly DotRow[]
}

/** Rows of dots, each on a scale of its own, with a bar from the lowest to the highest. Its numbers stand beside it in words. */
export function DotChart({ title, lead, rows }: DotChartProps) {
  return (
    <figure>
      <figcaption>
        <h3 class="text-base font-semibold">{title}</h3>
        {lead && <p class="text-sm text-ink-2">{lead}</p>}
      </figcaption>
      <ol class="bars mt-3">
        {rows.map((row) => (
          <li key={row.label}>
            <span class="text-ink-2">{row.label}</span>
            <Scale {...row} />
            <b class="text-right text-sm">{row.words}</b>
          </li>
        ))}
      </ol>
    </figure>
  )
}

function Scale({ min = 0, max, dots, lines = [] }: DotRow) {
  // Half a dot of room at both ends.
  const at = (value: number) =>
    `${Math.round((2 + ((value - min) / Math.max(1, max - min)) * 96) * 10) / 10}%`
  const values = dots.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return (
    <svg class="h-7 w-full" aria-hidden="true">
      <line class="stroke-line" x1={at(min)} x2={at(max)} y1="50%" y2="50%" stroke-width="1" />
      {dots.length > 1 && (
        <line class="stroke-primary/40" x1={at(low)} x2={at(high)} y1="50%" y2="50%" stroke-width="5" />
      )}
      {lines.map(({ value, title }) => (
        <line
          key={title}
          class="stroke-accent"
          x1={at(value)}
          x2={at(value)}
          y1="8%"
          y2="92%"
          stroke-width="2"
        >
          <title>{title}</title>
        </line>
      ))}
      {dots.map(({ value, title, count }) => (
        <circle
          key={value}
          class="fill-primary stroke-base-100"
          cx={at(value)}
          cy="50%"
          r={Math.min(3.5 + count, 10)}
          stroke-width="1"
        >
          <title>{title}</title>
        </circle>
      ))}
    </svg>
  )
}
