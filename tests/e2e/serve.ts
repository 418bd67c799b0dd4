import { type ChildProcess, spawn } from 'node:child_process'

/** The built program on an embedded database in that folder, or as settings say, and where it listens. */
export async function serve(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ server: ChildProcess; address: string }> {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: '',
    ...settings,
  }
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { server, address: await addressOf(server) }
}

export async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (text) => {
      said += text
      const address = /http:\/\/[^\s]+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said}`)))
  })
}
