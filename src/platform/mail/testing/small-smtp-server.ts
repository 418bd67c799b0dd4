import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export interface SmallSmtpServer {
  url: string
  /** The mails that came, whole, and to whom. */
  received: { to: string[]; message: string }[]
  close(): void
}

/** A mail server of this process that takes everything, except mail to people called `nobody` (550) or `later` (451). */
export async function openSmallSmtpServer(): Promise<SmallSmtpServer> {
  const received: SmallSmtpServer['received'] = []
  const server = createServer((socket) => converse(socket, received))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => server.close() }
}

function converse(socket: Socket, received: SmallSmtpServer['received']): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let to: string[] = []
  let message: string[] | null = null
  let rest = ''
  say('220 small')
  socket.on('data', (data) => {
    const lines = (rest + data.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) message ? takeLine(line) : answer(line)
  })

  function answer(line: string): void {
    if (/^RCPT TO:<nobody/i.test(line)) return void say('550 no such person')
    if (/^RCPT TO:<later/i.test(line)) return void say('451 try again later')
    if (/^RCPT/i.test(line)) to.push(line)
    if (/^DATA/i.test(line)) message = []
    if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n')
    say(message ? '354 go on' : '250 ok')
  }

  function takeLine(line: string): void {
    if (line !== '.') return void message?.push(line)
    received.push({ to, message: (message ?? []).join('\n') })
    to = []
    message = null
    say('250 taken')
  }
}
