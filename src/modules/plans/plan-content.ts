import { productSet } from '#modules/products/index.ts'

/** What is written in words about how the product will be made and sold. */
export const planTexts = [
  'specification',
  'scale',
  'materialArea',
  'technology',
  'equipment',
  'quality',
  'organisation',
  'market',
  'risks',
] as const

/** In whole đồng. */
export const investmentLines = ['buildings', 'machines', 'workingCapital', 'otherInvestment'] as const
export const capitalLines = ['ownCapital', 'loan', 'publicSupport', 'otherCapital'] as const

/** What varies with the output, and what does not. */
export const variableCosts = ['materialCost', 'labourCost', 'sellingCost'] as const
export const yearLines = ['output', 'price', ...variableCosts, 'fixedCost'] as const

export const planYears = [1, 2, 3] as const
export const taskPlaces = [1, 2, 3, 4, 5, 6, 7, 8] as const

export type PlanText = (typeof planTexts)[number]
export type MoneyLine = (typeof investmentLines)[number] | (typeof capitalLines)[number]
export type YearLine = (typeof yearLines)[number]
type Year = (typeof planYears)[number]
type TaskPart = 'from' | 'to' | 'task'

export type PlanField =
  | 'name'
  | 'productSetNo'
  | PlanText
  | MoneyLine
  | 'workers'
  | 'localWorkers'
  | 'unit'
  | 'firstYear'
  | `${YearLine}-${Year}`
  | `${TaskPart}-${(typeof taskPlaces)[number]}`

/** A business plan as it was typed, field by field; what is empty is not written yet. */
export type PlanContent = Record<PlanField, string>
export type PlanFaults = Partial<Record<PlanField, string>>

const numbers: readonly PlanField[] = [
  ...investmentLines,
  ...capitalLines,
  'workers',
  'localWorkers',
  ...planYears.flatMap((year) => yearLines.map((line) => `${line}-${year}` as const)),
]

export const planFields: readonly PlanField[] = [
  'name',
  'productSetNo',
  ...planTexts,
  'unit',
  'firstYear',
  ...numbers,
  ...taskPlaces.flatMap((no) => [`from-${no}`, `to-${no}`, `task-${no}`] as const),
]

/** What a form or the database brought, as typed: fields that it lacks are empty. */
export function planContent(typed: Record<string, unknown>): PlanContent {
  const read = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim().normalize('NFC') : '')
  return Object.fromEntries(planFields.map((name) => [name, read(name)])) as PlanContent
}

/** The number in a field, whole, with dots or spaces between thousands; null where nothing is written. */
export function numberIn(text: string): number | null {
  const digits = plain(text)
  return digits === '' ? null : Number(digits)
}

/** What is wrong with a plan as typed, by field. It may be kept half done. */
export function planFaults(content: PlanContent): PlanFaults {
  const faults: PlanFaults = {}
  const check = (field: PlanField, wrong: boolean, fault: string) => {
    if (wrong && !faults[field]) faults[field] = fault
  }
  check('name', content.name === '', 'name_missing')
  check('name', content.name.length > 200, 'too_long')
  check('unit', content.unit.length > 40, 'too_long')
  const { productSetNo, firstYear } = content
  check('productSetNo', productSetNo !== '' && !productSet(Number(productSetNo)), 'set_unknown')
  check('firstYear', firstYear !== '' && !/^20\d\d$/.test(firstYear), 'year')
  for (const field of planTexts) check(field, content[field].length > 4000, 'too_long')
  for (const field of numbers) check(field, !/^\d{0,12}$/.test(plain(content[field])), 'number')
  for (const year of planYears) check(`output-${year}`, isHuge(content, year), 'huge')
  const { workers, localWorkers } = content
  check('localWorkers', (numberIn(localWorkers) ?? 0) > (numberIn(workers) ?? 0), 'more_local')
  for (const no of taskPlaces) checkTask(content, no, check)
  return faults
}

function checkTask(
  content: PlanContent,
  no: (typeof taskPlaces)[number],
  check: (field: PlanField, wrong: boolean, fault: string) => void,
): void {
  const [from, to, task] = [content[`from-${no}`], content[`to-${no}`], content[`task-${no}`]]
  check(`from-${no}`, from !== '' && !monthIn(from), 'month')
  check(`to-${no}`, to !== '' && !monthIn(to), 'month')
  check(`to-${no}`, (monthIn(to) ?? '9') < (monthIn(from) ?? ''), 'ends_before_start')
  check(`task-${no}`, task === '' && (from !== '' || to !== ''), 'task_missing')
  check(`task-${no}`, task.length > 300, 'too_long')
}

/** `3/2027`, `03-2027` or `2027-03` as `2027-03`; null for anything else. */
export function monthIn(text: string): string | null {
  const [, month, year] = /^(\d{1,2})[/.-](20\d\d)$/.exec(text) ?? []
  const [, year2, month2] = /^(20\d\d)-(\d{1,2})$/.exec(text) ?? []
  const no = Number(month ?? month2)
  return no >= 1 && no <= 12 ? `${year ?? year2}-${String(no).padStart(2, '0')}` : null
}

export interface Task {
  from: string
  to: string
  task: string
}

/** The timetable, without its empty lines; months are `2027-03`, or nothing. */
export function tasksOf(content: PlanContent): Task[] {
  return taskPlaces
    .map((no) => ({
      from: monthIn(content[`from-${no}`]) ?? '',
      to: monthIn(content[`to-${no}`]) ?? '',
      task: content[`task-${no}`],
    }))
    .filter(({ task }) => task !== '')
}

/** Beyond what can be multiplied without loss. */
function isHuge(content: PlanContent, year: Year): boolean {
  const [output, price] = [numberIn(content[`output-${year}`]), numberIn(content[`price-${year}`])]
  return (output ?? 0) * (price ?? 0) > 1_000_000_000_000_000
}

const plain = (text: string) => text.replace(/[.\s₫đ]/g, '')
