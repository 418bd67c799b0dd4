import { type DeskProps, fill } from '../../desk/desk-data.ts'
import type { FormCriterion } from '../../desk/score-form.ts'
import { ReasonField } from '../../discussion/views/reason-field.tsx'
import { EvidenceLink, papersOf } from './desk-evidence.tsx'
import { DeskIcon } from './desk-icon.tsx'
import { DeskOptions } from './desk-options.tsx'
import { DeskProposal, ProposalForm } from './desk-proposal.tsx'

/** One criterion: its papers, its answers, the member's note, the way to the next. Without the browser's help each button hands the answer in. */
export function CriterionPanel(props: DeskProps) {
  const { data, state, on } = props
  const { criteria } = data.form
  const at = Math.max(
    0,
    criteria.findIndex(({ code }) => code === state.criterion),
  )
  const criterion = criteria[at]
  if (!criterion) return null
  return (
    <>
      <ProposalForm {...props} criterion={criterion} />
      <form
        key={criterion.code}
        class="panel mt-4 p-4 lg:p-5"
        method="post"
        action={`${data.urls.answers}/${encodeURIComponent(criterion.code)}`}
        onSubmit={(event) => {
          if (!on) return
          event.preventDefault()
          const to = (event.submitter as HTMLButtonElement | null)?.value
          if (to) on.turnTo(to)
        }}
      >
        <input type="hidden" name="version" value={state.version} />
        <CriterionHead {...props} criterion={criterion} />
        <CriterionPapers {...props} />
        <DeskProposal {...props} criterion={criterion} />
        <DeskOptions {...props} criterion={criterion} name="option" />
        <ReasonField {...props} criterion={criterion} name="reason" />
        <CriterionFoot {...props} criterion={criterion} name="note" />
        <Turning {...props} before={criteria[at - 1]} after={criteria[at + 1]} here={criterion} />
      </form>
    </>
  )
}

export function CriterionHead({ data, criterion }: DeskProps & { criterion: FormCriterion }) {
  return (
    <>
      <p class="text-sm font-semibold text-ink-2">
        {fill(data.words.part_section, { part: criterion.part, section: criterion.section })}
      </p>
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 class="text-2xl" id={`c-${criterion.code}`}>
          {criterion.code} {criterion.name}
        </h2>
        <p class="text-ink-2">{fill(data.words.max, { max: criterion.max })}</p>
      </div>
      {criterion.onlyIf && (
        <p class="mt-1 text-sm text-ink-2">{fill(data.words.only_if, { code: criterion.onlyIf })}</p>
      )}
      {criterion.several && <p class="mt-1 text-sm text-ink-2">{data.words.several}</p>}
      {criterion.notes.map((note) => (
        <p key={note} class="mt-1 text-sm text-ink-2">
          {note}
        </p>
      ))}
    </>
  )
}

function CriterionPapers(props: DeskProps) {
  const { own, current } = papersOf(props)
  if (own.length === 0) return <p class="mt-3 text-sm text-ink-2">{props.data.words.no_own_evidence}</p>
  return (
    <ul class="mt-3 flex flex-wrap gap-2" aria-label={props.data.words.own_evidence}>
      {own.map((paper) => (
        <li key={paper.id}>
          <EvidenceLink {...props} paper={paper} current={paper.id === current?.id} />
        </li>
      ))}
    </ul>
  )
}

/** The producer's own points, and the member's note. */
export function CriterionFoot({
  data,
  state,
  on,
  criterion,
  name,
}: DeskProps & { criterion: FormCriterion; name: string }) {
  const self = data.selfPoints[criterion.code]
  const id = `note-${criterion.code}`
  return (
    <>
      {self !== undefined && <p class="mt-3 text-sm text-ink-2">{fill(data.words.self, { points: self })}</p>}
      <label class="mt-4 block font-semibold" for={id}>
        {data.words.note}
      </label>
      <textarea
        id={id}
        name={name}
        class="textarea mt-1"
        rows={2}
        maxLength={2000}
        disabled={!data.writable}
        value={state.notes[criterion.code] ?? ''}
        onChange={(event) => on?.write(criterion.code, event.currentTarget.value)}
      />
    </>
  )
}

interface TurningProps extends DeskProps {
  before: FormCriterion | undefined
  after: FormCriterion | undefined
  here: FormCriterion
}

function Turning({ data, before, after, here }: TurningProps) {
  const { words } = data
  return (
    <div class="mt-4 flex flex-row-reverse justify-between gap-3">
      <button type="submit" class="btn btn-primary" name="go" value={after?.code ?? here.code}>
        {after ? fill(words.next, { code: after.code }) : words.save}
        {after && (
          <span class="max-lg:hidden" aria-hidden="true">
            <kbd class="kbd kbd-md bg-base-100 text-base-content">n</kbd>
          </span>
        )}
        {after && <DeskIcon data={data} name="chevron-right" />}
      </button>
      {before && (
        <button
          type="submit"
          class="btn"
          name="go"
          value={before.code}
          aria-label={fill(words.previous, { code: before.code })}
        >
          <DeskIcon data={data} name="chevron-left" />
          {before.code}
          <span class="max-lg:hidden" aria-hidden="true">
            <kbd class="kbd kbd-md">k</kbd>
          </span>
        </button>
      )}
    </div>
  )
}
