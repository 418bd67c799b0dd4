import { sql } from 'kysely'
import { recomputeJob, runRecompute } from '#modules/councils/index.ts'
import { makeRoundsOfProvinces, recomputeDueDays } from '#modules/dossiers/index.ts'
import { runImport, runImportJob } from '#modules/imports/index.ts'
import { deleteNotices } from '#modules/notices/index.ts'
import { tidyPeople } from '#modules/people/index.ts'
import { system } from '#platform/ctx.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import { sealDays } from '#platform/events/seal-days.ts'
import { sweepFiles } from '#platform/files/sweep-files.ts'
import { forgetSentForms } from '#platform/http/sent-form-store.ts'
import type { Jobs } from '#platform/jobs/boss.ts'
import { deliverMail, deliveryRetries } from '#platform/mail/deliver-mail.ts'
import { openMailTransport } from '#platform/mail/mail-transport.ts'
import { forgetMails } from '#platform/mail/outbox-store.ts'
import { deliverJob } from '#platform/mail/send-mail.ts'
import { forgetSms } from '#platform/sms/outbox-store.ts'
import { forgetUploads } from '#platform/uploads/upload-store.ts'
import type { Installation } from './installation.ts'
import { scheduleNotices } from './schedule-notices.ts'

/** Days for which mails and notices are kept; what happened stays in the events. */
const KEEP_FOR = 365

/** The work that waits: mails as they come, and at night the seals of past days and the tidying. */
export async function runSchedule(installation: Installation, jobs: Jobs): Promise<void> {
  const { config, database, files, log } = installation
  const { db } = database
  const transport = openMailTransport(config)
  const deliver = async ({ id }: { id?: unknown }) => deliverMail(db, transport, String(id), new Date())
  await jobs.work(deliverJob, deliver, { retries: deliveryRetries })
  await jobs.work(runImportJob, async ({ batchId }) => {
    await runImport({ db, actor: system, now: new Date(), jobs, log }, { batchId: String(batchId) })
  })
  await jobs.work(recomputeJob, async ({ runId }) => {
    await runRecompute({ db, actor: system, now: new Date(), jobs, log }, { runId: String(runId) })
  })
  await jobs.work('night.seal', async () => void (await sealDays(db, new Date())))
  await jobs.work('night.due_days', async () => {
    await recomputeDueDays({ db, actor: system, now: new Date(), jobs, log })
  })
  await jobs.work('night.tidy', async () => {
    const now = new Date()
    await forgetUploads(db, now)
    await forgetSentForms(db, new Date(now.getTime() - 2 * 86_400_000))
    await sweepFiles(db, files, now)
    await makeRoundsOfProvinces({ db, actor: system, now, jobs, log })
    await tidyPeople(db, now)
    // The embedded database never gathers its own statistics.
    await sql`analyze`.execute(db)
    const aYearAgo = new Date(`${addDays(dayOf(now), -KEEP_FOR)}T00:00:00+07:00`)
    await forgetMails(db, aYearAgo)
    await forgetSms(db, aYearAgo)
    await deleteNotices(db, aYearAgo)
  })
  await scheduleNotices(installation, jobs)
  await makeRoundsOfProvinces({ db, actor: system, now: new Date(), jobs, log })
  await jobs.schedule('night.seal', '10 0 * * *')
  await jobs.schedule('night.due_days', '20 0 * * *')
  await jobs.schedule('night.tidy', '40 2 * * *')
}
