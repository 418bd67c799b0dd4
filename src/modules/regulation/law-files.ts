import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierDocument, Ministry, ProductGroup } from './classification.ts'
import { CouncilDepartment } from './council-department.ts'
import { CriteriaSet } from './criteria-set.ts'
import { Regime } from './regime.ts'
import { CalendarYear, EveryYear, type WorkingCalendar } from './working-days.ts'

const folder = join(import.meta.dirname, 'data')
const LawIndex = z.strictObject({ regimes: z.array(z.string()), ministries: z.array(Ministry) })
const kept = new Map<string, unknown>()

/** The regimes, oldest first. */
export function lawRegimes(): readonly Regime[] {
  return once('regimes', () => lawIndex().regimes.map((id) => read(`${id}/regime.json`, Regime)))
}

/** The regime with this id; a wrong id is a defect, since ids come from our own records. */
export function lawRegime(id: string): Regime {
  const regime = lawRegimes().find((one) => one.id === id)
  if (!regime) throw new Error(`No regime ${id}`)
  return regime
}

/** The ids of the criteria sets that we have as files, in the order of regimes and product sets. */
export function fileSetIds(): readonly string[] {
  return once('set ids', () =>
    lawRegimes().flatMap(({ id, criteriaOf }) => (criteriaOf === id ? namesIn(`${id}/criteria-sets`) : [])),
  )
}

/** The criteria set of our files, checked against its form, or undefined when there is none of this id. */
export function fileSet(id: string): CriteriaSet | undefined {
  if (!fileSetIds().includes(id)) return undefined
  const regime = lawRegimes().find((one) => id.startsWith(`${one.criteriaOf}-`))
  return once(`set ${id}`, () => read(`${regime?.criteriaOf}/criteria-sets/${id}.json`, CriteriaSet))
}

/** The id of the criteria set by which a regime judges a product set: `qd26-2026-13`. */
export function criteriaSetIdFor(regimeId: string, productSetNo: number): string {
  return `${lawRegime(regimeId).criteriaOf}-${String(productSetNo).padStart(2, '0')}`
}

/** Group → subgroup → product set of the regime, with the sets whose sheet we do not have. */
export function classificationOf(regimeId: string): readonly ProductGroup[] {
  const { criteriaOf } = lawRegime(regimeId)
  return once(`classification ${criteriaOf}`, () =>
    read(`${criteriaOf}/classification.json`, z.array(ProductGroup)),
  )
}

/** The papers that a dossier holds under the regime, the producer's first. */
export function dossierDocumentsOf(regimeId: string): readonly DossierDocument[] {
  const { criteriaOf } = lawRegime(regimeId)
  return once(`documents ${criteriaOf}`, () =>
    read(`${criteriaOf}/dossier-documents.json`, z.array(DossierDocument)),
  )
}

/** The bodies that the regime seats in councils, in the order of its article; none where they are not entered. */
export function councilDepartmentsOf(regimeId: string): readonly CouncilDepartment[] {
  const { id } = lawRegime(regimeId)
  return once(`departments ${id}`, () =>
    namesIn(id).includes('council-departments')
      ? read(`${id}/council-departments.json`, z.array(CouncilDepartment))
      : [],
  )
}

/** The ministries that lead product sets. */
export function lawMinistries(): readonly Ministry[] {
  return lawIndex().ministries
}

/** The official calendar of state bodies, with the years still provisional marked as such. */
export function workingCalendar(): WorkingCalendar {
  return once('calendar', () => ({
    years: namesIn('working-days')
      .filter((name) => /^\d{4}$/.test(name))
      .map((name) => read(`working-days/${name}.json`, CalendarYear)),
    everyYear: read('working-days/every-year.json', z.array(EveryYear)),
  }))
}

function lawIndex() {
  return once('index', () => read('index.json', LawIndex))
}

function namesIn(path: string): string[] {
  const names = readdirSync(join(folder, path)).filter((name) => name.endsWith('.json'))
  return names.map((name) => name.slice(0, -'.json'.length)).sort()
}

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const answer = schema.safeParse(JSON.parse(readFileSync(join(folder, path), 'utf8')))
  if (!answer.success) throw new Error(`${path}: ${z.prettifyError(answer.error)}`)
  return answer.data
}

function once<Value>(name: string, make: () => Value): Value {
  if (!kept.has(name)) kept.set(name, make())
  return kept.get(name) as Value
}
