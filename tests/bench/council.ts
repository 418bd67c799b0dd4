import { consolidate, defaultRules, lawRegime, scoreOfPoints } from '../../src/modules/regulation/index.ts'
import { pointsOfTotal, theSet } from '../../src/modules/regulation/testing.ts'
import { type Figure, quantile, timesOf } from './measure.ts'

/** How many council results of 7 sheets are consolidated in a second, points looked up and added included. */
export async function councilFigures(): Promise<Figure[]> {
  const set = theSet('qd26-2026-13')
  const { bands } = lawRegime('qd26-2026')
  const sheets = [92, 92, 93, 92, 92, 93, 92].map((total) =>
    pointsOfTotal(set, total, { '4.1': total > 92 ? 5 : 3 }),
  )
  const once = () =>
    consolidate({
      set,
      bands,
      rules: defaultRules,
      sheets: sheets.map((points) => scoreOfPoints(points, set)),
    })
  const times = await timesOf(2_000, once, 200)
  const perSecond = Math.round(1000 / quantile(times, 0.5))
  return [
    {
      what: 'council results consolidated (7 sheets)',
      value: `${perSecond} per second`,
      aim: '–',
      met: true,
    },
  ]
}
