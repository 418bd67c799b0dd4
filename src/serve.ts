import { serve as listen, type ServerType } from '@hono/node-server'
import { actorOfRequest } from '#modules/people/index.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { demoPassword } from './demo/accounts.ts'
import { demoAccountsInWords, openDemonstration } from './demo/open-demonstration.ts'
import { openInstallation, openJobs, openSignIn } from './installation.ts'
import { runSchedule } from './schedule.ts'

/** Runs the web server and its jobs until the process is asked to end. */
export async function serve(config: Config): Promise<void> {
  const began = performance.now()
  const installation = await openInstallation(config)
  const { database, log } = installation
  if (config.demo) await openDemonstration(installation)
  const jobs = await openJobs(installation)
  await runSchedule(installation, jobs)
  const auth = await openSignIn(installation)
  const app = createApp({
    db: database.db,
    jobs,
    log,
    clock: () => new Date(),
    demo: config.demo,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    files: installation.files,
    signingKey: installation.signingKey,
    auth,
    whoAsks: (asked) => actorOfRequest(database.db, auth, asked),
    demoPassword: config.demo ? demoPassword : null,
    pushKey: installation.pushKeys.publicKey,
  })
  const server = listen({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    sayReady(config, port, performance.now() - began)
  })
  refuseTakenPort(server, config)
  endCleanly(async () => {
    await new Promise((resolve) => server.close(resolve))
    await jobs.stop()
    await stopDrawing()
    await installation.close()
  })
}

function sayReady({ host, demo }: Config, port: number, took: number): void {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  process.stdout.write(`Sao Làng: ${address} (${(took / 1000).toFixed(1)} s)\n`)
  if (demo) process.stdout.write(demoAccountsInWords())
}

function refuseTakenPort(server: ServerType, { host, port }: Config): void {
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    process.stderr.write(
      taken ? `PORT=${port}: something else listens on ${host}:${port}.\n` : `${error.stack}\n`,
    )
    process.exit(2)
  })
}

/** On SIGTERM or Ctrl+C: no new requests, running ones finish, the database is closed. A second signal ends at once. */
function endCleanly(end: () => Promise<void>): void {
  let ending = false
  const stop = () => {
    if (ending) process.exit(1)
    ending = true
    end().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${error.stack}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
