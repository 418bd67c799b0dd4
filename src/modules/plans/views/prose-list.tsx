import { useView } from '#platform/ui/index.ts'

/** What was written at length, each under its name; what is not written yet says so. */
export function ProseList({ items }: { items: readonly (readonly [name: string, text: string])[] }) {
  const { t } = useView()
  return (
    <dl class="grid gap-3">
      {items.map(([name, text]) => (
        <div key={name}>
          <dt class="text-sm text-ink-2">{name}</dt>
          <dd class="whitespace-pre-line">{text || <i class="text-ink-2">{t('plans:none')}</i>}</dd>
        </div>
      ))}
    </dl>
  )
}
