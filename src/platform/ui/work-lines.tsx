import { Button } from './button.tsx'
import { ClockChip } from './clock-chip.tsx'
import { DemoLabel } from './demo-label.tsx'
import { StarBadge } from './star-badge.tsx'
import { useView } from './view.ts'
import type { WorkAction, WorkLine } from './work-part.ts'

/** Things that wait, one below the other, each with the one thing to do next. */
export function WorkLines({ lines }: { lines: readonly WorkLine[] }) {
  return (
    <ul class="divide-y divide-line">
      {lines.map((line) => (
        <Line key={`${line.href} ${line.title}`} {...line} />
      ))}
    </ul>
  )
}

function Line(line: WorkLine) {
  const { href, title, note, hint, picture, star, clock, action, isDemo } = line
  const { demo } = useView()
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 p-4 lg:px-5">
      {picture && (
        <img src={picture} alt="" width="56" height="56" class="size-14 rounded-box object-cover" />
      )}
      <div class="min-w-0 flex-1 basis-52">
        <a href={href} class="lnk font-semibold">
          {title}
        </a>
        {note && <p class="text-sm text-ink-2">{note}</p>}
        {hint && (
          <p class="text-sm">
            <a href={hint.href} class="lnk font-normal">
              {hint.text}
            </a>
          </p>
        )}
        {isDemo && !demo && <DemoLabel />}
      </div>
      {(star || clock || action) && (
        <div class="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:justify-between">
          {star && <StarBadge {...star} />}
          {clock && <ClockChip daysLeft={clock.daysLeft}>{clock.text}</ClockChip>}
          {action && <ActionButton {...action} about={title} />}
        </div>
      )}
    </li>
  )
}

/** A step of a line; what it is about is said to those who do not see where it stands. */
export function ActionButton({ label, href, post, primary, about }: WorkAction & { about: string }) {
  const words = (
    <>
      {label}
      <span class="sr-only">: {about}</span>
    </>
  )
  const look = { size: 'sm', variant: primary ? 'primary' : 'plain' } as const
  if (!post)
    return (
      <Button href={href} {...look}>
        {words}
      </Button>
    )
  return (
    <form method="post" action={href}>
      <Button type="submit" {...look}>
        {words}
      </Button>
    </form>
  )
}
