import { listEndingCertificates } from '#modules/recognition/index.ts'
import { lawRegimes, regimesOn, renewalOf } from '#modules/regulation/index.ts'
import { type Day, daysBetween } from '#platform/dates.ts'
import { findPeopleNear } from './find-receivers.ts'
import type { Look, Reminder } from './reminder.ts'
import { reminderRules, spanOf } from './reminder-rules.ts'

interface Window {
  opensOn: Day
  closesOn: Day
}

/** The ends of certificates, to their producer, its commune and province. */
export const certificateReminders: Look = async (ctx, today) => {
  const reminders: Reminder[] = []
  for (const one of await listEndingCertificates(ctx.db, spanOf(reminderRules.certificate, today))) {
    const { producerId, unitPath, expiresOn: day } = one
    const window = windowOn(today, day)
    reminders.push({
      ...{ name: 'certificate', day, left: daysBetween(today, day) },
      subject: `certificate:${one.certificateId}`,
      wording: `certificate_${phaseOn(today, { day, window })}`,
      facts: { product: one.productName, producer: one.producerName, day, ...(window ?? {}) },
      href: `/v/${one.code}`,
      personIds: await findPeopleNear(ctx, ['producer', 'commune', 'province'], { producerId, unitPath }),
    })
  }
  return reminders
}

/** When to file for reassessment by the law of today, by which older certificates are renewed too (art. 7.6). */
function windowOn(today: Day, expiresOn: Day): Window | null {
  const [regime] = regimesOn(lawRegimes(), today)
  return regime ? renewalOf(regime, expiresOn).window : null
}

/** How far it has come with a certificate that ends that day: what a reminder says today. */
export function phaseOn(today: Day, { day, window }: { day: Day; window: Window | null }): string {
  if (today > day) return 'over'
  if (today === day) return 'last'
  if (!window) return 'ends'
  if (today < window.opensOn) return 'early'
  return today <= window.closesOn ? 'open' : 'late'
}
