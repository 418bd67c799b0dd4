import { dayOf, daysBetween } from '#platform/dates.ts'
import { Button, ClockChip, Note, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import type { FixItem, FixList } from '../fix-list-store.ts'
import { isContentTarget, isOpenItem } from '../fix-target.ts'
import type { Content } from '../part-change.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { CannotMendForm, type ReturnedAnswer } from './cannot-mend-form.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FormMessage } from './form-notes.tsx'
import { ItemStanding } from './item-standing.tsx'
import { contentNow, PartChange } from './part-change-view.tsx'
import { partHref, partName } from './part-name.ts'
import { PledgeForm } from './pledge-form.tsx'
import { lacksSignature, SignaturePanel } from './signature-panel.tsx'

interface MendingPageProps {
  file: DossierFile
  fixList: FixList
  /** The dossier as it was handed in the last time. */
  before: Content | undefined
  message?: string | undefined
  fault?: string | undefined
  /** An answer that could not be kept, beside its item. */
  answer?: ReturnedAnswer | undefined
}

/** What was sent back, each part as it was handed in and as it is now, and the press that sends it again. */
export function MendingPage({ file, fixList, before, message, fault, answer }: MendingPageProps) {
  const { t, now } = useView()
  const open = fixList.items.filter(isOpenItem).length
  return (
    <DossierFrame
      file={file}
      title={t('dossiers:page.filing.mending')}
      actions={
        <ClockChip daysLeft={daysBetween(dayOf(now), fixList.dueOn)}>
          {t('dossiers:page.filing.before', { day: fixList.dueOn })}
        </ClockChip>
      }
    >
      <div class="grid max-w-4xl gap-5">
        <FormMessage message={message} />
        <p class="text-ink-2">{t('dossiers:page.dossier.to_mend_own')}</p>
        {fixList.items.map((item) => (
          <ItemPanel key={item.id} {...{ file, item, before, answer }} />
        ))}
        <SignaturePanel file={file} back="mending" />
        <Panel title={t('dossiers:page.filing.send_again')} lead={t('dossiers:page.filing.pledge_lead')}>
          {open > 0 && (
            <Note tone="warning" class="mb-4">
              {t('dossiers:page.filing.still_open', { n: open })}
            </Note>
          )}
          <PledgeForm
            file={file}
            press={t('dossiers:page.filing.send_again')}
            fault={fault}
            disabled={open > 0 || lacksSignature(file)}
          />
        </Panel>
      </div>
    </DossierFrame>
  )
}

function ItemPanel({
  file,
  item,
  before,
  answer,
}: Pick<MendingPageProps, 'file' | 'before' | 'answer'> & { item: FixItem }) {
  const view = useView()
  const { t } = view
  const { target, reason, note, mendedAt } = item
  const byCommune = isContentTarget(target)
  return (
    <Panel
      title={partName(target, file.set, view)}
      actions={
        !byCommune && (
          <Button
            href={partHref(target, file.dossier.id, file.set)}
            variant={mendedAt ? 'plain' : 'secondary'}
            icon="pencil"
          >
            {t(mendedAt ? 'dossiers:page.filing.mend_again' : 'dossiers:page.filing.mend_part')}
          </Button>
        )
      }
    >
      <p class="flex flex-wrap items-center gap-2">
        <StatusBadge tone="warning">{t(`dossiers:reason.${reason}`)}</StatusBadge>
        <ItemStanding item={item} />
        <span>{note}</span>
      </p>
      {byCommune ? (
        <p class="mt-3 text-ink-2">{t('dossiers:page.filing.commune_mends')}</p>
      ) : (
        <>
          <PartChange
            {...{ set: file.set, target, before }}
            after={contentNow(file)}
            label={t('dossiers:page.filing.as_it_is')}
          />
          <CannotMendForm dossierId={file.dossier.id} item={item} answer={answer} />
        </>
      )}
    </Panel>
  )
}
