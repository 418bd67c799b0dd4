import { type CommuneContent, CommuneReport, communeContents } from './commune-contents.ts'

/** Form 03 as it was filled in, right or wrong. */
export interface TypedProposal {
  met: Readonly<Record<CommuneContent, 'yes' | 'no' | ''>>
  notes: Readonly<Record<CommuneContent, string>>
  proposal: string
}

export type ProposalFaults = Partial<
  Record<CommuneContent | 'proposal', 'no_finding' | 'no_reason' | 'empty'>
>

export function typedProposal(form: FormData): TypedProposal {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    met: ofEach((content) => answerOf(text(`met:${content}`))),
    notes: ofEach((content) => text(`note:${content}`).slice(0, 4000)),
    proposal: text('proposal').slice(0, 4000),
  }
}

/** The report as a form to begin with: an earlier one, or an empty one with the usual proposal. */
export function proposalOf(report: CommuneReport | undefined, usual: string): TypedProposal {
  return {
    met: ofEach((content) => (report ? (report[content].met ? 'yes' : 'no') : '')),
    notes: ofEach((content) => report?.[content].note ?? ''),
    proposal: report?.proposal ?? usual,
  }
}

/** What is missing before it can be sent, looking only at the contents that are asked for. */
export function proposalFaults(
  { met, notes, proposal }: TypedProposal,
  asked: readonly CommuneContent[] = communeContents,
): ProposalFaults {
  const faults: ProposalFaults = {}
  for (const content of asked) {
    if (met[content] === '') faults[content] = 'no_finding'
    else if (met[content] === 'no' && notes[content] === '') faults[content] = 'no_reason'
  }
  if (proposal === '') faults.proposal = 'empty'
  return faults
}

export function reportOf({ met, notes, proposal }: TypedProposal): CommuneReport {
  const found = ofEach((content) => ({ met: met[content] === 'yes', note: notes[content] }))
  return CommuneReport.parse({ ...found, proposal })
}

function answerOf(text: string): 'yes' | 'no' | '' {
  return text === 'yes' || text === 'no' ? text : ''
}

function ofEach<Value>(value: (content: CommuneContent) => Value): Record<CommuneContent, Value> {
  return {
    materialOrigin: value('materialOrigin'),
    localLabour: value('localLabour'),
    ideaOrigin: value('ideaOrigin'),
    localIdentity: value('localIdentity'),
  }
}
