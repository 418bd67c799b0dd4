import type { DossierKind } from '#modules/dossiers/index.ts'
import { type Day, isDay } from '#platform/dates.ts'

export const reportParts = ['A', 'B', 'C'] as const
export const surveyGrounds = ['scale_changed', 'evidence_unclear'] as const
export const conclusions = ['to_council', 'supplement_first'] as const

const fields = [
  'survey',
  'surveyOn',
  'surveyPlace',
  'latitude',
  'longitude',
  'surveyGround',
  'present',
  'seen',
  'noSurveyReason',
  'findingA',
  'findingB',
  'findingC',
  'supplements',
  'conclusion',
  'conclusionWords',
] as const

type ReportField = (typeof fields)[number]

/** A report as it is typed and kept: every field a text, empty where nothing was said yet. */
export type ReportContent = Readonly<Record<ReportField, string>>

export type ReportFaults = Partial<Record<ReportField | 'number' | 'signature', string>>

const short = 300
const long = 8000
const longFields: readonly ReportField[] = [
  'present',
  'seen',
  'noSurveyReason',
  'findingA',
  'findingB',
  'findingC',
  'supplements',
  'conclusionWords',
]

/** What a form brought: fields that it lacks are empty. */
export function reportContent(form: Record<string, unknown>): ReportContent {
  const read = (name: string) =>
    typeof form[name] === 'string' ? form[name].trim().normalize('NFC').replaceAll('\r\n', '\n') : ''
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as Record<ReportField, string>
}

/** What cannot even be kept as a draft: too long, no day, no place on earth. */
export function draftFaults(typed: ReportContent, today: Day): ReportFaults {
  const faults: ReportFaults = {}
  for (const field of fields) if (typed[field].length > mostOf(field)) faults[field] = 'too_long'
  if (typed.surveyOn && !isDay(typed.surveyOn)) faults.surveyOn = 'day'
  else if (typed.surveyOn > today) faults.surveyOn = 'in_future'
  if (typed.latitude && !isDegree(typed.latitude, 90)) faults.latitude = 'degree'
  if (typed.longitude && !isDegree(typed.longitude, 180)) faults.longitude = 'degree'
  return faults
}

/**
 * What a report lacks to be signed. The law does not oblige the team to visit (art. 7.3c), so that a report without a
 * survey says why; a visit at a reassessment has one of the two grounds of art. 7.6.
 */
export function signingFaults(
  typed: ReportContent,
  { kind, today }: { kind: DossierKind; today: Day },
): ReportFaults {
  const faults = draftFaults(typed, today)
  const need = (field: ReportField, fault = 'missing') => {
    if (typed[field] === '' && !faults[field]) faults[field] = fault
  }
  if (typed.survey === 'yes') {
    for (const field of ['surveyOn', 'surveyPlace', 'present', 'seen'] as const) need(field)
    if (kind === 'reassessment' && !isOne(surveyGrounds, typed.surveyGround)) faults.surveyGround = 'choose'
  } else if (typed.survey === 'no') need('noSurveyReason')
  else faults.survey = 'choose'
  if (Boolean(typed.latitude) !== Boolean(typed.longitude)) faults.latitude = 'both_degrees'
  for (const part of reportParts) need(`finding${part}`)
  if (!isOne(conclusions, typed.conclusion)) faults.conclusion = 'choose'
  if (typed.conclusion === 'supplement_first') need('supplements', 'say_what')
  need('conclusionWords')
  return faults
}

function mostOf(field: ReportField): number {
  return longFields.includes(field) ? long : short
}

/** Degrees as phones give them, `21.2934`; a comma is taken for a point. */
function isDegree(text: string, most: number): boolean {
  const degree = text.replace(',', '.')
  return /^-?\d{1,3}(\.\d{1,8})?$/.test(degree) && Math.abs(Number(degree)) <= most
}

function isOne(known: readonly string[], text: string): boolean {
  return known.includes(text)
}
