import { setTimeout as pause } from 'node:timers/promises'
import { demoPassword } from '../../src/demo/accounts.ts'
import type { Answers } from '../../src/modules/regulation/index.ts'
import type { ScoringMember } from './fill-session.ts'

/** Somebody with a browser who scores over HTTP. */
export interface Scorer {
  /** Answers a whole dossier one criterion after the other, then hands the sheet in; the milliseconds of each step. */
  score(dossierId: string, answers: Answers, thinking: () => number): Promise<Scored>
}

export interface Scored {
  saved: number[]
  handedIn: number
}

/** Signs the member in. */
export async function scorerOf(address: string, { email, sessionId }: ScoringMember): Promise<Scorer> {
  const cookie = await signIn(address, email)
  const ask = (path: string, init: RequestInit) =>
    fetch(`${address}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { cookie, origin: address, ...init.headers },
    })

  return {
    async score(dossierId, answers, thinking) {
      const sheet = `/sessions/${sessionId}/dossiers/${dossierId}/sheet`
      const saved: number[] = []
      let version = 0
      for (const [criterion, options] of Object.entries(answers)) {
        await pause(thinking())
        const began = performance.now()
        const answer = await ask(`${sheet}/answers/${encodeURIComponent(criterion)}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ options, version }),
        })
        const reply = (await answer.json()) as { is: string; version: number }
        saved.push(performance.now() - began)
        if (reply.is !== 'saved') throw new Error(`an answer was not saved: ${JSON.stringify(reply)}`)
        version = reply.version
      }
      await pause(thinking())
      const began = performance.now()
      const body = new URLSearchParams({ version: String(version) })
      const answer = await ask(`${sheet}/hand-in`, { method: 'POST', body })
      await answer.arrayBuffer()
      if (answer.status !== 303) throw new Error(`a sheet was not taken: ${answer.status}`)
      return { saved, handedIn: performance.now() - began }
    },
  }
}

async function signIn(address: string, email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: demoPassword })
  const headers = { origin: address }
  const answer = await fetch(`${address}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if (answer.status !== 303 || cookie === '') throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookie
}
