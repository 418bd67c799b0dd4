import type { Actor } from '#platform/ctx.ts'
import type { Locale } from '#platform/text/format.ts'
import { translator } from '#platform/text/translator.ts'
import type { View } from '#platform/ui/view.ts'

export function testView({
  actor,
  now,
  locale,
  path,
}: {
  actor: Actor
  now: Date
  locale: Locale
  path: string
}): View {
  return { t: translator(locale), locale, path, actor, now, demo: false, nav: [] }
}
