import type { Kysely } from 'kysely'
import { unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import { lastSeal, type SealTables } from '#platform/events/seal-days.ts'
import { countUndelivered, type MailTables } from '#platform/mail/outbox-store.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'

/** For who looks after the installation or audits it: mails that did not arrive, and how far the events are sealed. */
export async function installationWork(
  { db, actor }: Ctx<MailTables & SealTables>,
  t: Translate,
): Promise<WorkPart[]> {
  if (unitPathsOf(actor, ['administrator', 'auditor']).length === 0) return []
  const tends = unitPathsOf(actor, 'administrator').length > 0
  const { waiting, givenUp } = await countUndelivered(db as unknown as Kysely<MailTables>)
  const seal = await lastSeal(db as unknown as Kysely<SealTables>)
  return [
    {
      key: 'installation',
      title: t('platform:work.installation.title'),
      urgent: tends && givenUp > 0,
      lead: seal
        ? t('platform:work.installation.sealed', { day: showDay(seal.day), count: seal.count })
        : t('platform:work.installation.unsealed'),
      figures: tends
        ? [
            { label: t('platform:work.installation.waiting'), count: waiting, href: '/admin/outbox' },
            {
              label: t('platform:work.installation.given_up'),
              count: givenUp,
              href: '/admin/outbox?state=given_up',
              late: true,
            },
          ]
        : [],
      lines: [
        { href: '/admin/people', title: t('platform:nav.people') },
        { href: '/admin/criteria-sets', title: t('platform:nav.criteria_sets') },
      ],
      empty: '',
    },
  ]
}
