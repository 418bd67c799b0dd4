import { randomUUID } from 'node:crypto'

/** A new UUIDv7 (RFC 9562): sorts by the time it was made, so primary keys stay dense. */
export function newId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  // What is random in a version 4 stays, behind the time and the number of the version.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from a URL may be looked up as an id: anything else is simply not found. */
export function isId(text: string): boolean {
  return uuid.test(text)
}
