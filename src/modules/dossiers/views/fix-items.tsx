import type { CriteriaSet } from '#modules/regulation/index.ts'
import { Fault, TextArea } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { fixReasons } from '../fix-target.ts'
import type { FixPart, TypedReturn } from '../return-form.ts'
import { EvidenceChips } from './evidence-chips.tsx'
import { partName } from './part-name.ts'

interface FixItemsProps {
  parts: readonly FixPart[]
  /** The parts are known by their numbers. */
  numbered: boolean
  set: CriteriaSet
  typed: TypedReturn
  faults: Readonly<Record<string, readonly string[]>>
}

/** Parts of a dossier to tick; a ticked one asks what is wrong with it and what the producer should do. */
export function FixItems({ parts, numbered, set, typed, faults }: FixItemsProps) {
  const view = useView()
  return (
    <ol class="divide-y divide-line">
      {parts.map((part, place) => (
        <FixItem
          key={part.target}
          part={part}
          name={`${numbered ? `${place + 1}. ` : ''}${partName(part.target, set, view)}`}
          typed={typed}
          faults={faults[part.target] ?? []}
        />
      ))}
    </ol>
  )
}

function FixItem({
  part,
  name,
  typed,
  faults,
}: {
  part: FixPart
  name: string
  typed: TypedReturn
  faults: readonly string[]
}) {
  const { t } = useView()
  const { target, evidence } = part
  const id = `item-${target.replace(/\W+/g, '-')}`
  return (
    <li class="grid grid-cols-[auto_1fr] gap-x-3 px-4 py-2 lg:px-5">
      <input
        id={id}
        type="checkbox"
        name="item"
        value={target}
        checked={typed.chosen.has(target)}
        class="peer checkbox checkbox-primary mt-2.5"
      />
      <div class="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <label class="min-w-0 cursor-pointer py-2 font-semibold" for={id}>
          {name}
        </label>
        <EvidenceChips papers={evidence} />
      </div>
      <div class="col-start-2 hidden space-y-2 pt-2 pb-2 peer-checked:block">
        <fieldset>
          <legend class="sr-only">
            {t('dossiers:page.desk.return.reason')}: {name}
          </legend>
          <div class="flex flex-wrap gap-2">
            {fixReasons.map((reason) => (
              <input
                key={reason}
                type="radio"
                name={`reason:${target}`}
                value={reason}
                checked={typed.reasons[target] === reason}
                aria-label={t(`dossiers:reason.${reason}`)}
                class="btn btn-sm max-sm:h-11"
              />
            ))}
          </div>
          <Fault id={`${id}-reason`} fault={sentence(faults, 'unknown_reason', t)} />
        </fieldset>
        <TextArea
          label={t('dossiers:page.desk.return.note')}
          name={`note:${target}`}
          value={typed.notes[target] ?? ''}
          rows={2}
          maxlength={2000}
          fault={sentence(faults, 'no_note', t)}
        />
        <Fault id={`${id}-other`} fault={sentence(faults, 'unknown_target', t)} />
      </div>
    </li>
  )
}

function sentence(
  faults: readonly string[],
  fault: string,
  t: ReturnType<typeof useView>['t'],
): string | undefined {
  return faults.includes(fault) ? t(`dossiers:page.desk.fault.${fault}`) : undefined
}
