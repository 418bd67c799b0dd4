import { type Config, WrongSetting } from './config.ts'
import { createAdministrator } from './create-administrator.ts'
import { openInstallation } from './installation.ts'
import { checkInvariants, invariants } from './invariants/check-invariants.ts'
import { reportRecompute } from './report-recompute.ts'
import { serve } from './serve.ts'

type Command = (config: Config, words: string[]) => Promise<void>

/** What can be asked of the program, by its first word; without one it serves. */
const commands: Readonly<Record<string, Command>> = {
  serve,
  'create-administrator': createAdministrator,
  invariants: reportInvariants,
  recompute: reportRecompute,
}

/** @throws WrongSetting for a word that names no command */
export async function runCommand([name = 'serve', ...words]: string[], config: Config): Promise<void> {
  const command = commands[name]
  if (!command)
    throw new WrongSetting(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`)
  await command(config, words)
}

/** Prints each violation; the exit status is 1 when there is one. */
async function reportInvariants(config: Config): Promise<void> {
  const installation = await openInstallation(config)
  const { database, files } = installation
  const violations = await checkInvariants({ db: database.db, files, now: new Date() })
  for (const { invariant, row } of violations) process.stdout.write(`${invariant}: ${row}\n`)
  process.stdout.write(`${invariants.length} conditions checked, ${violations.length} violations\n`)
  await installation.close()
  process.exitCode = violations.length === 0 ? 0 : 1
}
