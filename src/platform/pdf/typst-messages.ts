/** What the drawing thread is started with. */
export interface TypstStart {
  fonts: string[]
  sources: Record<string, string>
}

/** One document to draw. `data` is JSON; pictures are files of `/pictures/` that last for this document only. */
export interface TypstOrder {
  template: string
  data: string
  pictures: Record<string, Uint8Array>
  /** Seconds since 1970 that the document says it was made at; none keeps equal data byte-equal. */
  madeAt: number | null
}

export type TypstAnswer = { pdf: Uint8Array } | { fault: string }
