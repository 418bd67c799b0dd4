import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answers, criteriaOf, fileSet, fileSetIds, lawRegime } from '#modules/regulation/index.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { type NewForm, writeForm } from '#platform/sheet/write-form.ts'
import { optionsOf, type ScoreForm } from '../desk/score-form.ts'
import { scoreFormOf } from '../desk/score-form-of.ts'
import { excelSheet, readExcelSheet } from './excel-sheet.ts'
import { newPaperCode } from './paper-code.ts'

const forms = fileSetIds()
  .filter((id) => id.startsWith('qd26-2026'))
  .flatMap((id) => fileSet(id) ?? [])
  .map((set) => scoreFormOf(set, { bands: lawRegime(set.regimeId).bands, locale: 'vi', none: 'Không' }))

/** Any answers that a sheet may hold, some criteria left open, several where several count. */
const anyAnswers = (form: ScoreForm): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...form.criteria.map((criterion) => {
        const nos = optionsOf(criterion).map(({ no }) => no)
        const some = nos.filter((no) => no !== 0)
        const chosen = criterion.several
          ? fc.subarray(some, { minLength: nos.includes(0) ? 0 : 1 })
          : fc.constantFrom(...nos).map((no) => (no === 0 ? [] : [no]))
        return fc.option(chosen).map((one) => [criterion.code, one] as const)
      }),
    )
    .map((all) => Object.fromEntries(all.flatMap(([code, chosen]) => (chosen ? [[code, chosen]] : []))))

const anyNote = fc
  .string({ unit: fc.constantFrom('a', 'ệ', '=', '"', '\n', ' ', '1', '<', '🍵') })
  .map((note) => note.normalize('NFC').trim())
  .filter((note) => note !== '')

const readBack = async (form: ScoreForm, file: NewForm) =>
  readExcelSheet(form, await readSheet(await writeForm(file)))

test('whatever is answered and noted in the file is read back as it was', async () => {
  const filled = fc.constantFrom(...forms).chain((form) =>
    fc.record({
      form: fc.constant(form),
      answers: anyAnswers(form),
      notes: fc.dictionary(fc.constantFrom(...form.criteria.map(({ code }) => code)), anyNote, {
        maxKeys: 3,
      }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(filled, async ({ form, answers, notes }) => {
      const code = newPaperCode()
      const back = await readBack(form, excelSheet(form, { code, title: 'Chè', answers, notes }))
      expect(back).toEqual({ code, answers, notes, faults: [] })
    }),
    { numRuns: 25 },
  )
})

const [form] = forms
const { code: single = '' } =
  form?.criteria.find(
    ({ several, groups }) => !several && groups.length === 1 && (groups[0]?.options.length ?? 0) > 2,
  ) ?? {}

async function typedInto(criterion: string, typed: string) {
  const file = excelSheet(form ?? expect.fail(), { code: newPaperCode(), title: 'Chè' })
  const rows = file.rows.map((cells) =>
    cells[0] === criterion ? cells.map((cell, at) => (at === 4 ? { value: typed } : cell)) : cells,
  )
  return readBack(form ?? expect.fail(), { ...file, rows })
}

test('points alone are understood where one option gives them', async () => {
  const option = form?.criteria.find(({ code }) => code === single)?.groups[0]?.options.at(-1)
  const { answers, faults } = await typedInto(single, String(option?.points))
  expect([answers[single], faults]).toEqual([[option?.no], []])
})

test.each(['99', 'nhiều điểm', 'x'])('"%s" is told with its row, and nothing else is lost', async (typed) => {
  const { answers, faults } = await typedInto(single, typed)
  expect(answers).toEqual({})
  expect(faults).toEqual([{ line: expect.any(Number), criterion: single, fault: 'not_an_option', typed }])
})

test('every criterion of every set in force is in its file', () => {
  for (const one of forms) {
    const codes = new Set(excelSheet(one, { code: newPaperCode(), title: '' }).rows.map(([code]) => code))
    expect(one.criteria.filter(({ code }) => !codes.has(code))).toEqual([])
  }
  expect(forms.length).toBeGreaterThan(20)
  expect(criteriaOf(fileSet('qd26-2026-13') ?? expect.fail()).length).toBeGreaterThan(0)
})
