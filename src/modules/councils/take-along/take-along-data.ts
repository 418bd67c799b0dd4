/** What the page of a session taken along gives its browser. */
export interface TakeAlongData {
  personId: string
  sessionId: string
  /** The page itself. */
  page: string
  worker: string
  isClosed: boolean
  sheets: {
    /** Its address, which is also its page. */
    sheet: string
    title: string
    /** Its key in the browser's storage. */
    key: string
    isHandedIn: boolean
    papers: string[]
  }[]
  words: Readonly<Record<string, string>>
}
