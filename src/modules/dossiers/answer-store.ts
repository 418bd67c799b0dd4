import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

/** Option numbers by criterion; an empty list is the answer "none of these". */
export type Answers = Record<string, number[]>

export interface SelfAssessment {
  answers: Answers
  /** What the producer wrote beside an answer. */
  notes: Record<string, string>
}

const NONE = 0

/** The producer's own answers; a criterion that is not there has not been answered. */
export async function selfAssessmentOf(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<SelfAssessment> {
  const rows = await db
    .selectFrom('dossierAnswer')
    .select(['criterion', 'optionNo', 'note'])
    .where('dossierId', '=', dossierId)
    .orderBy('criterion')
    .orderBy('optionNo')
    .execute()
  const answers: Answers = {}
  const notes: Record<string, string> = {}
  for (const { criterion, optionNo, note } of rows) {
    const chosen = answers[criterion] ?? []
    answers[criterion] = optionNo === NONE ? chosen : [...chosen, optionNo]
    if (note) notes[criterion] = note
  }
  return { answers, notes }
}

/** The producer's own answers: option numbers by criterion. */
export async function selfAnswersOf(db: Kysely<DossierTables>, dossierId: string): Promise<Answers> {
  return (await selfAssessmentOf(db, dossierId)).answers
}

/** Puts these answers in place of what was answered at the same criteria; the others stay. */
export async function replaceAnswers(
  db: Kysely<DossierTables>,
  dossierId: string,
  { answers, notes }: SelfAssessment,
): Promise<void> {
  const criteria = Object.keys(answers)
  if (criteria.length === 0) return
  await db
    .deleteFrom('dossierAnswer')
    .where('dossierId', '=', dossierId)
    .where('criterion', 'in', criteria)
    .execute()
  const rows = Object.entries(answers).flatMap(([criterion, chosen]) =>
    (chosen.length > 0 ? chosen : [NONE]).map((optionNo) => ({
      dossierId,
      criterion,
      optionNo,
      note: notes[criterion] ?? '',
    })),
  )
  await db.insertInto('dossierAnswer').values(rows).execute()
}
