import type { Ctx } from '#platform/ctx.ts'
import { dayOf, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { registersKept } from './consultant-rights.ts'
import { listConsultants } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { ownApplication, ownConsultant } from './get-consultant.ts'
import { type WaitingMandate, waitingMandates } from './waiting-mandates.ts'
import './text.ts'

type WorkCtx = Pick<Ctx<ConsultantTables>, 'db' | 'actor' | 'now'>

const shown = 5

/** What waits about consultants: to be registered, mandates to sign, applications to decide about. */
export async function consultantWork(ctx: WorkCtx, t: Translate): Promise<WorkPart[]> {
  const parts = await Promise.all([standing(ctx, t), toSign(ctx, t), applications(ctx, t)])
  return parts.filter((part) => part !== null)
}

/** How much waits behind the places of the sidebar. */
export async function countConsultantWork(ctx: WorkCtx): Promise<Record<string, number>> {
  const waiting = await waitingMandates(ctx)
  const kept = registersKept(ctx.actor)
  return {
    ...(waiting.length > 0 ? { '/mandates': waiting.length } : {}),
    ...(kept.length > 0 ? { '/consultants': (await listApplications(ctx, kept)).length } : {}),
  }
}

/** Nothing where nothing is to be signed: the list of mandates is one step away. */
async function toSign(ctx: WorkCtx, t: Translate): Promise<WorkPart | null> {
  const waiting = await waitingMandates(ctx)
  if (waiting.length === 0) return null
  return {
    key: 'mandates',
    title: t('consultants:work.mandates.title'),
    urgent: true,
    lines: waiting.slice(0, shown).map((one) => mandateLine(one, t)),
    all: { href: '/mandates', label: t('consultants:work.mandates.all') },
  }
}

function mandateLine({ side, mandate }: WaitingMandate, t: Translate): WorkLine {
  const { id, code, consultantName, producerName, fromOn, toOn, isDemo } = mandate
  return {
    href: `/mandates/${id}`,
    title: side === 'producer' ? consultantName : producerName,
    note: `${code} · ${showDay(fromOn)} – ${showDay(toOn)}`,
    action: { label: t('consultants:work.mandates.open'), href: `/mandates/${id}`, primary: true },
    isDemo,
  }
}

/** Somebody invited as a consultant works only once they are registered: what is left to do until then. */
async function standing(ctx: WorkCtx, t: Translate): Promise<WorkPart | null> {
  if (!ctx.actor.holdings.some(({ role }) => role === 'consultant')) return null
  const own = (await ownConsultant(ctx)) ?? (await ownApplication(ctx))
  if (own?.state === 'active') return null
  const asks = !own || own.state === 'declined' || own.state === 'removed'
  return {
    key: 'consultant',
    title: t('consultants:work.standing.title'),
    ...(own ? { lead: t(`consultants:own_state.${own.state}`) } : {}),
    urgent: asks,
    lines: asks
      ? [
          {
            href: '/consultants/application',
            title: t('consultants:work.standing.apply'),
            note: t('consultants:work.standing.note'),
            action: {
              label: t('consultants:work.standing.action'),
              href: '/consultants/application',
              primary: true,
            },
          },
        ]
      : [],
    empty: t('consultants:work.standing.waiting'),
    all: { href: '/portfolio', label: t('consultants:work.standing.all') },
  }
}

/** Those who ask to be registered, for the officers who keep the register. */
async function applications(ctx: WorkCtx, t: Translate): Promise<WorkPart | null> {
  const paths = registersKept(ctx.actor)
  if (paths.length === 0) return null
  const waiting = await listApplications(ctx, paths)
  if (waiting.length === 0) return null
  return {
    key: 'applications',
    title: t('consultants:work.applications.title'),
    urgent: true,
    lines: waiting.slice(0, shown).map(({ id, name, createdAt, isDemo }) => ({
      href: `/consultants/${id}`,
      title: name,
      note: t('consultants:work.applications.since', { day: showDay(dayOf(createdAt)) }),
      action: { label: t('consultants:work.applications.open'), href: `/consultants/${id}`, primary: true },
      isDemo,
    })),
    all: { href: '/consultants?state=applied', label: t('consultants:work.applications.all') },
  }
}

function listApplications({ db }: WorkCtx, paths: readonly string[]) {
  return listConsultants(db, { paths, states: ['applied'] })
}
