import { type DeskProps, fill, isWritable } from '../../desk/desk-data.ts'
import { optionsOf } from '../../desk/score-form.ts'
import { AllCriteria } from './all-criteria.tsx'
import { CriterionPanel } from './criterion-panel.tsx'
import { EvidenceViewer } from './desk-evidence.tsx'
import { DeskFooter } from './desk-footer.tsx'
import { DeskHeader } from './desk-header.tsx'
import { DeskIcon } from './desk-icon.tsx'
import { DeskKeys } from './desk-keys.tsx'
import { DeskProgress } from './desk-progress.tsx'
import { HandInPanel } from './hand-in-panel.tsx'

/**
 * The desk at which a member scores: evidence on the left, the sheet on the right, what it comes to beneath. Drawn by the
 * server as a page of forms and links; where a browser takes it over, the same parts answer at once.
 */
export function ScoreDesk(given: DeskProps) {
  const { state } = given
  const data = { ...given.data, writable: isWritable(given.data, state) }
  const props = { ...given, data }
  return (
    <>
      <DeskHeader {...props} />
      <main
        id="main"
        tabIndex={-1}
        class={
          state.all
            ? 'mx-auto w-full max-w-4xl flex-1 p-4 lg:p-6'
            : 'grid flex-1 items-start gap-4 p-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-6 lg:p-6'
        }
      >
        {!state.all && <EvidenceViewer {...props} />}
        <div>
          {data.closedNote && <p class="alert alert-soft alert-info mb-4">{data.closedNote}</p>}
          <DeskProgress {...props} />
          <HandInPanel {...props} />
          <Conflict {...props} />
          {state.all ? <AllCriteria {...props} /> : <CriterionPanel {...props} />}
          {!state.all && <DeskKeys {...props} />}
          {data.writable && (
            <p class="mt-3">
              <a class="lnk inline-flex min-h-11 items-center gap-2" href={`${data.urls.sheet}/excel`}>
                <DeskIcon data={data} name="sheet" />
                {data.words.by_excel}
              </a>
            </p>
          )}
        </div>
      </main>
      <DeskFooter {...props} />
    </>
  )
}

function Conflict({ data, state, on }: DeskProps) {
  const { conflict } = state
  if (!conflict || !on) return null
  const criterion = data.form.criteria.find(({ code }) => code === conflict.criterion)
  const theirs = criterion && optionsOf(criterion).filter(({ no }) => (conflict.theirs ?? []).includes(no))
  return (
    <div class="alert alert-soft alert-warning mt-4" role="alert">
      <div>
        <p class="font-bold">{fill(data.words.conflict, { code: conflict.criterion })}</p>
        <p>
          {theirs?.map(({ points, text }) => `${points}: ${text}`).join('; ') || data.words.conflict_none}
        </p>
        {conflict.theirNote !== '' && <p class="mt-1">“{conflict.theirNote}”</p>}
        <p class="mt-3 flex flex-wrap gap-2">
          <button type="button" class="btn btn-primary btn-sm min-h-11" onClick={() => on.resolve('mine')}>
            {data.words.conflict_mine}
          </button>
          <button type="button" class="btn btn-sm min-h-11" onClick={() => on.resolve('theirs')}>
            {data.words.conflict_theirs}
          </button>
        </p>
      </div>
    </div>
  )
}
