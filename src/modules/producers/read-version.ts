/** The version that a form started from; 0, which no record has, when it names none. */
export function readVersion(form: Record<string, unknown>): number {
  return typeof form.version === 'string' && /^\d{1,9}$/.test(form.version) ? Number(form.version) : 0
}
