import type { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import { demoPassword } from '../src/demo/accounts.ts'
import { actorOfRequest, openAuth } from '../src/modules/people/index.ts'
import { openBrowser } from '../src/modules/people/testing.ts'
import type { Env } from '../src/platform/http/env.ts'
import { noJobs } from '../src/platform/jobs/queue.ts'
import { testFiles, testSigningKey } from '../src/platform/testing/test-files.ts'

/** The whole program on a test's database, as a demonstration; its time is what the clock says. */
export async function openProgram(
  // biome-ignore lint/suspicious/noExplicitAny: the tables of every module
  db: Kysely<any>,
  {
    clock = () => new Date(),
    files,
  }: { clock?: () => Date; files?: Awaited<ReturnType<typeof testFiles>> } = {},
): Promise<Hono<Env>> {
  const auth = await openAuth({ db, secret: 'x'.repeat(32), baseUrl: 'http://localhost', secure: false })
  return createApp({
    ...{ db, auth, jobs: noJobs, log: pino({ level: 'silent' }), clock },
    ...{ demo: true, demoPassword: null, publicUrl: null, trustProxy: false },
    ...{ files: files ?? (await testFiles()), signingKey: testSigningKey },
    whoAsks: (asked) => actorOfRequest(db, auth, asked),
  })
}

export interface Answer {
  status: number
  location: string | null
  text: string
}

/** Somebody with a browser and its cookies. */
export interface Visitor {
  get(path: string): Promise<Answer>
  post(path: string, form: Readonly<Record<string, string | Blob>>): Promise<Answer>
}

export function visitor(app: Hono<Env>): Visitor {
  const browser = openBrowser('127.0.0.1')
  const ask = async (path: string, form?: Readonly<Record<string, string | Blob>>): Promise<Answer> => {
    const headers = { cookie: browser.caller().cookie }
    const answer = await app.request(path, {
      headers,
      ...(form ? { method: 'POST', body: bodyOf(form) } : {}),
    })
    browser.keep(answer.headers.getSetCookie())
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  return { get: (path) => ask(path), post: ask }
}

/** Somebody of the demonstration, signed in. */
export async function demoVisitor(app: Hono<Env>, mailbox: string): Promise<Visitor> {
  const person = visitor(app)
  await person.post('/sign-in', { email: `${mailbox}@saolang.example`, password: demoPassword })
  return person
}

/** As browsers send a form: with its files, or without any. */
function bodyOf(form: Readonly<Record<string, string | Blob>>): FormData | URLSearchParams {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  const texts = Object.entries(form).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  return texts.length === Object.keys(form).length ? new URLSearchParams(texts) : body
}
