/**
 * The code of a "no" of the sign-in library, such as `INVALID_CODE`. Anything else that it threw is a defect and goes on.
 * Its class is not loaded for this: that would load all of it wherever this module is used.
 */
export function libraryRefusal(thrown: unknown): string {
  if (!(thrown instanceof Error) || thrown.name !== 'APIError') throw thrown
  const { statusCode, body } = thrown as Error & { statusCode?: number; body?: { code?: string } }
  const code = body?.code ?? ''
  // The library says a session that was not made is its own fault; here it is a closed account.
  if ((statusCode ?? 500) >= 500 && code !== 'FAILED_TO_CREATE_SESSION') throw thrown
  return code
}
