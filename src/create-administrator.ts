import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createFirstAdministrator } from '#modules/people/index.ts'
import { system } from '#platform/ctx.ts'
import { noJobs } from '#platform/jobs/queue.ts'
import { Refusal } from '#platform/refusal.ts'
import { translator } from '#platform/text/translator.ts'
import { type Config, WrongSetting } from './config.ts'
import { openInstallation } from './installation.ts'

/** `create-administrator --email … --name … [--unit 14]`: the account that invites all others, with a password made for it. */
export async function createAdministrator(config: Config, words: string[]): Promise<void> {
  const { email, name, unit } = read(words, config)
  const installation = await openInstallation(config)
  const { db } = installation.database
  const password = randomBytes(15).toString('base64url')
  const ctx = { db, actor: system, now: new Date(), jobs: noJobs, log: installation.log }
  try {
    await createFirstAdministrator(ctx, { name, email, password, unitId: unit })
    process.stdout.write(
      `${email} may sign in with the password ${password}\nChange it at /account after signing in.\n`,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [namespace, ...rest] = error.code.split('.')
    throw new WrongSetting(translator('en')(`${namespace}:refusal.${rest.join('.')}`, error.facts))
  } finally {
    await installation.close()
  }
}

function read(words: string[], config: Config) {
  const options = { email: { type: 'string' }, name: { type: 'string' }, unit: { type: 'string' } } as const
  const { email, name, unit = config.province } = parseArgs({ args: words, options }).values
  if (!email || !name)
    throw new WrongSetting('Say who: create-administrator --email … --name "…" [--unit 14]')
  return { email, name, unit }
}
