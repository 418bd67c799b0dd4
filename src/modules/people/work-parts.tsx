import type { Ctx } from '#platform/ctx.ts'
import { dayOf, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import { unitPathsOf } from './holds.ts'
import { listOpenInvitations } from './invitation-store.ts'
import { countPeople } from './people-list-store.ts'
import type { PeopleTables } from './people-tables.ts'
import './text.ts'

const shown = 5

/** For who looks after people, or audits them: how many there are, and the invitations that nobody has taken up yet. */
export async function peopleWork(ctx: Ctx<PeopleTables>, t: Translate): Promise<WorkPart[]> {
  const parts = await Promise.all([people(ctx, t), invitations(ctx, t)])
  return parts.flat()
}

async function people({ db, actor }: Ctx<PeopleTables>, t: Translate): Promise<WorkPart[]> {
  const places = unitPathsOf(actor, ['administrator', 'auditor'])
  if (places.length === 0) return []
  const { active, twoFactorOff, disabled } = await countPeople(db, places)
  return [
    {
      key: 'people',
      title: t('people:work.people.title'),
      quiet: true,
      figures: Object.entries({ active, twoFactorOff, disabled }).map(([name, count]) => ({
        label: t(`people:work.people.${name}`),
        count,
      })),
      lines: [],
      all: { href: '/admin/people', label: t('people:work.people.all') },
    },
  ]
}

async function invitations({ db, actor, now }: Ctx<PeopleTables>, t: Translate): Promise<WorkPart[]> {
  const places = unitPathsOf(actor, 'administrator')
  if (places.length === 0) return []
  const open = await listOpenInvitations(db, { places, invitedBy: actor.id, now })
  return [
    {
      key: 'invitations',
      title: t('people:work.title', { count: open.length }),
      lines: open.slice(0, shown).map(({ email, role, expiresAt }) => ({
        href: '/invitations',
        title: email,
        note: t(`people:role.${role}`),
        clock: {
          text: t('people:work.until', { day: showDay(dayOf(expiresAt)) }),
          daysLeft: daysBetween(dayOf(now), dayOf(expiresAt)),
        },
      })),
      empty: t('people:work.empty'),
      begin: { href: '/invitations/new', label: t('people:work.begin') },
      all: { href: '/invitations', label: t('people:work.all') },
    },
  ]
}
