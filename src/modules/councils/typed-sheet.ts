/** What a form of the sheet handed in. */
export interface TypedSheet {
  version: number
  answers: Record<string, number[]>
  notes: Record<string, string>
  reasons: Record<string, string>
}

/** One criterion's form: the options chosen, 0 for "none of these", and the note. */
export function typedAnswer(form: FormData, criterion: string): TypedSheet {
  const chosen = form.getAll('option').map(Number)
  const note = form.get('note')
  const reason = form.get('reason')
  return {
    version: versionOf(form),
    answers: chosen.length > 0 ? { [criterion]: withoutNone(chosen) } : {},
    notes: typeof note === 'string' ? { [criterion]: note } : {},
    reasons: typeof reason === 'string' ? { [criterion]: reason } : {},
  }
}

/** The form of the whole sheet: `option:4.1`, `note:4.1`, `reason:4.1`. A criterion without a choice stays unanswered. */
export function typedSheet(form: FormData): TypedSheet {
  const answers: Record<string, number[]> = {}
  const notes: Record<string, string> = {}
  const reasons: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    const [kind, criterion] = name.split(/:(.*)/s)
    if (criterion && kind === 'option') answers[criterion] = withoutNone(form.getAll(name).map(Number))
    if (criterion && kind === 'note') notes[criterion] = String(form.get(name) ?? '')
    if (criterion && kind === 'reason') reasons[criterion] = String(form.get(name) ?? '')
  }
  return { version: versionOf(form), answers, notes, reasons }
}

function withoutNone(chosen: readonly number[]): number[] {
  return chosen.filter((no) => no !== 0)
}

function versionOf(form: FormData): number {
  return Number.parseInt(String(form.get('version') ?? ''), 10) || 0
}
