import {
  capitalLines,
  investmentLines,
  numberIn,
  type PlanContent,
  planYears,
  variableCosts,
} from './plan-content.ts'

/** Where a year breaks even. */
export type BreakEven =
  /** From so much sold on nothing is lost; `share` of the planned output. */
  | { is: 'within' | 'beyond'; output: number; share: number }
  /** The price does not even cover what each unit costs: the more is sold, the more is lost. */
  | { is: 'never' }

/** One year of the plan in whole đồng, computed from what was typed. */
export interface YearFigures {
  /** The calendar year, or null while the first one is not written. */
  year: number | null
  output: number
  price: number
  revenue: number
  variable: number
  fixed: number
  costs: number
  profit: number
  /** Profit as a part of the revenue; null without revenue. */
  margin: number | null
  breakEven: BreakEven | null
}

export interface PlanFigures {
  investment: number
  capital: number
  /** Investment that no source of capital covers; below 0 where there is more capital than is needed. */
  uncovered: number
  /** Null for a year whose output or price is not written. */
  years: (YearFigures | null)[]
  /** Profit of all years. */
  profit: number
  /** The year, counted from 1, by whose end the profits have paid the investment back; null when none does. */
  paidBackIn: number | null
}

/** The arithmetic of a plan: nobody types a sum. */
export function planFigures(content: PlanContent): PlanFigures {
  const sum = (fields: readonly (keyof PlanContent)[]) =>
    fields.reduce((total, field) => total + (numberIn(content[field]) ?? 0), 0)
  const investment = sum(investmentLines)
  const capital = sum(capitalLines)
  const years = planYears.map((year) => yearFigures(content, year))
  const profits = years.map((year) => year?.profit ?? 0)
  const paidBack = profits.findIndex(
    (_, at) => profits.slice(0, at + 1).reduce((total, one) => total + one, 0) >= investment,
  )
  return {
    investment,
    capital,
    uncovered: investment - capital,
    years,
    profit: profits.reduce((total, one) => total + one, 0),
    paidBackIn: investment > 0 && paidBack >= 0 ? paidBack + 1 : null,
  }
}

function yearFigures(content: PlanContent, no: (typeof planYears)[number]): YearFigures | null {
  const output = numberIn(content[`output-${no}`])
  const price = numberIn(content[`price-${no}`])
  if (output === null || price === null) return null
  const revenue = output * price
  const variable = variableCosts.reduce((total, line) => total + (numberIn(content[`${line}-${no}`]) ?? 0), 0)
  const fixed = numberIn(content[`fixedCost-${no}`]) ?? 0
  const costs = variable + fixed
  const profit = revenue - costs
  const first = numberIn(content.firstYear)
  return {
    year: first === null ? null : first + no - 1,
    ...{ output, price, revenue, variable, fixed, costs, profit },
    margin: revenue > 0 ? profit / revenue : null,
    breakEven: breakEvenOf({ output, revenue, variable, fixed }),
  }
}

/** From how many units on revenue covers the costs, when what varies does so with the output. */
function breakEvenOf({
  output,
  revenue,
  variable,
  fixed,
}: Pick<YearFigures, 'output' | 'revenue' | 'variable' | 'fixed'>): BreakEven | null {
  if (output === 0) return null
  const contribution = revenue - variable
  if (contribution <= 0) return { is: 'never' }
  const least = Math.ceil((fixed * output) / contribution)
  return { is: least <= output ? 'within' : 'beyond', output: least, share: least / output }
}
