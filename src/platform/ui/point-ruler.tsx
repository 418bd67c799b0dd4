import { classes } from './classes.ts'
import { useView } from './view.ts'

interface PointRulerProps {
  /** Points given, not hundredths. */
  points: number
  /** The highest total still possible. */
  possible?: number | undefined
  max?: number | undefined
  /** Where the ranks begin. */
  ticks?: readonly { at: number; label: string }[] | undefined
  /** The tick one is on the way to. */
  target?: number | undefined
}

/** Points on their way to the ranks: filled what is given, pale what is still possible. The same is said in a sentence. */
export function PointRuler({ points, possible, max = 100, ticks, target }: PointRulerProps) {
  const { t } = useView()
  const marks =
    ticks ?? [50, 70, 90].map((at, place) => ({ at, label: t('platform:stars', { count: place + 3 }) }))
  const share = (value: number) => `${Math.round((Math.min(Math.max(value, 0), max) / max) * 1000) / 10}%`
  return (
    <div>
      <svg class="h-12 w-full overflow-visible" aria-hidden="true">
        <rect class="fill-base-300" y="4" width="100%" height="12" rx="6" />
        {possible !== undefined && (
          <rect class="fill-primary/40" y="4" width={share(possible)} height="12" rx="6" />
        )}
        <rect class="fill-primary" y="4" width={share(points)} height="12" rx="6" />
        {marks.map(({ at, label }) => (
          <g key={at} class={at === target ? 'fill-accent font-semibold' : 'fill-base-content'}>
            <rect x={share(at)} width="2" height="20" />
            <text
              class={classes('text-sm', at !== target && 'fill-ink-2')}
              x={share(at)}
              y="40"
              text-anchor={at >= max ? 'end' : 'middle'}
            >
              {label}
            </text>
          </g>
        ))}
      </svg>
      <p class="sr-only">
        {t('platform:ruler.sentence', { points, max })}{' '}
        {possible !== undefined && t('platform:ruler.possible', { possible })}{' '}
        {marks.map(({ at, label }) => t('platform:ruler.tick', { at, label })).join(' ')}
      </p>
    </div>
  )
}
