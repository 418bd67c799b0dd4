import { showNumber, useView } from './view.ts'

interface BarChartProps {
  /** The question that the chart answers. */
  title: string
  lead?: string | undefined
  rows: readonly { label: string; value: number; href?: string | undefined }[]
}

/** Bars that answer one question, each number opening the list behind it. The caller sets its table beneath. */
export function BarChart({ title, lead, rows }: BarChartProps) {
  const { locale } = useView()
  const most = Math.max(1, ...rows.map((row) => row.value))
  return (
    <figure>
      <figcaption>
        <h2 class="text-xl">{title}</h2>
        {lead && <p class="text-ink-2">{lead}</p>}
      </figcaption>
      <ol class="bars mt-4">
        {rows.map(({ label, value, href }) => (
          <li key={label}>
            <span class="text-ink-2">{label}</span>
            <svg class="h-6 w-full" aria-hidden="true">
              <rect
                class="fill-primary"
                width={`${Math.round((value / most) * 1000) / 10}%`}
                height="100%"
                rx="3"
              />
            </svg>
            <b class="text-right">
              {href ? (
                <a class="lnk" href={href}>
                  {showNumber(value, locale)}
                </a>
              ) : (
                showNumber(value, locale)
              )}
            </b>
          </li>
        ))}
      </ol>
    </figure>
  )
}
