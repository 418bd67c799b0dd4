import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../s3-bucket.ts'

interface FakeS3 {
  settings: S3Settings
  /** What lies in the bucket, by key. */
  objects: Map<string, { bytes: Buffer; writtenAt: Date }>
  /** Each request as `PUT files/ab/abc…`, in order. */
  asked: string[]
  close(): Promise<void>
}

/**
 * A store on this machine that speaks as much of S3 as files need: one bucket called `ocop`, path style, pages of
 * `pageSize` keys. It refuses requests that are not signed, are signed by another key, or bring other bytes than they
 * signed.
 */
export async function openFakeS3({ pageSize = 1000 } = {}): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map()
  const asked: string[] = []
  const server = createServer(async (request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const [, bucket = '', ...key] = decodeURIComponent(pathname).split('/')
    const asks = { request, answer, key: key.join('/'), query: searchParams, bytes: await bytesOf(request) }
    asked.push(`${request.method} ${asks.key}`)
    const refused = refusalOf(asks, bucket)
    if (refused) return refuse(answer, refused)
    respond(objects, asks, pageSize)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { bucket: 'ocop', region: 'us-east-1', endpoint, ...keys },
    objects,
    asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const keys = { accessKeyId: 'sao-lang', secretAccessKey: 'a-secret-of-the-test' }

interface Asks {
  request: IncomingMessage
  answer: ServerResponse
  key: string
  query: URLSearchParams
  bytes: Buffer
}

/** How such a store refuses: its status and its code. */
type Refused = [status: number, code: string]

function refusalOf({ request, bytes }: Asks, bucket: string): Refused | undefined {
  const { authorization = '', 'x-amz-content-sha256': digest, 'x-amz-date': date } = request.headers
  const signed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/us-east-1\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/.exec(
      authorization,
    )
  if (!signed || !date) return [403, 'AccessDenied']
  if (signed[1] !== keys.accessKeyId) return [403, 'InvalidAccessKeyId']
  if (digest !== createHash('sha256').update(bytes).digest('hex')) return [400, 'XAmzContentSHA256Mismatch']
  return bucket === 'ocop' ? undefined : [404, 'NoSuchBucket']
}

function respond(objects: FakeS3['objects'], asks: Asks, pageSize: number): void {
  const { request, answer, key, query, bytes } = asks
  const found = objects.get(key)
  if (request.method === 'GET' && key === '') {
    answer.setHeader('content-type', 'application/xml').end(listing(objects, query, pageSize))
  } else if (request.method === 'PUT') {
    objects.set(key, { bytes, writtenAt: new Date() })
    answer.setHeader('etag', `"${createHash('md5').update(bytes).digest('hex')}"`).end()
  } else if (request.method === 'DELETE') {
    objects.delete(key)
    answer.writeHead(204).end()
  } else if (request.method === 'GET' && found) {
    answer.setHeader('last-modified', found.writtenAt.toUTCString()).end(found.bytes)
  } else {
    refuse(answer, request.method === 'GET' ? [404, 'NoSuchKey'] : [501, 'NotImplemented'])
  }
}

function refuse(answer: ServerResponse, [status, code]: Refused): void {
  answer.writeHead(status, { 'content-type': 'application/xml' })
  answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code} of the test</Message></Error>`)
}

function listing(objects: FakeS3['objects'], query: URLSearchParams, pageSize: number): string {
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? ''
  const all = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
  const page = all.slice(0, pageSize)
  const rows = page.map((key) => {
    const { bytes, writtenAt } = objects.get(key) ?? { bytes: Buffer.of(), writtenAt: new Date(0) }
    return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${writtenAt.toISOString()}</LastModified></Contents>`
  })
  const more = all.length > page.length
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
