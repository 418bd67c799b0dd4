import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { classes } from './classes.ts'

const require = createRequire(import.meta.url)
const drawings = new Map<string, string>()

/** A Lucide icon by its name. It only accompanies words: an icon alone needs a label on what it stands in. */
export function Icon({ name, class: extra }: { name: string; class?: string | undefined }) {
  return (
    <svg
      class={classes('icon', extra)}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawing(name) }}
    />
  )
}

function drawing(name: string): string {
  const known = drawings.get(name)
  if (known !== undefined) return known
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '')
  drawings.set(name, inner)
  return inner
}
