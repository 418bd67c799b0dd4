import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Column, PaperPicture } from './paper.ts'

interface LineStyle {
  /** Half points, as Word counts. */
  size?: number
  bold?: boolean
  italics?: boolean
  underline?: boolean
  color?: string
  alignment?: IParagraphOptions['alignment']
  indent?: IParagraphOptions['indent']
  /** Twentieths of a point. */
  before?: number
  after?: number
  keepNext?: boolean
}

/** A paragraph in one style; at least 6 pt lie between two (Decree 30/2020, Annex I). */
export function line(text: string, style: LineStyle = {}): Paragraph {
  const { alignment, indent, before = 0, after = 120, keepNext = false, underline, ...run } = style
  return new Paragraph({
    ...(alignment ? { alignment } : {}),
    ...(indent ? { indent } : {}),
    keepNext,
    spacing: { before, after },
    children: [new TextRun({ text, ...run, ...(underline ? { underline: {} } : {}) })],
  })
}

export function centred(text: string, style: LineStyle = {}): Paragraph {
  return line(text, { after: 40, ...style, alignment: AlignmentType.CENTER })
}

/** Pixels of a screen, as Word counts the size of a picture. */
const widestPicture = 420

/** A picture across the page with its caption; only the caption where the picture is not given. */
export function picture(given: PaperPicture | undefined, caption: string): Paragraph[] {
  const said = centred(caption, { size: 22, after: 160 })
  if (!given) return [said]
  const width = Math.min(widestPicture, given.width)
  const transformation = { width, height: Math.round((width * given.height) / given.width) }
  const image = new ImageRun({ type: 'jpg', data: given.bytes, transformation })
  return [new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }), said]
}

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const bare = { top: none, bottom: none, left: none, right: none }

/** Cells side by side without rules. @param shares parts of the width in hundredths; equal when left out */
export function bareTable(
  cells: readonly (readonly Paragraph[])[],
  shares: readonly number[] = cells.map(() => 100 / cells.length),
): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, place) =>
            new TableCell({
              borders: bare,
              verticalAlign: VerticalAlign.TOP,
              width: { size: shares[place] ?? 0, type: WidthType.PERCENTAGE },
              children: [...children],
            }),
        ),
      }),
    ],
  })
}

/** A ruled table whose head comes again on each page. */
export function ruledTable(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const cell = (column: Column | undefined, text: string, isHead: boolean) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: (100 * (column?.share ?? 0)) / whole, type: WidthType.PERCENTAGE },
      children: text.split('\n').map((part) =>
        line(part, {
          size: 24,
          after: 20,
          bold: isHead,
          alignment: isHead ? AlignmentType.CENTER : alignments[column?.align ?? 'left'],
        }),
      ),
    })
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column) => cell(column, column.label, true)),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, place) => cell(columns[place], text, false)),
      }),
  )
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...body] })
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
