import { type Day, isDay } from '#platform/dates.ts'

export const testStates = ['asked', 'handed_in', 'received', 'cancelled'] as const
export type TestState = (typeof testStates)[number]

export const testResults = ['passes', 'fails', 'unclear'] as const
export type TestResult = (typeof testResults)[number]

/** What a form about an extra test brings, whichever of its steps it is for. */
const fields = [
  'what',
  'place',
  'reason',
  'dueOn',
  'number',
  'issuedOn',
  'result',
  'note',
  'cancelReason',
] as const

type TestField = (typeof fields)[number]

export type TypedTest = Readonly<Record<TestField, string>>

export type TestFaults = Partial<Record<TestField | 'file', string>>

export function typedTest(form: Record<string, unknown>): TypedTest {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as Record<TestField, string>
}

/** What is wrong with what is asked for. */
export function askFaults({ what, place, reason, dueOn }: TypedTest, today: Day): TestFaults {
  return {
    ...textFault('what', what, { most: 500 }),
    ...textFault('place', place, { most: 300, mayBeEmpty: true }),
    ...textFault('reason', reason, { most: 2000 }),
    ...(isDay(dueOn) ? dueOn < today && { dueOn: 'past' } : { dueOn: 'day' }),
  }
}

/** What is wrong with the sheet of results as it is handed in. */
export function handInFaults({ number, issuedOn }: TypedTest, today: Day): TestFaults {
  return {
    ...textFault('number', number, { most: 100 }),
    ...(isDay(issuedOn) ? issuedOn > today && { issuedOn: 'in_future' } : { issuedOn: 'day' }),
  }
}

/** What is wrong with what the team says of the result: one that does not pass, or is unclear, says why. */
export function resultFaults({ result, note }: TypedTest): TestFaults {
  if (!isResult(result)) return { result: 'choose' }
  return textFault('note', note, { most: 2000, mayBeEmpty: result === 'passes' })
}

export function isResult(text: string): text is TestResult {
  return (testResults as readonly string[]).includes(text)
}

function textFault(
  field: TestField,
  text: string,
  { most, mayBeEmpty = false }: { most: number; mayBeEmpty?: boolean },
): TestFaults {
  if (text === '' && !mayBeEmpty) return { [field]: 'missing' }
  return text.length > most ? { [field]: 'too_long' } : {}
}
