import type { DeskProps } from '../../desk/desk-data.ts'
import { fill } from '../../desk/desk-data.ts'
import { tallyOf } from '../../desk/tally.ts'
import { DeskIcon } from './desk-icon.tsx'
import { HandInLink } from './hand-in-link.tsx'

/** How far the sheet is: one small box a criterion, in the three parts. */
export function DeskProgress({ data, state, on }: DeskProps) {
  const { words, form, urls } = data
  const tally = tallyOf(form, state.answers)
  const answered = tally.criteria - tally.missing.length
  return (
    <div class="panel p-4 lg:px-5">
      <div class="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p class="font-semibold">{fill(words.progress, { answered, criteria: tally.criteria })}</p>
        {data.writable && (
          <HandInLink
            {...{ data, state, on }}
            class={`btn btn-sm ml-auto min-h-11 lg:hidden ${tally.missing.length === 0 ? 'btn-primary' : ''}`}
          />
        )}
        <a class="btn btn-ghost btn-sm min-h-11" href={state.all ? urls.sheet : `${urls.sheet}?all=1`}>
          <DeskIcon data={data} name="list" />
          {state.all ? words.one_by_one : words.all}
        </a>
      </div>
      <ol class="mt-2 flex gap-3" aria-label={words.progress_parts}>
        {tally.parts.map((part) => (
          <li key={part.code} class="min-w-0 flex-1">
            <span class="flex gap-0.5" aria-hidden="true">
              {form.criteria
                .filter((one) => one.part === part.code)
                .map((one) => (
                  <span
                    key={one.code}
                    class={`h-2.5 flex-1 rounded-xs ${boxOf(one.code, { data, state })}`}
                  />
                ))}
            </span>
            <span class="mt-1 block text-sm whitespace-nowrap text-ink-2">
              {part.code} {part.answered}/{part.criteria}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function boxOf(code: string, { state }: DeskProps): string {
  if (code === state.criterion && !state.all) return 'bg-accent'
  return state.answers[code] ? 'bg-primary' : 'bg-base-300'
}
