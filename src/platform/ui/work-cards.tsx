import { ClockChip } from './clock-chip.tsx'
import { DemoLabel } from './demo-label.tsx'
import { StarBadge } from './star-badge.tsx'
import { useView } from './view.ts'
import { ActionButton } from './work-lines.tsx'
import type { WorkLine } from './work-part.ts'

/** Products as cards: picture, star, how long it holds, the next step. */
export function WorkCards({ lines }: { lines: readonly WorkLine[] }) {
  return (
    <ul class="grid gap-5 p-4 sm:grid-cols-2 lg:grid-cols-3 lg:p-5">
      {lines.map((line) => (
        <Card key={`${line.href} ${line.title}`} {...line} />
      ))}
    </ul>
  )
}

function Card(line: WorkLine) {
  const { href, title, note, hint, picture, star, clock, action, isDemo } = line
  const { demo } = useView()
  return (
    <li class="flex gap-x-4 rounded-box border border-line p-3 sm:flex-col sm:p-0">
      <img
        class="pic shrink-0 rounded-box max-sm:h-20 max-sm:w-24 sm:w-full sm:rounded-b-none"
        src={picture ?? '/art/mau.svg'}
        alt=""
        width="400"
        height="300"
        loading="lazy"
        decoding="async"
      />
      <div class="flex min-w-0 flex-1 flex-col items-start gap-2 sm:px-4 sm:pt-3 sm:pb-4">
        <h3 class="text-base">
          <a href={href} class="font-semibold hover:underline">
            {title}
          </a>
        </h3>
        {note && <p class="text-sm text-ink-2">{note}</p>}
        {star && <StarBadge {...star} />}
        {clock && <ClockChip daysLeft={clock.daysLeft}>{clock.text}</ClockChip>}
        {hint && (
          <a href={hint.href} class="lnk text-sm font-normal">
            {hint.text}
          </a>
        )}
        {isDemo && !demo && <DemoLabel />}
        {action && (
          <div class="mt-auto pt-1">
            <ActionButton {...action} about={title} />
          </div>
        )}
      </div>
    </li>
  )
}
