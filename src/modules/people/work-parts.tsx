import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import { unitPathsOf } from './holds.ts'
import { listOpenInvitations } from './invitation-store.ts'
import type { PeopleTables } from './people-tables.ts'
import './text.ts'

const shown = 5

/** For whoever invites people: the invitations that nobody has taken up yet. */
export async function peopleWork({ db, actor, now }: Ctx<PeopleTables>, t: Translate): Promise<WorkPart[]> {
  const places = unitPathsOf(actor, 'administrator')
  if (places.length === 0) return []
  const open = await listOpenInvitations(db, { places, invitedBy: actor.id, now })
  return [
    {
      key: 'invitations',
      title: t('people:work.title'),
      lines: open.slice(0, shown).map(({ email, role, expiresAt }) => ({
        href: '/invitations',
        title: email,
        note: [
          t(`people:role.${role}`),
          t('people:work.until', { day: showDay(expiresAt.toISOString().slice(0, 10)) }),
        ].join(' · '),
      })),
      empty: t('people:work.empty'),
      all: { href: '/invitations', label: t('people:work.all') },
    },
  ]
}
