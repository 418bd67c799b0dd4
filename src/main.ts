import { FolderInUse } from '#platform/db/folder-lock.ts'
import { runCommand } from './command.ts'
import { readConfig, WrongSetting } from './config.ts'

/** Ends with one clear line where the operator can mend it, and with the whole trace where only an engineer can. */
async function main(): Promise<void> {
  try {
    await runCommand(process.argv.slice(2), readConfig(process.env))
  } catch (error) {
    const plain = error instanceof WrongSetting || error instanceof FolderInUse
    process.stderr.write(`${plain ? error.message : ((error as Error)?.stack ?? error)}\n`)
    process.exitCode = plain ? 2 : 1
    process.exit()
  }
}

await main()
