import type { Kysely } from 'kysely'
import { unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf, showDay } from '#platform/dates.ts'
import { readHealth } from '#platform/db/health-store.ts'
import { countEvents, lastSeal, type SealTables } from '#platform/events/seal-days.ts'
import { countUndelivered, type MailTables } from '#platform/mail/outbox-store.ts'
import { type Locale, showSize } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'

type Tables = MailTables & SealTables

/** For who looks after the installation: mails that did not arrive, and how it fares. For auditors: how far the events are sealed. */
export async function installationWork(
  { db, actor, now }: Ctx<Tables>,
  t: Translate,
  locale: Locale,
): Promise<WorkPart[]> {
  const tends = unitPathsOf(actor, 'administrator').length > 0
  if (!tends && unitPathsOf(actor, 'auditor').length === 0) return []
  const log = await eventLog(db as unknown as Kysely<SealTables>, now, t)
  if (!tends) return [log]
  const mails = await undelivered(db as unknown as Kysely<MailTables>, t)
  return [mails, await health(db, { t, locale }), log]
}

async function undelivered(db: Kysely<MailTables>, t: Translate): Promise<WorkPart> {
  const { waiting, givenUp } = await countUndelivered(db)
  const word = (name: string) => t(`platform:work.mail.${name}`)
  return {
    key: 'mail',
    title: word('title'),
    urgent: givenUp > 0,
    quiet: givenUp === 0,
    figures: [
      { label: word('given_up'), count: givenUp, href: '/admin/outbox', late: true },
      { label: word('waiting'), count: waiting, href: '/admin/outbox' },
    ],
    lines: [],
    all: { href: '/admin/outbox', label: word('all') },
  }
}

async function health(
  db: Kysely<Tables>,
  { t, locale }: { t: Translate; locale: Locale },
): Promise<WorkPart> {
  const { databaseBytes, files, fileBytes, jobsWaiting, jobsFailed } = await readHealth(db)
  const word = (name: string) => t(`platform:work.health.${name}`)
  return {
    key: 'health',
    title: word('title'),
    quiet: true,
    figures: [
      { label: word('database'), count: showSize(databaseBytes, locale) },
      { label: word('files'), count: files },
      { label: word('file_size'), count: showSize(fileBytes, locale) },
      { label: word('jobs_waiting'), count: jobsWaiting },
      { label: word('jobs_failed'), count: jobsFailed, late: true },
    ],
    lines: [],
  }
}

async function eventLog(db: Kysely<SealTables>, now: Date, t: Translate): Promise<WorkPart> {
  const { today, sealedDays } = await countEvents(db, dayOf(now))
  const seal = await lastSeal(db)
  return {
    key: 'events',
    title: t('platform:work.events.title'),
    quiet: true,
    lead: seal
      ? t('platform:work.events.sealed', { day: showDay(seal.day), count: seal.count })
      : t('platform:work.events.unsealed'),
    figures: [
      { label: t('platform:work.events.today'), count: today },
      { label: t('platform:work.events.sealed_days'), count: sealedDays },
    ],
    lines: [],
  }
}
