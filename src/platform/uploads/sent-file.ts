/** A file that is here already, sent piece by piece before its form. */
export interface SentFile {
  id: string
  name: string
}
