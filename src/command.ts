import { type Config, WrongSetting } from './config.ts'
import { serve } from './serve.ts'

type Command = (config: Config, words: string[]) => Promise<void>

/** What can be asked of the program, by its first word; without one it serves. */
const commands: Readonly<Record<string, Command>> = {
  serve,
}

/** @throws WrongSetting for a word that names no command */
export async function runCommand([name = 'serve', ...words]: string[], config: Config): Promise<void> {
  const command = commands[name]
  if (!command)
    throw new WrongSetting(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`)
  await command(config, words)
}
