import fc from 'fast-check'
import { expect, test } from 'vitest'
import { translator } from '#platform/text/translator.ts'
import { monthIn, numberIn, planContent, planFaults, tasksOf } from './plan-content.ts'
import { planFigures } from './plan-figures.ts'
import { figureSentences } from './plan-sentences.ts'
import { filledPlan } from './testing.ts'
import './text.ts'

const t = translator('vi')

test('revenue, costs and profit follow from what was typed', () => {
  const { years, investment, capital, uncovered, profit, paidBackIn } = planFigures(filledPlan())
  expect(years[0]).toMatchObject({
    year: 2027,
    revenue: 180_000_000,
    costs: 126_000_000,
    profit: 54_000_000,
    margin: 0.3,
    breakEven: { is: 'within', output: 400, share: 0.4 },
  })
  expect([investment, capital, uncovered]).toEqual([150_000_000, 150_000_000, 0])
  expect([profit, paidBackIn]).toEqual([54_000_000 + 90_000_000 + 144_000_000, 3])
})

test('what it means is said in words', () => {
  const words = (change: Record<string, unknown>) =>
    figureSentences(planFigures(filledPlan(change)), { t, unit: 'hộp' }).join('\n')
  expect(words({})).toContain('Hòa vốn khi bán được 400 hộp, bằng 40 % sản lượng dự kiến.')
  expect(words({})).toContain('thu hồi được trong năm thứ 3')
  expect(words({ 'fixedCost-1': '200.000.000' })).toContain(
    'Phải bán 2.223 hộp mới hòa vốn, nhiều hơn sản lượng dự kiến 1.000.',
  )
  expect(words({ 'price-1': '80.000' })).toContain('bán thêm chỉ lỗ thêm')
  expect(words({ 'price-1': '80.000' })).toContain('lỗ 46.000.000')
  expect(words({ machines: '900.000.000' })).toMatch(/bù được 30 % vốn đầu tư/)
  expect(figureSentences(planFigures(planContent({})), { t, unit: '' })).toEqual([])
})

const amount = (max: number) => fc.integer({ min: 0, max }).map(String)
const year = fc.record({
  'output-1': fc.integer({ min: 1, max: 1_000_000 }).map(String),
  'price-1': amount(1_000_000),
  'materialCost-1': amount(1_000_000_000),
  'labourCost-1': amount(1_000_000_000),
  'sellingCost-1': amount(1_000_000_000),
  'fixedCost-1': amount(1_000_000_000),
})

test('sold as much as it takes to break even nothing is lost, one unit less and something is', () => {
  fc.assert(
    fc.property(year, (typed) => {
      const figures = planFigures(planContent(typed)).years[0]
      if (!figures) throw new Error('output and price are there')
      const { output, revenue, variable, fixed, costs, profit, breakEven } = figures
      expect(profit).toBe(revenue - costs)
      // In whole numbers: sold × (revenue − variable) ÷ output against the fixed costs.
      const left = (sold: number) =>
        BigInt(sold) * BigInt(revenue - variable) - BigInt(fixed) * BigInt(output)
      if (breakEven?.is === 'never') expect(revenue).toBeLessThanOrEqual(variable)
      else if (breakEven) {
        expect(left(breakEven.output) >= 0n).toBe(true)
        if (breakEven.output > 0) expect(left(breakEven.output - 1) < 0n).toBe(true)
        expect(breakEven.is === 'within').toBe(profit >= 0)
      }
    }),
  )
})

test.each([
  ['1.240.000', 1_240_000],
  ['1 240 000 ₫', 1_240_000],
  ['', null],
  ['0', 0],
])('reads %s', (text, number) => expect(numberIn(text)).toBe(number))

test.each([
  ['3/2027', '2027-03'],
  ['03-2027', '2027-03'],
  ['2027-3', '2027-03'],
  ['13/2027', null],
  ['tháng ba', null],
])('reads the month %s', (text, month) => expect(monthIn(text)).toBe(month))

test.each([
  ['no name', { name: '' }, 'name', 'name_missing'],
  ['a set that is none', { productSetNo: '27' }, 'productSetNo', 'set_unknown'],
  ['words for money', { loan: 'vay ít' }, 'loan', 'number'],
  ['a minus', { 'price-2': '-5' }, 'price-2', 'number'],
  ['more local workers than workers', { localWorkers: '9' }, 'localWorkers', 'more_local'],
  ['more than can be multiplied', { 'output-1': '999999999', 'price-1': '999999999' }, 'output-1', 'huge'],
  ['no month', { 'from-1': 'sớm' }, 'from-1', 'month'],
  ['an end before the start', { 'to-1': '12/2026' }, 'to-1', 'ends_before_start'],
  ['months without a task', { 'task-1': '' }, 'task-1', 'task_missing'],
])('refuses %s', (_, change, field, fault) => {
  expect(planFaults(filledPlan(change))).toEqual({ [field]: fault })
})

test('a plan may be half done, and its empty lines are no tasks', () => {
  expect(planFaults(planContent({ name: 'Trà' }))).toEqual({})
  expect(tasksOf(filledPlan()).map(({ task }) => task)).toEqual([
    'Mua máy, tập huấn sấy',
    'Kiểm nghiệm, công bố',
  ])
})
