import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx'
import type { Block, Paper, PaperHead, PaperPictures, Signature } from './paper.ts'
import { bareTable, centred, line, picture, ruledTable } from './word-parts.ts'

/** Twentieths of a point in a millimetre, as Word measures. */
const millimetre = 56.7

/** The paper as the bytes of a .docx: A4, margins 20/20/30/20 mm, Times New Roman 14, page number at the top from 2 on. */
export async function writeWord(paper: Paper, pictures: PaperPictures = {}): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: 'Sao Làng',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 210 * millimetre, height: 297 * millimetre },
            margin: {
              top: 20 * millimetre,
              bottom: 20 * millimetre,
              left: 30 * millimetre,
              right: 20 * millimetre,
            },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph('')] }) },
        children: bodyOf(paper, pictures),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 26 })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

function bodyOf(
  { form, mark, head, name, addressees, blocks, closing }: Paper,
  pictures: PaperPictures,
): (Paragraph | Table)[] {
  return [
    ...(mark ? [line(mark, { alignment: AlignmentType.RIGHT, size: 20, color: 'B8420F' })] : []),
    ...(form ? [line(form, { alignment: AlignmentType.RIGHT, size: 24, italics: true })] : []),
    ...headOf(head),
    ...(name
      ? [
          centred(name.kind.toUpperCase(), { bold: true, before: 240 }),
          ...(name.subject ? [centred(name.subject, { bold: true, after: 240 })] : []),
        ]
      : []),
    ...addresseesOf(addressees ?? []),
    ...blocks.flatMap((block) => blockOf(block, pictures)),
    ...closingOf(closing),
  ]
}

function headOf({
  superior,
  issuer,
  number,
  unnumbered,
  place,
  date,
  about,
}: PaperHead): (Paragraph | Table)[] {
  const nation = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24 }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26, underline: true }),
  ]
  if (!issuer) return nation
  const left = [
    ...issuerLines(superior ?? '').map((text) => centred(text, { size: 24 })),
    ...issuerLines(issuer).map((text) => centred(text, { bold: true, size: 24 })),
    ...(unnumbered ? [] : [centred(`Số: ${number ?? '……'}`, { size: 26, before: 120 })]),
    ...(about ? [centred(`V/v ${about}`, { size: 24, before: 120 })] : []),
  ]
  const signedAt = date ? [centred(`${place ?? ''}, ${date}`, { size: 26, italics: true, before: 120 })] : []
  return [bareTable([left, [...nation, ...signedAt]], [40, 60])]
}

/** A people's committee is written on two lines, as on every paper that it sends. */
function issuerLines(name: string): string[] {
  return name
    .toLocaleUpperCase('vi')
    .replace(/^ỦY BAN NHÂN DÂN /, '$&\n')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean)
}

function addresseesOf(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return []
  if (names.length === 1) return [centred(`Kính gửi: ${names[0]}`, { before: 120, after: 240 })]
  const lines = names.map((one, place) => `- ${one}${place === names.length - 1 ? '.' : ';'}`)
  return ['Kính gửi:', ...lines].map((text) => line(text, { indent: { left: 2000 } }))
}

function blockOf(block: Block, pictures: PaperPictures): (Paragraph | Table)[] {
  switch (block.is) {
    case 'heading':
      return [line(block.text, { bold: true, before: 200, keepNext: true })]
    case 'paragraph':
      return block.text.split('\n').map(indented)
    case 'note':
      return [line(block.text, { size: 20, italics: true, before: 120 })]
    case 'facts':
      return block.rows.map(([label, value]) => line(`${label}${label.endsWith(':') ? '' : ':'} ${value}`))
    case 'list':
      return block.items.map((item) => indented(`- ${item}`))
    case 'table':
      return [ruledTable(block.columns, block.rows), line('', { size: 12 })]
    case 'pictures':
      return block.items.flatMap(({ name, caption }) => picture(pictures[name], caption))
    case 'side_by_side':
      return [
        bareTable(
          block.cells.map(({ title, lines }) => [
            centred(title, { bold: true, size: 24, before: 200 }),
            ...lines.map((text) => centred(text, { size: 24 })),
          ]),
        ),
      ]
  }
}

function indented(text: string): Paragraph {
  return line(text, { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 567 } })
}

function closingOf({ recipients = [], signatures }: Paper['closing']): (Paragraph | Table)[] {
  const to = recipients.length > 0 ? recipientsOf(recipients) : []
  const signed = signatures.map(signatureOf)
  if (signatures.length === 1) return [line(''), bareTable([to.length > 0 ? to : [line('')], ...signed])]
  return [line(''), bareTable(signed), ...to]
}

function recipientsOf(names: readonly string[]): Paragraph[] {
  return [
    line('Nơi nhận:', { bold: true, italics: true, size: 24 }),
    ...names.map((one, place) => line(`- ${one}${place === names.length - 1 ? '.' : ';'}`, { size: 22 })),
  ]
}

function signatureOf({ lines, name, note }: Signature): Paragraph[] {
  return [
    ...lines.map((text) => centred(text.toUpperCase(), { bold: true })),
    ...(note ? [centred(note, { italics: true, size: 24 })] : []),
    ...[0, 1, 2].map(() => centred('')),
    centred(name, { bold: true }),
  ]
}
