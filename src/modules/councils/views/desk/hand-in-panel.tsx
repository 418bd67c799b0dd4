import { criterionHref, type DeskProps, fill } from '../../desk/desk-data.ts'
import { type Tally, tallyOf } from '../../desk/tally.ts'
import { unexplained } from '../../discussion/changed-codes.ts'
import { DeskMark } from './desk-mark.tsx'

/** What goes in, before it goes in for good; afterwards that it waits for the line, was stopped, or is done. */
export function HandInPanel(props: DeskProps) {
  const { state, on } = props
  if (!on || state.handIn === 'no') return null
  return (
    <section
      id="hand-in"
      class="panel mt-4 p-4 lg:p-5"
      tabIndex={-1}
      aria-labelledby="hand-in-head"
      role="status"
    >
      {state.handIn === 'asking' ? <Asking {...props} /> : <Told {...props} />}
    </section>
  )
}

function Asking(props: DeskProps) {
  const { data, state, on } = props
  const { words, earlier } = data
  const tally = tallyOf(data.form, state.answers)
  const toExplain = earlier ? unexplained(earlier.answers, state.answers, state.reasons) : []
  const isWhole = tally.missing.length === 0 && toExplain.length === 0
  return (
    <>
      <h2 id="hand-in-head" class="text-xl">
        {words.hand_in}
      </h2>
      <p class="mt-2 flex flex-wrap gap-x-5">
        {tally.parts.map(({ code, points, max }) => (
          <span key={code}>
            {code} <b>{points}</b>/{max}
          </span>
        ))}
        <span>
          {words.total} <b>{tally.total}</b>/100
        </span>
      </p>
      <MissedMarks {...{ data, state, on }} tally={tally} />
      {tally.missing.length > 0 && (
        <CodeLinks
          {...props}
          title={fill(words.hand_in_lacks, { count: tally.missing.length })}
          codes={tally.missing}
        />
      )}
      {toExplain.length > 0 && (
        <CodeLinks {...props} title={fill(words.to_explain, { count: toExplain.length })} codes={toExplain} />
      )}
      <p class="mt-3">{isWhole ? words.hand_in_final : words.hand_in_not_yet}</p>
      <p class="mt-4 flex flex-wrap gap-3">
        <button type="button" class="btn btn-primary" disabled={!isWhole} onClick={() => on?.handIn('go')}>
          {words.hand_in}
        </button>
        <button type="button" class="btn" onClick={() => on?.handIn('leave')}>
          {words.hand_in_back}
        </button>
      </p>
    </>
  )
}

function CodeLinks({ data, on, title, codes }: DeskProps & { title: string; codes: readonly string[] }) {
  return (
    <div class="mt-3">
      <p class="font-semibold">{title}</p>
      <ul class="mt-1 flex flex-wrap gap-2">
        {codes.map((code) => (
          <li key={code}>
            <a
              class="btn btn-sm min-h-11"
              href={criterionHref(data, code)}
              onClick={(event) => {
                event.preventDefault()
                on?.handIn('leave')
                on?.turnTo(code)
              }}
            >
              {code}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MissedMarks({ data, tally }: DeskProps & { tally: Tally }) {
  const missed = tally.ranks.filter((rank) => rank.missed.length > 0)
  return (
    <ul class="mt-2 grid gap-1">
      {missed.map(({ rank, missed: codes }) => (
        <li key={rank} class="flex flex-wrap items-center gap-2">
          <DeskMark data={data} rank={rank} met={false} />
          {fill(data.words.marks_missed, { codes: codes.join(', ') })}
        </li>
      ))}
    </ul>
  )
}

function Told({ data, state, on }: DeskProps) {
  const { words, urls } = data
  const { save } = state
  const said =
    state.handIn === 'done' && save.is === 'handed_in'
      ? fill(words.handed_in, { at: save.at, total: save.total })
      : words[`hand_in_${state.handIn}`]
  return (
    <>
      <h2 id="hand-in-head" class="text-xl">
        {words.hand_in}
      </h2>
      <p class="mt-2">{said}</p>
      <p class="mt-4 flex flex-wrap gap-3">
        {state.handIn === 'waiting' && (
          <button type="button" class="btn" onClick={() => on?.handIn('take_back')}>
            {words.hand_in_take_back}
          </button>
        )}
        {state.handIn === 'stopped' && (
          <button type="button" class="btn" onClick={() => on?.handIn('ask')}>
            {words.hand_in_again}
          </button>
        )}
        {state.handIn !== 'stopped' && urls.next && (
          <a class="btn btn-primary" href={urls.next}>
            {words.next_product}
          </a>
        )}
        <a class="btn" href={urls.takeAlong}>
          {words.take_along}
        </a>
      </p>
    </>
  )
}
