import { useView } from '#platform/ui/index.ts'
import type { ChangedAnswer } from '../changed-answers.ts'

interface ChangesListProps {
  changes: readonly ChangedAnswer[]
  names: ReadonlyMap<string, string>
}

/** What members changed since the round before: from how many points to how many, and why. */
export function ChangesList({ changes, names }: ChangesListProps) {
  const { t } = useView()
  if (changes.length === 0) return null
  return (
    <section class="border-t border-line p-4">
      <h3 class="font-semibold">{t('discussion:changes', { count: changes.length })}</h3>
      <ul class="mt-2 grid gap-2">
        {changes.map(({ memberId, code, from, to, reason }) => (
          <li key={`${memberId} ${code}`}>
            <b>
              {code}, {names.get(memberId) ?? memberId}:
            </b>{' '}
            {t('discussion:change', { from, to })} {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
