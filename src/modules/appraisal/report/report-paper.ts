import { legalDay, showDay } from '#platform/dates.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import vi from '../text/vi.json' with { type: 'json' }
import type { SignedReport } from './read-report.ts'
import { reportParts } from './report-content.ts'

/**
 * The signed report as a paper to the council's chair (QĐ 26/2026/QĐ-TTg, art. 7.3c). It is in Vietnamese, whoever opens
 * it, and says nothing that was not signed.
 */
export function reportPaper({ frozen, digest }: SignedReport): Paper {
  const { dossier, content, team, number, signer, signedOn } = frozen
  const isAdvisory = team === 'advisory'
  const province = inSentence(dossier.province)
  return {
    title: `Báo cáo thẩm định hồ sơ ${dossier.code}`,
    mark: dossier.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    head: {
      superior: `Hội đồng đánh giá, phân hạng sản phẩm OCOP ${province}`,
      issuer: isAdvisory ? 'Tổ tư vấn' : `Cơ quan thường trực Chương trình OCOP ${province}`,
      number: number || null,
      place: placeOf(dossier.province),
      date: legalDay(signedOn),
    },
    name: { kind: 'Báo cáo thẩm định', subject: `Hồ sơ sản phẩm ${dossier.product}` },
    addressees: [`Chủ tịch Hội đồng đánh giá, phân hạng sản phẩm OCOP ${province}`],
    blocks: [
      { is: 'heading', text: 'I. Hồ sơ và sản phẩm' },
      { is: 'facts', rows: dossierRows(frozen) },
      { is: 'heading', text: 'II. Khảo sát thực tế' },
      ...surveyBlocks(frozen),
      { is: 'heading', text: 'III. Nhận xét theo các phần của phiếu đánh giá' },
      ...reportParts.flatMap((part): Block[] => [
        { is: 'paragraph', text: `${vi.report.finding[part]}:` },
        { is: 'paragraph', text: content[`finding${part}`] },
      ]),
      { is: 'heading', text: 'IV. Nội dung đề nghị bổ sung và kiểm nghiệm' },
      { is: 'paragraph', text: content.supplements || 'Không đề nghị bổ sung.' },
      ...testBlocks(frozen),
      { is: 'heading', text: 'V. Kết luận' },
      { is: 'paragraph', text: `${conclusionOf(frozen)}.` },
      { is: 'paragraph', text: content.conclusionWords },
      {
        is: 'note',
        text: `In từ báo cáo đã ký trên hệ thống ngày ${showDay(signedOn)}, mã toàn vẹn (SHA-256) ${digest}.`,
      },
    ],
    closing: {
      recipients: ['Như trên', 'Thành viên Hội đồng', 'Lưu: hồ sơ đánh giá'],
      signatures: [
        {
          lines: isAdvisory ? ['TM. Tổ tư vấn'] : ['Đại diện cơ quan thường trực'],
          name: signer,
          note: '(Đã ký trên hệ thống)',
        },
      ],
    },
  }
}

type Frozen = SignedReport['frozen']

function dossierRows({ dossier }: Frozen): [string, string][] {
  const rows: [string, string | null][] = [
    ['Sản phẩm', dossier.product],
    ['Mã sản phẩm', dossier.productCode],
    ['Chủ thể', dossier.producer],
    ['Địa bàn', `${dossier.commune}, ${inSentence(dossier.province)}`],
    ['Đăng ký', vi.kind[dossier.kind]],
    ['Số tiếp nhận của tỉnh', dossier.receipt],
    ['Hồ sơ điện tử', dossier.code],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== null)
}

function surveyBlocks({ content, photos }: Frozen): Block[] {
  if (content.survey !== 'yes')
    return [{ is: 'paragraph', text: `Không khảo sát thực tế. Lý do: ${content.noSurveyReason}` }]
  const position = content.latitude ? `${content.latitude}; ${content.longitude}` : null
  const ground = content.surveyGround as keyof typeof vi.report.ground | ''
  const rows: [string, string | null][] = [
    ['Ngày khảo sát', showDay(content.surveyOn)],
    ['Nơi khảo sát', content.surveyPlace],
    ['Tọa độ (vĩ độ; kinh độ)', position],
    ['Căn cứ khảo sát', ground === '' ? null : vi.report.ground[ground]],
    ['Người có mặt', content.present],
  ]
  return [
    { is: 'facts', rows: rows.filter((row): row is [string, string] => row[1] !== null) },
    { is: 'paragraph', text: content.seen },
    ...photoBlocks(photos),
  ]
}

function photoBlocks(photos: Frozen['photos']): Block[] {
  if (photos.length === 0) return []
  return [
    { is: 'paragraph', text: `Kèm theo ${photos.length} ảnh chụp khi khảo sát:` },
    {
      is: 'pictures',
      items: photos.map(({ caption }, place) => ({
        name: photoName(place),
        caption: [`Ảnh ${place + 1}`, caption].filter(Boolean).join('. '),
      })),
    },
    {
      is: 'table',
      columns: [
        { label: 'TT', share: 1, align: 'center' },
        { label: 'Nội dung ảnh', share: 7 },
        { label: 'Mã toàn vẹn (16 ký tự đầu)', share: 4 },
      ],
      rows: photos.map(({ caption, sha256 }, place) => [
        String(place + 1),
        caption || '—',
        sha256.slice(0, 16),
      ]),
    },
  ]
}

/** Under which name a picture is given to who draws the paper. */
export function photoName(place: number): string {
  return `anh-${place + 1}.jpg`
}

function testBlocks({ tests }: Frozen): Block[] {
  if (tests.length === 0) return [{ is: 'paragraph', text: 'Không yêu cầu kiểm nghiệm bổ sung.' }]
  return [
    { is: 'paragraph', text: 'Kiểm nghiệm bổ sung tính đến ngày ký báo cáo:' },
    {
      is: 'table',
      columns: [
        { label: 'TT', share: 1, align: 'center' },
        { label: 'Chỉ tiêu', share: 5 },
        { label: 'Hạn', share: 3 },
        { label: 'Tình trạng, kết quả', share: 4 },
      ],
      rows: tests.map(({ what, dueOn, state, number, result }, place) => [
        String(place + 1),
        what,
        showDay(dueOn),
        [result ? vi.test.result[result] : vi.test.state[state], number && `số ${number}`]
          .filter(Boolean)
          .join(', '),
      ]),
    },
  ]
}

function conclusionOf({ content }: Frozen): string {
  return vi.report.conclusion[content.conclusion as keyof typeof vi.report.conclusion]
}

/** "Tỉnh Sơn La" signs in "Sơn La". */
function placeOf(province: string): string {
  return province.replace(/^(Tỉnh|Thành phố)\s+/u, '')
}
