import { type CommuneContent, CommuneReport, communeContents } from './commune-contents.ts'
import type { TypedNumbers } from './number-commune-papers.ts'

/** Form 03 as it was filled in, right or wrong. */
export interface TypedProposal {
  met: Readonly<Record<CommuneContent, 'yes' | 'no' | ''>>
  notes: Readonly<Record<CommuneContent, string>>
  proposal: string
  samples: string
  numbers: TypedNumbers
}

export type ProposalFaults = Partial<
  Record<CommuneContent | 'proposal' | 'samples', 'no_finding' | 'no_reason' | 'empty' | 'too_few_samples'>
>

export function typedProposal(form: FormData): TypedProposal {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    met: ofEach((content) => answerOf(text(`met:${content}`))),
    notes: ofEach((content) => text(`note:${content}`).slice(0, 4000)),
    proposal: text('proposal').slice(0, 4000),
    samples: text('samples').slice(0, 6),
    numbers: { report: text('number:report').slice(0, 60), letter: text('number:letter').slice(0, 60) },
  }
}

/** The report as a form to begin with: an earlier one, or an empty one with the usual proposal. */
export function proposalOf(report: CommuneReport | undefined, usual: string): TypedProposal {
  return {
    met: ofEach((content) => (report ? (report[content].met ? 'yes' : 'no') : '')),
    notes: ofEach((content) => report?.[content].note ?? ''),
    proposal: report?.proposal ?? usual,
    samples: '',
    numbers: { report: '', letter: '' },
  }
}

/** What is missing before it can be sent, looking only at the contents that are asked for. */
export function proposalFaults(
  { met, notes, proposal, samples }: TypedProposal,
  { asked = communeContents, samplesAsked }: { asked?: readonly CommuneContent[]; samplesAsked: number },
): ProposalFaults {
  const faults: ProposalFaults = {}
  for (const content of asked) {
    if (met[content] === '') faults[content] = 'no_finding'
    else if (met[content] === 'no' && notes[content] === '') faults[content] = 'no_reason'
  }
  if (proposal === '') faults.proposal = 'empty'
  if (samplesOf(samples) < samplesAsked) faults.samples = 'too_few_samples'
  return faults
}

export function reportOf({ met, notes, proposal }: TypedProposal): CommuneReport {
  const found = ofEach((content) => ({ met: met[content] === 'yes', note: notes[content] }))
  return CommuneReport.parse({ ...found, proposal })
}

/** How many samples were typed; what is no whole number counts as none. */
export function samplesOf(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 0
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
