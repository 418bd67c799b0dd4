import type { Translate } from '#platform/text/translator.ts'
import type { NoticeFacts } from './notice-tables.ts'
import './text.ts'

/** What a notice says, in no language yet. */
export interface Said {
  wording: string
  facts: NoticeFacts
}

/** A notice in words of one language. */
export function wordsOf({ wording, facts }: Said, t: Translate): { title: string; text: string } {
  return {
    title: t(`notices:wording.${wording}.title`, facts),
    text: t(`notices:wording.${wording}.text`, facts),
  }
}
