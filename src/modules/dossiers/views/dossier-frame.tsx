import type { ComponentChildren } from 'preact'
import { dayOf } from '#platform/dates.ts'
import { ClockChip, DemoLabel, Tabs, useView, WorkPage } from '#platform/ui/index.ts'
import { clockOf } from '../clock.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { takesPart } from '../workflow.ts'
import { ProvisionalNote } from './provisional-note.tsx'
import { StateBadge } from './state-badge.tsx'

const parts = ['overview', 'registration', 'report', 'self_assessment', 'evidence', 'changes'] as const

export type DossierPart = (typeof parts)[number]

interface DossierFrameProps {
  file: DossierFile
  /** The part that the page shows; without it the page is one of a step. */
  part?: DossierPart | undefined
  title?: string | undefined
  actions?: ComponentChildren
  children: ComponentChildren
}

/** What every page of a dossier begins with: what it is about, where it stands, its clock, its parts. */
export function DossierFrame({ file, part, title, actions, children }: DossierFrameProps) {
  const { t } = useView()
  const { dossier, product, evidence } = file
  const list = useList(file)
  const home = list ? [list] : []
  const own = { href: `/dossiers/${dossier.id}`, label: `${dossier.code}, ${product.name}` }
  const crumbs = part === 'overview' ? [...home, { label: dossier.code }] : [...home, own]
  return (
    <WorkPage
      title={title ?? product.name}
      crumbs={crumbs}
      actions={actions}
      aside={
        <>
          <StateBadge state={dossier.state} />
          <DossierClock file={file} />
          {dossier.isDemo && <DemoLabel />}
        </>
      }
    >
      <Tabs
        label={t('dossiers:page.dossier.parts')}
        items={parts.filter(isIn(dossier.kind)).map((one) => ({
          href: `/dossiers/${dossier.id}${one === 'overview' ? '' : `/${one.replace('_', '-')}`}`,
          label: t(`dossiers:page.dossier.part.${one}`),
          current: one === part,
          count: one === 'evidence' ? evidence.length : undefined,
        }))}
      />
      <div class="mt-5">{children}</div>
    </WorkPage>
  )
}

/** A first dossier has no recognition before it to tell changes from. */
function isIn(kind: DossierFile['dossier']['kind']) {
  return (part: DossierPart) => part !== 'changes' || kind !== 'first'
}

/** The list that the reader comes from; some readers have none. */
function useList({ dossier, isOwn, byMandate, counter }: DossierFile) {
  const { t, actor } = useView()
  if (counter?.acting) return { href: '/counter', label: t('dossiers:page.counter.title') }
  if (isOwn) return { href: '/dossiers', label: t('dossiers:page.filing.title') }
  if (byMandate) return { href: '/portfolio', label: t('dossiers:page.portfolio.title') }
  if (takesPart(actor, 'commune_officer', dossier))
    return { href: '/inbox', label: t('dossiers:page.desk.inbox') }
  const atDesk = (['province_officer', 'auditor'] as const).some((role) => takesPart(actor, role, dossier))
  return atDesk ? { href: '/desk', label: t('dossiers:page.desk.desk') } : null
}

function DossierClock({ file: { dossier } }: { file: DossierFile }) {
  const { t, now } = useView()
  const clock = clockOf(dossier, dayOf(now))
  if (!clock) return null
  if (clock.paused) return <span class="clock">{t('dossiers:page.dossier.clock_paused')}</span>
  return (
    <>
      <ClockChip daysLeft={clock.left}>
        {t(clock.left < 0 ? 'dossiers:page.dossier.clock_late' : 'dossiers:page.dossier.clock', {
          days: Math.abs(clock.left),
          due: clock.due,
        })}
      </ClockChip>
      <ProvisionalNote clock={clock} />
    </>
  )
}
