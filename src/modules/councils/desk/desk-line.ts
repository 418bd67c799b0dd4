import type { Change, HandInReply, Reply } from './answer-queue.ts'

/** What is said where the server answers with a page: signed out, as a rule. */
interface Words {
  signedOut: string
}

/** Sends one answer of a sheet. */
export function sendAnswer(
  sheet: string,
  criterion: string,
  { change, version, signedOut }: { change: Change; version: number } & Words,
): Promise<Reply> {
  return put(`${sheet}/answers/${encodeURIComponent(criterion)}`, { ...change, version }, signedOut)
}

/** Hands a sheet in. */
export function sendHandIn(
  sheet: string,
  { version, signedOut }: { version: number } & Words,
): Promise<HandInReply> {
  return put(`${sheet}/hand-in`, { version }, signedOut)
}

async function put<Answer>(
  address: string,
  body: object,
  signedOut: string,
): Promise<Answer | { is: 'refused'; why: string } | { is: 'unreachable' }> {
  try {
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    if (isJson) return (await answer.json()) as Answer
    // A page instead of an answer: signed out, or something in between that speaks for a server it cannot reach.
    return answer.status >= 500 ? { is: 'unreachable' } : { is: 'refused', why: signedOut }
  } catch {
    return { is: 'unreachable' }
  }
}
