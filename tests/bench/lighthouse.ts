import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const version = '12.8.2'
const aim = 95
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const chrome = '--headless --no-sandbox --disable-gpu'

// `npx tsx tests/bench/lighthouse.ts http://127.0.0.1:3000` beside a running demonstration: the public pages as Lighthouse
// sees them on its phone. npx fetches Lighthouse, which is why `npm run bench` leaves it out.
const origin = (process.argv[2] ?? 'http://127.0.0.1:3000').replace(/\/$/, '')
console.log('| page | performance | accessibility | best practices | SEO |\n|---|---|---|---|---|')
let missed = 0
for (const path of await publicPages()) {
  const scores = await scoresOf(path)
  if (scores.some((score) => score < aim)) missed += 1
  console.log(`| ${path} | ${scores.join(' | ')} |`)
}
console.log(`\n${missed === 0 ? `All at ${aim} or more.` : `${missed} pages below ${aim}.`}`)
process.exitCode = missed === 0 ? 0 : 1

/** One page of each kind, found as a visitor finds them. */
async function publicPages(): Promise<string[]> {
  const product = await firstLink('/san-pham?trang-thai=con-hieu-luc', /href="(\/san-pham\/[^"?]+)"/)
  const producer = await firstLink(product, /href="(\/chu-the\/[^"]+)"/)
  const truth = await firstLink(product, /href="(?:https?:\/\/[^/"]+)?(\/v\/[0-9A-Z-]+)"/)
  return ['/', '/san-pham', product, producer, truth, '/kiem-tra']
}

async function firstLink(path: string, link: RegExp): Promise<string> {
  const [, found] = link.exec(await (await fetch(origin + path)).text()) ?? []
  if (!found) throw new Error(`${path} has no link like ${link}`)
  return found
}

async function scoresOf(path: string): Promise<number[]> {
  const options = ['--output=json', '--quiet', `--chrome-flags=${chrome}`]
  const command = ['--yes', `lighthouse@${version}`, origin + path, ...options]
  const env = { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? browsers.find(existsSync) }
  const ask = async () => (await promisify(execFile)('npx', command, { env, maxBuffer: 64_000_000 })).stdout
  // A browser on a busy machine sometimes gives no trace; Lighthouse then says to run it again.
  const stdout = await ask().catch(ask)
  const { categories } = JSON.parse(stdout) as { categories: Record<string, { score: number }> }
  return ['performance', 'accessibility', 'best-practices', 'seo'].map((name) =>
    Math.round((categories[name]?.score ?? 0) * 100),
  )
}
