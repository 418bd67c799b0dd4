import { type DeskProps, fill } from '../../desk/desk-data.ts'
import { type FormCriterion, optionsOf } from '../../desk/score-form.ts'
import { DeskIcon } from './desk-icon.tsx'

interface DeskProposalProps extends DeskProps {
  criterion: FormCriterion
}

/**
 * What the member answered here for the same product in another variant: a proposal while the criterion has no answer,
 * taken over with one key or tap, this criterion alone; afterwards where the mark came from.
 */
export function DeskProposal({ data, state, on, criterion }: DeskProposalProps) {
  const { words, proposal } = data
  const { code } = criterion
  const from = state.carried[code]
  if (from !== undefined)
    return (
      <p class="mt-3 flex items-center gap-2 text-sm font-medium text-primary">
        <DeskIcon data={data} name="copy-check" />
        {fill(words.carried, { product: from })}
      </p>
    )
  const proposed = proposal?.answers[code]
  if (!proposal || !proposed || state.answers[code] || !data.writable) return null
  const chosen = optionsOf(criterion).filter(({ no }) =>
    proposed.length === 0 ? no === 0 : proposed.includes(no),
  )
  const points = chosen.reduce((total, option) => total + option.points, 0)
  // Without a script the page of all criteria holds ticks that are not sent yet: nothing else may send it away.
  const takes = on !== undefined || !state.all
  return (
    <div class="mt-4 rounded-box border border-dashed border-primary p-3" role="note">
      <p class="text-sm text-ink-2">{fill(words.proposal, { product: proposal.product, at: proposal.at })}</p>
      <p class="mt-1 font-medium">
        {fill(words.proposal_points, { points })} {chosen.map(({ text }) => text).join('; ')}
      </p>
      {takes && (
        <button
          type={on ? 'button' : 'submit'}
          form={on ? undefined : proposalForm(code)}
          class="btn mt-2 min-h-11"
          onClick={() => on?.confirm(code)}
        >
          <DeskIcon data={data} name="copy-check" />
          {fill(words.proposal_take, { points })}
          {on && !state.all && (
            <span class="max-lg:hidden" aria-hidden="true">
              <kbd class="kbd kbd-md">c</kbd>
            </span>
          )}
        </button>
      )}
    </div>
  )
}

/** The form that takes a proposal over without a script, beside the one that holds the answers. */
export function ProposalForm({ data, state, on, criterion }: DeskProposalProps) {
  if (on || !data.proposal || !data.writable) return null
  return (
    <form
      id={proposalForm(criterion.code)}
      method="post"
      action={`${data.urls.answers}/${encodeURIComponent(criterion.code)}`}
    >
      <input type="hidden" name="version" value={state.version} />
      <input type="hidden" name="carried" value={data.proposal.sheetId} />
    </form>
  )
}

function proposalForm(code: string): string {
  return `take-${code}`
}
