import { fold } from '#platform/db/fold.ts'
import { commonWords } from './common-passwords.ts'

export const shortestPassword = 12
/** Longer ones would only make the hash slow. */
export const longestPassword = 128

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'too_simple' | 'like_account'

/**
 * What is wrong with a new password; null when nothing is. Length and not being guessable at once are asked for, never
 * kinds of characters or a change every month (ASVS 5.0, 6.2).
 */
export function passwordFault(
  password: string,
  account: { email: string; name: string },
): PasswordFault | null {
  const length = [...password].length
  if (length < shortestPassword) return 'too_short'
  if (password.length > longestPassword) return 'too_long'
  if (new Set(password).size < 5 || isRun(password) || isRepetition(password)) return 'too_simple'
  const bare = bareOf(password)
  if (commonWords.has(bare.replace(/\d+$/, ''))) return 'too_common'
  return isLikeAccount(bare, account) ? 'like_account' : null
}

function bareOf(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '')
}

/** `123456789012`, `abcdefghijkl`, and back: each character follows the one before. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, place) => code - (codes[place] ?? 0))
  const regular = steps.filter((step) => Math.abs(step) === 1 || step === -9 || step === 9).length
  return regular >= steps.length - 1
}

/** `abcabcabcabc`: a short piece over and over. */
function isRepetition(password: string): boolean {
  return /^(.{1,6})\1+.{0,2}$/u.test(password)
}

function isLikeAccount(bare: string, { email, name }: { email: string; name: string }): boolean {
  const [local = '', domain = ''] = email.split('@')
  const known = [bareOf(email), bareOf(local), bareOf(domain), bareOf(name)].filter(
    ({ length }) => length >= 4,
  )
  return known.some((word) => bare.replace(word, '').replace(/\d+/g, '').length < 4 && bare.includes(word))
}
