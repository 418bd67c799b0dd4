/** What the pages of notices need besides what every request brings. */
export interface NoticeParts {
  /** What browsers subscribe to for push messages; null where there are none. */
  pushKey: string | null
}
