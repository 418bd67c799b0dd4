import { useView } from '#platform/ui/index.ts'
import type { Comparison } from '../read-dossier-room.ts'
import { carriedWords } from '../siblings/carried-words.ts'

/** Which marks of a round members took over from their own sheets for a sibling, each confirmed. */
export function CarriedLines({
  comparison,
  names,
}: {
  comparison: Comparison
  names: ReadonlyMap<string, string>
}) {
  const { t } = useView()
  const lines = carriedWords(comparison.members, names)
  if (lines.length === 0) return null
  return (
    <div class="border-t border-line p-4">
      <p class="font-semibold">{t('councils:carried.title')}</p>
      <ul class="mt-1 grid gap-1 text-sm">
        {lines.map((line) => (
          <li key={`${line.name} ${line.product}`}>{t('councils:carried.line', { ...line })}</li>
        ))}
      </ul>
    </div>
  )
}
