/**
 * An administrative paper or a form of the law, said once: as PDF and as Word it carries the same words. Every text is
 * as it is printed, in Vietnamese. The head, the title and the closing are the boxes of Decree 30/2020/NĐ-CP, Annex I.
 */
export interface Paper {
  /** What programs that list files show. */
  title: string
  /** "Mẫu số 01", above the head of a form of the law. */
  form?: string
  /** A word across the top, such as that it is a draft or a demonstration. */
  mark?: string | null
  head: PaperHead
  /** Box 5a: the name of the kind of paper in capitals, and what it is about. */
  name?: { kind: string; subject?: string }
  /** Box 9a. */
  addressees?: readonly string[]
  blocks: readonly Block[]
  closing: { recipients?: readonly string[]; signatures: readonly Signature[] }
}

/** Boxes 1 to 4 and 5b. A paper without an issuer has only the nation's name and motto: producers file such. */
export interface PaperHead {
  superior?: string
  issuer?: string
  /** The whole "15/BC-UBND"; left out, a line of dots is printed to write it on. */
  number?: string | null
  /** What goes with another paper and has no number of its own. */
  unnumbered?: true
  place?: string
  /** "ngày 05 tháng 01 năm 2026" */
  date?: string
  about?: string
}

/** Boxes 7a, 7c and 7b. */
export interface Signature {
  lines: readonly string[]
  name: string
  note?: string
}

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'paragraph'; text: string }
  /** "Label: value", a line each. */
  | { is: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** Small, in italics. */
  | { is: 'note'; text: string }
  /** Lines that begin with a hyphen. */
  | { is: 'list'; items: readonly string[] }
  | { is: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  /** Pictures by the names under which they are given to the writers, two beside each other. */
  | { is: 'pictures'; items: readonly { name: string; caption: string }[] }
  /** Blocks side by side, as where offices write down that they received a paper. */
  | { is: 'side_by_side'; cells: readonly { title: string; lines: readonly string[] }[] }

/** A picture for a paper: JPEG, with its size in points. */
export interface PaperPicture {
  bytes: Uint8Array
  width: number
  height: number
}

/** The pictures that a paper's blocks name: `anh-1.jpg`. */
export type PaperPictures = Readonly<Record<string, PaperPicture>>

export interface Column {
  label: string
  /** Its part of the width; the parts of a table need no given sum. */
  share: number
  align?: 'left' | 'center' | 'right'
}

/** What a paper says where there is nothing to say: dots to write on. */
export const dots = '……………'
