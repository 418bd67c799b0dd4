import { classes } from './classes.ts'

/** The five pieces of our star, clockwise from the top. */
const pieces = [
  'M12 10.3L9.47 6.82L12 1.3L14.53 6.82z',
  'M14 11.75L16.52 8.27L22.56 8.97L18.09 13.08z',
  'M13.23 14.1L17.32 15.43L18.52 21.38L13.23 18.4z',
  'M10.77 14.1L10.77 18.4L5.48 21.38L6.68 15.43z',
  'M10 11.75L5.91 13.08L1.44 8.97L7.48 8.27z',
]

interface RosetteProps {
  /** How many of the five pieces are filled. */
  stars: number
  /** Struck through: the star was taken away. */
  struck?: boolean | undefined
  class?: string | undefined
}

/** The five-piece star by itself, for filters, marks and the logo. It says nothing to a screen reader: put words beside it. */
export function Rosette({ stars, struck, class: extra }: RosetteProps) {
  return (
    <svg class={classes('rosette', extra)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={pieces.slice(0, stars).join('')} />
      {stars < 5 && <path class="slot-no" d={pieces.slice(stars).join('')} />}
      {struck && <path d="M3 21 21 3" stroke-width="2.6" />}
    </svg>
  )
}
