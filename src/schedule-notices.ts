import {
  deliverPush,
  digestJob,
  pushJob,
  remind,
  remindJob,
  sendDigests,
  subscribeTexts,
  subscribeToEvents,
  tellJob,
  tellOfEvent,
  textHousehold,
  textJob,
  toldEvent,
} from '#modules/notices/index.ts'
import { system } from '#platform/ctx.ts'
import type { Jobs } from '#platform/jobs/boss.ts'
import { openPushTransport } from '#platform/push/push-transport.ts'
import { deliverSms, smsRetries } from '#platform/sms/deliver-sms.ts'
import { smsJob } from '#platform/sms/send-sms.ts'
import { openSmsTransport } from '#platform/sms/sms-transport.ts'
import { baseUrlOf, type Installation } from './installation.ts'

/** Telling people: of events as they happen, of days before they come, in letters every morning, on their devices. */
export async function scheduleNotices(installation: Installation, jobs: Jobs): Promise<void> {
  const { config, database, log, pushKeys } = installation
  const post = { baseUrl: baseUrlOf(config) }
  const ctx = () => ({ db: database.db, actor: system, now: new Date(), jobs, log })
  const push = openPushTransport(pushKeys, contactOf(config))
  await jobs.work(pushJob, async ({ noticeId, subscriptionId }) => {
    await deliverPush(ctx(), push, { noticeId: String(noticeId), subscriptionId: String(subscriptionId) })
  })
  await jobs.work(tellJob, async (data) => void (await tellOfEvent(ctx(), toldEvent(data), post)))
  await jobs.work(remindJob, async () => void (await remind(ctx(), post)))
  await jobs.work(digestJob, async () => void (await sendDigests(ctx(), post)))
  await jobs.schedule(remindJob, '30 5 * * *')
  await jobs.schedule(digestJob, '0 7 * * *')
  subscribeToEvents()
  await scheduleTexts(installation, jobs)
}

/** Text messages to households of the counter, where the province has a gateway. */
async function scheduleTexts({ config, database, log }: Installation, jobs: Jobs): Promise<void> {
  const transport = openSmsTransport(config.sms)
  if (!transport) return
  const post = { baseUrl: baseUrlOf(config) }
  await jobs.work(textJob, async (data) => {
    const ctx = { db: database.db, actor: system, now: new Date(), jobs, log }
    await textHousehold(ctx, toldEvent(data), post)
  })
  const deliver = async ({ id }: { id?: unknown }) =>
    deliverSms(database.db, transport, String(id), new Date())
  await jobs.work(smsJob, deliver, { retries: smsRetries })
  subscribeTexts()
}

/** Whom the operators of push services can turn to. */
function contactOf({ publicUrl, mailFrom }: Installation['config']): string {
  if (publicUrl?.startsWith('https:')) return publicUrl
  return `mailto:${/[^\s<>]+@[^\s<>]+/.exec(mailFrom)?.[0] ?? 'no-reply@saolang.example'}`
}
