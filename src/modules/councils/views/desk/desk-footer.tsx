import { type DeskProps, fill } from '../../desk/desk-data.ts'
import { type RankTally, type Tally, tallyOf } from '../../desk/tally.ts'
import { DeskMark } from './desk-mark.tsx'
import { HandInLink } from './hand-in-link.tsx'

/** What the sheet comes to so far, the band, the marks still missed, the way to hand in. Nothing of it is ever sent. */
export function DeskFooter({ data, state, on }: DeskProps) {
  const tally = tallyOf(data.form, state.answers)
  const { words } = data
  const left = tally.missing.length
  return (
    <footer class="sticky bottom-0 z-10 border-t border-line bg-base-100 shadow-[0_-4px_16px_rgb(0_0_0/0.06)]">
      <div class="grid items-center gap-x-8 gap-y-2 px-4 py-3 lg:grid-cols-[auto_minmax(0,1fr)_auto_auto] lg:px-6">
        <Points tally={tally} total={words.total ?? ''} />
        <div class="max-lg:hidden">
          <BandRuler tally={tally} data={data} />
        </div>
        <p class="text-sm lg:sr-only">
          {fill(left > 0 ? words.standing_open : words.standing, {
            band: tally.band,
            left,
            possible: tally.possible,
          })}
        </p>
        <ul class="flex flex-wrap gap-x-3 gap-y-1.5 text-sm lg:flex-col">
          {tally.ranks
            .filter(({ rank }) => worthSaying(rank, tally, data))
            .map((rank) => (
              <li key={rank.rank} class="flex items-center gap-2">
                <DeskMark
                  data={data}
                  rank={rank.rank}
                  met={rank.missed.length === 0 && rank.open.length === 0}
                />
                <span>{saidOf(rank, words)}</span>
              </li>
            ))}
        </ul>
        {data.writable && (
          <div class="max-lg:hidden">
            <HandInLink {...{ data, state, on }} class={left === 0 ? 'btn btn-primary' : 'btn'} />
            {left > 0 && <p class="mt-1 text-sm text-ink-2">{fill(words.left, { left })}</p>}
          </div>
        )}
      </div>
    </footer>
  )
}

function Points({ tally, total }: { tally: Tally; total: string }) {
  return (
    <dl class="flex items-end gap-5 max-lg:justify-between">
      {tally.parts.map(({ code, points, max }) => (
        <div key={code}>
          <dt class="text-sm text-ink-2">{code}</dt>
          <dd>
            <b class="text-xl">{points}</b>
            <span class="text-sm text-ink-2">/{max}</span>
          </dd>
        </div>
      ))}
      <div class="border-l border-line pl-5">
        <dt class="text-sm text-ink-2">{total}</dt>
        <dd>
          <b class="text-3xl leading-9 text-primary">{tally.total}</b>
          <span class="text-sm text-ink-2">/100</span>
        </dd>
      </div>
    </dl>
  )
}

function BandRuler({ tally, data }: { tally: Tally; data: DeskProps['data'] }) {
  return (
    <svg class="h-12 w-full overflow-visible" aria-hidden="true">
      <rect class="fill-base-300" y="4" width="100%" height="12" rx="6" />
      <rect class="fill-primary/40" y="4" width={`${tally.possible}%`} height="12" rx="6" />
      <rect class="fill-primary" y="4" width={`${tally.total}%`} height="12" rx="6" />
      {data.form.bands
        .filter(({ rank }) => rank >= 3)
        .map(({ rank, from }) => (
          <g key={rank} class="fill-base-content">
            <rect x={`${from}%`} width="2" height="20" />
            <text class="fill-ink-2 text-sm" x={`${from}%`} y="40" text-anchor="middle">
              {fill(data.words.stars, { rank })}
            </text>
          </g>
        ))}
    </svg>
  )
}

/** Marks of ranks out of reach by points say nothing; those all met need no words. */
function worthSaying(rank: number, tally: Tally, { form }: DeskProps['data']): boolean {
  const from = form.bands.find((band) => band.rank === rank)?.from ?? 0
  return form.marks.some((mark) => mark.rank === rank) && tally.possible >= from
}

function saidOf({ missed, open }: RankTally, words: DeskProps['data']['words']): string {
  if (missed.length > 0) return fill(words.marks_missed, { codes: listed(missed, words) })
  if (open.length > 0) return fill(words.marks_open, { codes: listed(open, words) })
  return words.marks_met ?? ''
}

/** Up to three by name, the rest by number. */
function listed(codes: readonly string[], words: DeskProps['data']['words']): string {
  const named = codes.slice(0, 3)
  const rest = codes.length - named.length
  const all = rest > 0 ? [...named, fill(words.more, { rest })] : named
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${words.and} ${all.at(-1)}`
}
