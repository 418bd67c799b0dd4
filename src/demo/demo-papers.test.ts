import { afterAll, expect, test } from 'vitest'
import { checkUpload } from '#platform/files/check-upload.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { demoPapersOf } from './demo-papers.ts'

afterAll(stopDrawing)

const close = (text: string) => text.replaceAll(/\s/g, '')
const dayOfFiling = { filedOn: '2026-11-02', isOutdated: false }

test('every paper says on its face that it is invented, and whose it is, and may be handed in', async () => {
  const papers = await demoPapersOf('tea.shan', dayOfFiling)
  expect(papers.map(({ paperKind }) => paperKind)).toEqual([
    'business_registration',
    'production_eligibility',
    'raw_material',
    'test_results',
    'product_story',
  ])
  for (const { title, file } of papers) {
    await checkUpload(file)
    const text = close(readPdfText(file.bytes))
    expect(text).toContain(close('DỮ LIỆU MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'))
    expect(text).toContain(close(title))
    expect(text).toContain(close('Hợp tác xã Chè Mây Tà Xùa (minh họa)'))
  }
})

test('what a producer has for all its products is drawn once', async () => {
  const [shan, white] = [
    await demoPapersOf('tea.shan', dayOfFiling),
    await demoPapersOf('tea.white', dayOfFiling),
  ]
  const shared = shan.filter(({ file }, place) => file.bytes === white[place]?.file.bytes)
  expect(shared.map(({ paperKind }) => paperKind)).toEqual([
    'business_registration',
    'production_eligibility',
    'raw_material',
  ])
})

test('results that are too old are of more than a year before', async () => {
  const [, , results] = await demoPapersOf('tea.lemongrass', { filedOn: '2026-11-02', isOutdated: true })
  expect(close(readPdfText(results?.file.bytes ?? new Uint8Array()))).toContain('29/08/2025')
})
