import type { DeskData } from '../../desk/desk-data.ts'

/** An icon from those that came with the desk: a browser cannot read the server's drawings. */
export function DeskIcon({
  data,
  name,
  class: extra = '',
}: {
  data: DeskData
  name: string
  class?: string
}) {
  return (
    <svg
      class={`icon ${extra}`.trim()}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: data.icons[name] ?? '' }}
    />
  )
}
