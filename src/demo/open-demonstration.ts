import { sql } from 'kysely'
import type { Installation } from '../installation.ts'
import { demoAccounts, demoPassword, mailOf } from './accounts.ts'
import { fillDemonstration } from './fill-demonstration.ts'

/** Fills a database that has no people yet, whole or not at all, and says who may sign in. */
export async function openDemonstration({ database, log, files }: Installation): Promise<void> {
  const { rows } = await sql`select from person limit 1`.execute(database.db)
  if (rows.length === 0) {
    process.stdout.write('Filling the demonstration …\n')
    await database.db.transaction().execute((db) => fillDemonstration({ db, log, files, now: new Date() }))
  }
}

/** The accounts of the demonstration, for whoever started it. */
export function demoAccountsInWords(): string {
  const lines = demoAccounts.map(
    (account) => `  ${mailOf(account).padEnd(34)}${account.role.padEnd(18)}${account.name}`,
  )
  return `Accounts of the demonstration, all with the password ${demoPassword}:\n${lines.join('\n')}\n`
}
