import type { CriteriaSet } from '#modules/regulation/index.ts'
import { Button, DateInput, Icon, Note, Panel } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { FixList } from '../fix-list-store.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import type { Mending } from '../read-last-mending.ts'
import type { FixGroup, TypedReturn } from '../return-form.ts'
import { EarlierReturns } from './earlier-returns.tsx'
import { FixItems } from './fix-items.tsx'
import { HeldNote } from './held-note.tsx'
import { HolderForm } from './holder-form.tsx'
import { MendingReview } from './mending-review.tsx'
import { NextWork } from './next-work.tsx'
import { OfficerFrame } from './officer-frame.tsx'

export interface ReturnPageProps {
  head: DossierHead
  byProvince: boolean
  groups: readonly FixGroup[]
  typed: TypedReturn
  /** By part; those of the whole list under the empty name. */
  faults: Readonly<Record<string, readonly string[]>>
  earlier: readonly FixList[]
  mending: Mending | undefined
  set: CriteriaSet
  today: string
}

/** Looking through a dossier: tick what has to be mended and send it back, or go on when all is there. */
export function ReturnPage(props: ReturnPageProps) {
  const { t } = useView()
  const { head, byProvince, groups, typed, faults, today, set } = props
  const whole = faults[''] ?? []
  const faulty = Object.keys(faults).length > 0
  return (
    <OfficerFrame
      head={head}
      list={byProvince ? 'desk' : 'inbox'}
      step={byProvince ? undefined : 'check'}
      side={
        <>
          <Onward head={head} byProvince={byProvince} />
          <EarlierReturns lists={props.earlier} set={set} />
        </>
      }
    >
      {faulty && (
        <Note tone="error" role="alert">
          {t(
            whole.includes('no_items')
              ? 'dossiers:page.desk.fault.no_items'
              : 'dossiers:refusal.fix_list_wrong',
          )}
        </Note>
      )}
      <HeldNote head={head} />
      <MendingReview mending={props.mending} set={set} />
      <form method="post" class="space-y-6" novalidate>
        <input type="hidden" name="version" value={head.version} />
        {groups.map((group, place) => (
          <Group key={group.key} group={group} first={place === 0} set={set} typed={typed} faults={faults} />
        ))}
        <Panel>
          <div class="flex flex-wrap items-end gap-3">
            <DateInput
              label={t('dossiers:page.desk.return.due')}
              hint={t('dossiers:page.cannot.due_hint')}
              name="dueOn"
              value={typed.dueOn}
              min={today}
              fault={
                whole.includes('due_too_early') ? t('dossiers:page.desk.fault.due_too_early') : undefined
              }
            />
            <Button type="submit" variant="primary" icon="send" class="max-sm:w-full">
              {t('dossiers:page.desk.return.send')}
            </Button>
          </div>
          <p class="mt-2 text-sm text-ink-2">
            {t(byProvince ? 'dossiers:page.desk.return.after_province' : 'dossiers:page.desk.return.after')}
          </p>
        </Panel>
      </form>
    </OfficerFrame>
  )
}

/** The first group lies open; a later one opens itself when something in it is ticked. */
function Group({
  group,
  first,
  set,
  typed,
  faults,
}: { group: FixGroup; first: boolean } & Pick<ReturnPageProps, 'set' | 'typed' | 'faults'>) {
  const { t } = useView()
  const { key, parts } = group
  const chosen = parts.filter(({ target }) => typed.chosen.has(target)).length
  const proven = parts.filter(({ evidence }) => evidence.length > 0).length
  return (
    <details class="panel overflow-hidden" open={first || chosen > 0}>
      <summary class="grid grid-cols-[1fr_auto] items-center gap-x-3 p-4 lg:px-5">
        <h2 class="text-lg">{t(`dossiers:page.desk.return.group.${key}`)}</h2>
        <span class="row-start-2 text-ink-2">
          {key === 'papers' || key === 'criteria'
            ? t('dossiers:page.desk.return.proven', { proven, all: parts.length })
            : t(`dossiers:page.desk.return.lead.${key}`)}
        </span>
        <Icon name="chevron-down" class="col-start-2 row-span-2 row-start-1" />
      </summary>
      <div class="border-t border-line">
        <FixItems parts={parts} numbered={key === 'papers'} set={set} typed={typed} faults={faults} />
      </div>
    </details>
  )
}

function Onward({ head, byProvince }: Pick<ReturnPageProps, 'head' | 'byProvince'>) {
  const { t } = useView()
  const next = byProvince ? 'check' : 'proposal'
  return (
    <NextWork
      head={head}
      text={t(byProvince ? 'dossiers:page.desk.return.or_check' : 'dossiers:page.desk.return.or_assess')}
    >
      <Button href={`/dossiers/${head.id}/${next}`} variant="secondary">
        {t(`dossiers:page.desk.return.to_${next}`)}
      </Button>
      <Button href={`/dossiers/${head.id}`}>{t('dossiers:page.desk.whole')}</Button>
      {!byProvince && <HolderForm head={head} />}
    </NextWork>
  )
}
