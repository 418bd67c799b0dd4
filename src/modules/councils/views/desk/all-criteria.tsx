import type { DeskProps } from '../../desk/desk-data.ts'
import { ReasonField } from '../../discussion/views/reason-field.tsx'
import { CriterionFoot, CriterionHead } from './criterion-panel.tsx'
import { EvidenceLink } from './desk-evidence.tsx'
import { DeskOptions } from './desk-options.tsx'
import { DeskProposal } from './desk-proposal.tsx'

/** The whole sheet on one page, part by part, handed over with one button. */
export function AllCriteria(props: DeskProps) {
  const { data, state, on } = props
  const { form, urls, words } = data
  return (
    <form method="post" action={urls.sheet} onSubmit={(event) => on && event.preventDefault()}>
      <input type="hidden" name="version" value={state.version} />
      {form.parts.map((part) => (
        <section key={part.code} class="mt-6" aria-labelledby={`part-${part.code}`}>
          <h2 id={`part-${part.code}`} class="text-xl">
            {part.code}. {part.name}
          </h2>
          {form.criteria
            .filter((criterion) => criterion.part === part.code)
            .map((criterion) => (
              <div key={criterion.code} class="panel mt-4 p-4 lg:p-5">
                <CriterionHead {...props} criterion={criterion} />
                <ul class="mt-3 flex flex-wrap gap-2">
                  {data.evidence
                    .filter((paper) => paper.criterion === criterion.code)
                    .map((paper) => (
                      <li key={paper.id}>
                        <EvidenceLink {...props} paper={paper} current={false} />
                      </li>
                    ))}
                </ul>
                <DeskProposal {...props} criterion={criterion} />
                <DeskOptions {...props} criterion={criterion} name={`option:${criterion.code}`} />
                <ReasonField {...props} criterion={criterion} name={`reason:${criterion.code}`} />
                <CriterionFoot {...props} criterion={criterion} name={`note:${criterion.code}`} />
              </div>
            ))}
        </section>
      ))}
      {data.writable && !on && (
        <button type="submit" class="btn btn-primary mt-6">
          {words.save_all}
        </button>
      )}
    </form>
  )
}
