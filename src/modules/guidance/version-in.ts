/** The version that a form started from; 0 when it names none. */
export function versionIn(form: FormData): number {
  const version = String(form.get('version') ?? '')
  return /^\d{1,9}$/.test(version) ? Number(version) : 0
}
