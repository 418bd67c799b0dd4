import type { Page } from 'playwright-core'
import { idIn, press } from './people.ts'

/** A producer adds a tea and begins its dossier. Answers its id. */
export async function beginDossier(page: Page, product: string): Promise<string> {
  await page.goto('/products/new')
  await page.locator('input[name=name]').fill(product)
  await page.locator('select[name=productSetNo]').selectOption('11')
  await page.locator('textarea[name=specification]').fill('Hộp 100 g')
  await page.locator('textarea[name=story]').fill('Búp chè hái lúc sương còn phủ kín bản.')
  await press(page, 'Lưu')

  await page.goto('/dossiers/new')
  await page.locator('select[name=product]').selectOption({ label: product })
  await press(page, 'Lập hồ sơ')
  return idIn(page, 'dossiers')
}

/** The same, filed: registration, report, self-assessment, submission. Answers its id. */
export async function fileDossier(page: Page, product: string): Promise<string> {
  const dossier = await beginDossier(page, product)
  await page.goto(`/dossiers/${dossier}/registration`)
  await fillEmpty(page)
  await press(page, /^Lưu/)
  await page.goto(`/dossiers/${dossier}/report`)
  await press(page, /^Lưu/)
  await answerAll(page, dossier)

  await page.goto(`/dossiers/${dossier}/submission`)
  await page.locator('input[name=pledged]').check()
  await press(page, /Nộp hồ sơ/)
  return dossier
}

/** Fills the text fields that a form still asks for. */
async function fillEmpty(page: Page): Promise<void> {
  const texts: Record<string, string> = {
    representativeName: 'Mùa Thị Mai',
    representativePost: 'Giám đốc',
    address: 'Bản Tà Xùa',
    phone: '0912 345 678',
  }
  for (const [name, text] of Object.entries(texts)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill(text)
  }
}

/** Gives the best answer at every criterion, section by section. */
async function answerAll(page: Page, dossier: string): Promise<void> {
  await page.goto(`/dossiers/${dossier}/self-assessment`)
  const sections = await page
    .locator(`main a[href^="/dossiers/${dossier}/self-assessment/"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.split('#')[0] ?? ''))])
  for (const section of sections) {
    await page.goto(section)
    await chooseBest(page)
    await press(page, /^Lưu/)
  }
}

/** In every group of options, the one worth the most points; for a product of 4 stars, none that is marked for 5. */
export function chooseBest(page: Page, stars: 4 | 5 = 5): Promise<void> {
  return choose(page, { sign: 1, stars })
}

/** In every group of options, the one worth the fewest points. */
export function chooseLeast(page: Page): Promise<void> {
  return choose(page, { sign: -1, stars: 5 })
}

async function choose(page: Page, wish: { sign: 1 | -1; stars: 4 | 5 }): Promise<void> {
  const chosen = await page.locator('main .option').evaluateAll((cards, { sign, stars }) => {
    const most = new Map<string, { worth: number; value: string }>()
    for (const card of cards) {
      const input = card.querySelector('input')
      if (stars < 5 && card.textContent?.includes('Mốc 5 sao')) continue
      const worth = sign * Number(card.querySelector('.option-points b')?.textContent ?? 0)
      if (!input || worth < (most.get(input.name)?.worth ?? Number.NEGATIVE_INFINITY)) continue
      most.set(input.name, { worth, value: input.value })
    }
    return [...most].map(([name, { value }]) => ({ name, value }))
  }, wish)
  for (const { name, value } of chosen) {
    const option = page.locator(`main input[name="${name}"][value="${value}"]`)
    // Away from the bars that stay at the edges of the window.
    await option.evaluate((input) => input.scrollIntoView({ block: 'center' }))
    await option.check({ force: true })
  }
}
