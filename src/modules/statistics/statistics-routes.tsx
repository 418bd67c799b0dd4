import { Hono } from 'hono'
import { answerPage } from '#modules/recognition/index.ts'
import type { Env } from '#platform/http/env.ts'
import { pageText } from '#platform/http/render.tsx'
import { writeCsv } from '#platform/sheet/write-csv.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { figuresSheet } from './figures-sheet.ts'
import { type FiguresAsked, readFigures } from './read-figures.ts'
import { readScoreBands } from './score-bands/read-score-bands.ts'
import { scoreBandsSheet } from './score-bands/score-bands-sheet.ts'
import { StatisticsPage } from './views/statistics-page.tsx'
import './text.ts'

/** The programme's figures, for people. */
export const routes = new Hono<Env>()

routes.get('/thong-ke', (c) =>
  answerPage(c, async () => {
    const asked = readAsked(c.req.query())
    const figures = await readFigures(c.get('ctx'), asked, c.get('view'))
    const bands = await readScoreBands(c.get('ctx'), asked.year)
    return pageText(c, <StatisticsPage figures={figures} bands={bands} origin={c.get('origin')} />)
  }),
)

routes.get('/thong-ke.xlsx', async (c) => {
  const view = c.get('view')
  const figures = await readFigures(c.get('ctx'), readAsked(c.req.query()), view)
  const bytes = await writeSheet(figuresSheet(figures, view.t))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="thong-ke-ocop.xlsx"',
    'cache-control': 'no-store',
  })
})

routes.get('/thong-ke/khung-diem.csv', async (c) => {
  const groups = await readScoreBands(c.get('ctx'), readAsked(c.req.query()).year)
  const lines: string[] = []
  for await (const line of writeCsv(scoreBandsSheet(groups, c.get('view')))) lines.push(line)
  return c.body(lines.join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="khung-diem-ocop.csv"',
    'cache-control': 'no-store',
  })
})

function readAsked(query: Record<string, string>): FiguresAsked {
  const year = Number(query.nam)
  const isYear = Number.isInteger(year) && year >= 2018 && year <= 2200
  return { year: isYear ? year : undefined, thatDaysMap: query['ban-do'] === 'cu' }
}
