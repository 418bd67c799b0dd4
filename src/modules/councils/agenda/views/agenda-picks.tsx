import { useView } from '#platform/ui/index.ts'
import { setName } from './set-name.ts'

export interface PickedDossier {
  id: string
  code: string
  criteriaSetId: string
  productName: string
  producerName: string
}

export interface TypedPicks {
  order: Readonly<Record<string, string>>
  picked?: readonly string[]
  groups?: readonly string[]
}

/** Up to so many dossiers every group stands open. */
const openUpTo = 40

/**
 * The checked dossiers to choose from, group by group: a tick takes a dossier, one above takes the whole group, a number
 * gives it a place of its own before those that the proposed order places.
 */
export function AgendaPicks({
  checked,
  typed,
}: {
  checked: readonly PickedDossier[]
  typed?: TypedPicks | undefined
}) {
  const { t, locale } = useView()
  const sets = [...new Set(checked.map(({ criteriaSetId }) => criteriaSetId))].sort()
  return (
    <div class="mt-2 grid gap-3">
      {sets.map((set) => {
        const inSet = checked.filter(({ criteriaSetId }) => criteriaSetId === set)
        return (
          <details key={set} open={checked.length <= openUpTo} class="rounded-box border border-line">
            <summary class="cursor-pointer p-3 font-semibold">
              {t('councils:plan.group', { name: setName(set, locale), count: inSet.length })}
            </summary>
            <div class="grid gap-2 border-t border-line p-3">
              <label class="flex min-h-11 items-center gap-3 font-medium">
                <input
                  type="checkbox"
                  class="checkbox checkbox-primary"
                  name="group"
                  value={set}
                  checked={typed?.groups?.includes(set) ?? false}
                />
                {t('councils:plan.whole_group')}
              </label>
              <ul class="grid gap-2">
                {inSet.map((dossier) => (
                  <Pick key={dossier.id} dossier={dossier} typed={typed} />
                ))}
              </ul>
            </div>
          </details>
        )
      })}
    </div>
  )
}

function Pick({ dossier, typed }: { dossier: PickedDossier; typed: TypedPicks | undefined }) {
  const { t } = useView()
  const { id, code, criteriaSetId, productName, producerName } = dossier
  return (
    <li class="flex items-center gap-3">
      <input type="hidden" name={`in:${id}`} value={criteriaSetId} />
      <label class="flex min-h-11 min-w-0 flex-1 items-center gap-3">
        <input
          type="checkbox"
          class="checkbox checkbox-primary"
          name="pick"
          value={id}
          checked={typed?.picked?.includes(id) ?? false}
        />
        <span>
          <b>{productName}</b>
          <span class="block text-sm text-ink-2">
            {producerName}, {code}
          </span>
        </span>
      </label>
      <input
        type="number"
        class="input w-20"
        min={1}
        name={`order:${id}`}
        value={typed?.order[id] ?? ''}
        aria-label={t('councils:plan.order', { product: productName })}
      />
    </li>
  )
}
