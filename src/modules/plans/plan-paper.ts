import { productSet } from '#modules/products/index.ts'
import { type Block, dots, type Paper } from '#platform/paper/paper.ts'
import { showMoney, showNumber } from '#platform/text/format.ts'
import { translator } from '#platform/text/translator.ts'
import {
  capitalLines,
  investmentLines,
  numberIn,
  type PlanContent,
  planTexts,
  planYears,
  tasksOf,
  yearLines,
} from './plan-content.ts'
import { planFigures } from './plan-figures.ts'
import { figureSentences, monthText, yearName } from './plan-sentences.ts'
import { lineName } from './plan-sheet.ts'
import type { BusinessPlan } from './plan-store.ts'
import './text.ts'

const t = translator('vi')

/**
 * The business plan as a paper. The decision of the Prime Minister has no form for it (Appendix III knows three forms), and
 * the paper does not look as if it had.
 */
export function planPaper(
  plan: BusinessPlan,
  producer: { name: string; representativeName: string | null },
): Paper {
  const { content, name, isDemo } = plan
  return {
    title: t('plans:paper.title', { name }),
    mark: isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    head: {},
    name: { kind: t('plans:paper.kind'), subject: t('plans:paper.subject', { name }) },
    blocks: [
      { is: 'facts', rows: factRows(plan, producer.name) },
      ...planTexts.flatMap((field): Block[] => [
        { is: 'heading', text: t(`plans:plan.field.${field}`) },
        { is: 'paragraph', text: content[field] || dots },
      ]),
      { is: 'heading', text: t('plans:plan.part.money') },
      moneyTable(content),
      { is: 'heading', text: t('plans:plan.part.years') },
      yearTable(content),
      { is: 'list', items: sentencesOf(content) },
      { is: 'heading', text: t('plans:plan.part.timetable') },
      { is: 'list', items: tasksOf(content).map((task) => `${monthText(task, t)}${task.task}`) },
      { is: 'note', text: t('plans:paper.note', { version: plan.version }) },
    ],
    closing: {
      signatures: [
        { lines: [''], name: '' },
        { lines: [t('plans:paper.signer')], name: producer.representativeName ?? '' },
      ],
    },
  }
}

function factRows({ name, content, communeName }: BusinessPlan, producerName: string) {
  const { workers, localWorkers } = content
  return [
    [t('plans:plan.field.name'), name],
    [t('plans:paper.producer'), producerName],
    [t('plans:paper.commune'), communeName ?? dots],
    [t('plans:plan.field.productSetNo'), productSet(Number(content.productSetNo))?.nameVi ?? dots],
    [t('plans:plan.field.workers'), workers || dots],
    [t('plans:plan.field.localWorkers'), localWorkers || dots],
  ] as const
}

function sentencesOf(content: PlanContent): string[] {
  return figureSentences(planFigures(content), { t, unit: content.unit })
}

function moneyTable(content: PlanContent): Block {
  const { investment, capital } = planFigures(content)
  const row = (line: keyof PlanContent) => [t(`plans:plan.field.${line}`), moneyOf(numberIn(content[line]))]
  return {
    is: 'table',
    columns: [
      { label: t('plans:figures.line'), share: 6 },
      { label: t('plans:figures.amount'), share: 4, align: 'right' },
    ],
    rows: [
      ...investmentLines.map(row),
      [t('plans:figures.investment'), moneyOf(investment)],
      ...capitalLines.map(row),
      [t('plans:figures.capital'), moneyOf(capital)],
    ],
  }
}

function yearTable(content: PlanContent): Block {
  const { years } = planFigures(content)
  const typed = (line: (typeof yearLines)[number]) =>
    planYears.map((no) => {
      const number = numberIn(content[`${line}-${no}`])
      return line === 'output' ? (number === null ? '' : showNumber(number, 'vi')) : moneyOf(number)
    })
  const computed = (key: 'revenue' | 'costs' | 'profit') => years.map((year) => moneyOf(year?.[key] ?? null))
  return {
    is: 'table',
    columns: [
      { label: t('plans:figures.line'), share: 4 },
      ...planYears.map((no) => ({
        label: yearName(years[no - 1] ?? null, no - 1, t),
        share: 3,
        align: 'right' as const,
      })),
    ],
    rows: [
      ...yearLines.map((line) => [lineName(line, content, t), ...typed(line)]),
      ...(['revenue', 'costs', 'profit'] as const).map((key) => [
        t(`plans:figures.${key}`),
        ...computed(key),
      ]),
    ],
  }
}

const moneyOf = (sum: number | null) => (sum === null ? '' : showMoney(sum, 'vi'))
