import type { ComponentChildren } from 'preact'
import { ClockChip, DemoLabel, Steps, ViewingArea, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import { Thumbnail } from './dossier-list.tsx'
import { SlipLink } from './slip-link.tsx'
import { StateBadge } from './state-badge.tsx'

const communeSteps = ['receive', 'check', 'assess', 'hand_over'] as const

interface OfficerFrameProps {
  head: DossierHead
  /** Where the officer came from. */
  list: 'inbox' | 'desk'
  /** Which of the commune's steps this page is; none on the province's pages. */
  step?: (typeof communeSteps)[number] | undefined
  actions?: ComponentChildren
  side: ComponentChildren
  children: ComponentChildren
}

/** A page on which an officer works at one dossier: its head, the work, and beside it what helps. */
export function OfficerFrame({ head, list, step, actions, side, children }: OfficerFrameProps) {
  const { t } = useView()
  const here = step ? communeSteps.indexOf(step) : -1
  return (
    <WorkPage
      title={head.productName}
      crumbs={[{ href: `/${list}`, label: t(`dossiers:page.desk.${list}`) }, { label: head.number }]}
      actions={
        <>
          {list === 'inbox' && head.receivedOn && <SlipLink dossierId={head.id} />}
          {actions}
        </>
      }
      aside={
        <span class="flex flex-wrap items-center gap-2">
          <StateBadge state={head.state} />
          {head.clock && <ClockChip daysLeft={head.clock.left} />}
          {head.isDemo && <DemoLabel />}
        </span>
      }
    >
      <p class="-mt-2 flex items-center gap-3">
        <Thumbnail picture={head.picture} />
        <span>
          <span class="block">{head.producerName}</span>
          <span class="block text-sm text-ink-2">
            {[t(`dossiers:kind.${head.kind}`), head.number, head.productCode].filter(Boolean).join(' · ')}
          </span>
        </span>
      </p>
      {step && (
        <div class="mt-4 max-sm:hidden">
          <Steps
            items={communeSteps.map((key, place) => ({
              label: t(`dossiers:page.desk.step.${key}`),
              state: place < here ? 'done' : place === here ? 'current' : 'todo',
            }))}
          />
        </div>
      )}
      <ViewingArea class="mt-6">
        <div class="grid items-start gap-6 lg:not-group-data-open/viewing:grid-cols-[1fr_18rem]">
          <div class="min-w-0 space-y-6">{children}</div>
          <aside class="space-y-6">{side}</aside>
        </div>
      </ViewingArea>
    </WorkPage>
  )
}
