/** An e-mail address as accounts are kept by: no spaces around, lower case. */
export function emailAddress(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
