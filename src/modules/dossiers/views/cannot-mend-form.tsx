import { Button, TextArea, useView } from '#platform/ui/index.ts'
import type { FixItem } from '../fix-list-store.ts'
import { ItemAnswer } from './item-standing.tsx'

/** What was typed for an item and not taken. */
export interface ReturnedAnswer {
  target: string
  words: string
  fault: string
}

interface CannotMendFormProps {
  dossierId: string
  item: FixItem
  answer: ReturnedAnswer | undefined
}

/** Where the producer says that an item cannot be mended, and why. */
export function CannotMendForm({ dossierId, item, answer }: CannotMendFormProps) {
  const { t } = useView()
  const { target, mendedAt, cannotMend } = item
  if (mendedAt) return null
  const mine = answer?.target === target ? answer : undefined
  return (
    <div class="noprint mt-3">
      <ItemAnswer item={item} />
      <details class="mt-2" open={mine !== undefined}>
        <summary class="flex min-h-11 items-center font-semibold text-primary">
          {t(cannotMend ? 'dossiers:page.cannot.change' : 'dossiers:page.cannot.ask')}
        </summary>
        <form method="post" action={`/dossiers/${dossierId}/mending/answer`} class="max-w-xl space-y-3 pt-2">
          <input type="hidden" name="target" value={target} />
          <TextArea
            id={`f-words-${target.replace(/\W+/g, '-')}`}
            label={t('dossiers:page.cannot.why')}
            hint={t('dossiers:page.cannot.hint')}
            name="words"
            value={mine?.words ?? cannotMend ?? ''}
            rows={3}
            maxlength={2000}
            fault={mine?.fault}
            required
          />
          <Button type="submit" variant="secondary">
            {t('dossiers:page.cannot.send')}
          </Button>
        </form>
      </details>
    </div>
  )
}
