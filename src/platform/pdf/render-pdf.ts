import { isTemplate, templatePath } from './template-registry.ts'
import { drawInTurn } from './typst-thread.ts'

const longestData = 8_000_000

interface Extras {
  /** Pictures (SVG, PNG, JPEG, WebP) by file name; the template draws them with `image("/pictures/<name>")`. */
  pictures?: Record<string, Uint8Array>
  /** When the document says it was made. Left out, equal data give equal bytes. */
  madeAt?: Date
}

/**
 * Draws a registered template as PDF/A-2b. Data travel as JSON, never as source text, so that no text can become code;
 * what no font can draw becomes a box. A template that cannot be drawn is a defect and throws.
 */
export async function renderPdf(template: string, data: unknown, extras: Extras = {}): Promise<Uint8Array> {
  if (!isTemplate(template)) throw new Error(`no template is called ${template}`)
  const json = JSON.stringify(data)
  if (json.length > longestData) throw new Error(`${template} was given ${json.length} characters of data`)
  const { pictures = {}, madeAt } = extras
  const fault = Object.keys(pictures).find((name) => !/^[a-z0-9][a-z0-9-]*\.(svg|png|jpg|webp)$/.test(name))
  if (fault !== undefined) throw new Error(`a picture cannot be called ${fault}`)
  return drawInTurn({
    template: templatePath(template),
    data: json,
    pictures,
    madeAt: madeAt ? Math.floor(madeAt.getTime() / 1000) : null,
  })
}
