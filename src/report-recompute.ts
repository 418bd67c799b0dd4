import { countUnrecomputable, findingInWords, recomputeAll } from '#modules/councils/index.ts'
import { namesOf } from '#modules/people/index.ts'
import { translator } from '#platform/text/translator.ts'
import type { Config } from './config.ts'
import { openInstallation } from './installation.ts'
import './module-routes.ts'

/** Computes every result anew and prints each difference as it is found; the exit status is 1 when there is one. */
export async function reportRecompute(config: Config): Promise<void> {
  const installation = await openInstallation(config)
  const { db } = installation.database
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const [t, locale] = [translator('en'), 'en' as const]
  const sums = { results: 0, sealedDays: 0, findings: 0 }
  for await (const { results, sealedDays, findings } of recomputeAll(db)) {
    const names = await namesOf(
      db,
      findings.map(({ at }) => at ?? null),
    )
    for (const finding of findings)
      say(`${finding.code ?? 'events'}: ${findingInWords(finding, { t, locale, names })}`)
    sums.results += results
    sums.sealedDays += sealedDays
    sums.findings += findings.length
  }
  for (const [name, count] of Object.entries(await countUnrecomputable(db)))
    if (count > 0) say(t(`recompute:unrecomputable.${name}`, { count }))
  say(
    `${sums.results} results recomputed, ${sums.sealedDays} sealed days verified, ${sums.findings} differences`,
  )
  await installation.close()
  process.exitCode = sums.findings === 0 ? 0 : 1
}
