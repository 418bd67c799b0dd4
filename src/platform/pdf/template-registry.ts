import { readFileSync } from 'node:fs'

const templates = new Map<string, URL>()

/**
 * Makes a Typst template known under a name, once, when its module is loaded. The template reads its data with
 * `json(bytes(sys.inputs.data))` and may import `/shared/decree30.typ`; it can reach no other file.
 */
export function registerTemplate(name: string, file: URL): void {
  const known = templates.get(name)
  if (known && known.href !== file.href) throw new Error(`two templates are called ${name}`)
  templates.set(name, file)
}

export function isTemplate(name: string): boolean {
  return templates.has(name)
}

/** How many templates there are: a worker that was started with fewer does not know the newest. */
export function countTemplates(): number {
  return templates.size
}

/** Every source a document may be drawn from, by its path in the worker: the templates and what they share. */
export function readSources(): Record<string, string> {
  const sources: Record<string, string> = {
    '/shared/decree30.typ': readFileSync(new URL('./decree30.typ', import.meta.url), 'utf8'),
  }
  for (const [name, file] of templates) sources[templatePath(name)] = readFileSync(file, 'utf8')
  return sources
}

export function templatePath(name: string): string {
  return `/templates/${name}.typ`
}
