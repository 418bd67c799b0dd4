import { once } from 'node:events'
import { createServer } from 'node:http'

export interface SmallSmsGateway {
  url: string
  received: { authorization: string | undefined; body: Record<string, string> }[]
  close(): void
}

/** A gateway of this process that takes everything, except for the numbers that end in 400 or in 503: it answers so. */
export async function openSmallSmsGateway(): Promise<SmallSmsGateway> {
  const received: SmallSmsGateway['received'] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>
    const refused = [400, 503].find((status) => body.to?.endsWith(String(status)))
    if (!refused) received.push({ authorization: request.headers.authorization, body })
    response.writeHead(refused ?? 202).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/sms`, received, close: () => server.close() }
}
