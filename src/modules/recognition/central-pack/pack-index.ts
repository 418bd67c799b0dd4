import { legalDay } from '#platform/dates.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { showNumber } from '#platform/text/format.ts'
import vi from '../text/vi.json' with { type: 'json' }
import type { CentralPack, PackFile } from './gather-pack.ts'
import { missingParts, type PackPart, partsOf } from './pack-parts.ts'

const words = vi.pack

/** What of art. 6.3a is in the pack and what is not, a line each; the samples travel beside it. */
export function partLines({ printed, files }: CentralPack): { part: PackPart; standing: string }[] {
  const { dossier, samples } = printed
  const held = new Set(files.map(({ part }) => part))
  const missing = missingParts(dossier.kind, held)
  const standings: Partial<Record<PackPart, string>> = {
    letter: words.not_written,
    samples: samples === null ? words.no_samples : words.samples_beside.replace('{{count}}', String(samples)),
  }
  return partsOf(dossier.kind).map((part) => {
    const lacking = missing.includes(part) ? words.missing : words.none_asked
    return { part, standing: held.has(part) ? words.held : (standings[part] ?? lacking) }
  })
}

/** The index as a paper to print and to send along. */
export function indexPaper(pack: CentralPack, today: string): Paper {
  const { printed, files } = pack
  const { dossier, productName, producerName } = printed
  return {
    title: `Mục lục hồ sơ ${dossier.code}`,
    mark: dossier.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    head: { date: legalDay(today) },
    name: { kind: 'Mục lục hồ sơ', subject: `${productName}, ${producerName}` },
    blocks: [
      {
        is: 'facts',
        rows: [
          ['Mã hồ sơ', dossier.code],
          ...partLines(pack).map(({ part, standing }) => [words.part[part], standing] as const),
        ],
      },
      {
        is: 'table',
        columns: [
          { label: 'STT', share: 1, align: 'center' },
          { label: 'Tài liệu', share: 6 },
          { label: 'Tệp', share: 6 },
          { label: 'Cỡ (kB)', share: 2, align: 'right' },
        ],
        rows: files.map(({ title, path, size }, place) => [
          String(place + 1),
          title,
          path,
          showNumber(Math.ceil(size / 1024), 'vi'),
        ]),
      },
      { is: 'note', text: 'Mã toàn vẹn SHA-256 của từng tệp ghi trong 00-muc-luc.xlsx.' },
    ],
    closing: { signatures: [] },
  }
}

/** The index as an Excel file, with the digest of each file. */
export function indexSheet(files: readonly PackFile[]): Promise<Uint8Array> {
  const text = (header: string, width: number) => ({ header, width, kind: 'text' }) as const
  return writeSheet({
    sheetName: 'Mục lục',
    columns: [
      { header: 'STT', width: 6, kind: 'number' },
      text('Phần', 30),
      text('Tài liệu', 60),
      text('Tệp', 60),
      { header: 'Cỡ (byte)', width: 14, kind: 'number' },
      text('SHA-256', 66),
    ],
    rows: files.map(({ part, title, path, size, sha256 }, place) => [
      place + 1,
      words.part[part],
      title,
      path,
      size,
      sha256,
    ]),
  })
}
