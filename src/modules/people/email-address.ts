/** An e-mail address as accounts are kept by: no spaces around, lower case. */
export function emailAddress(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

/** Whether a text can be an e-mail address. Whether it is one, only a letter to it shows. */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@.<>(),;:"\\[\]]{2,}$/.test(text)
  )
}
