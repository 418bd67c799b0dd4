import { readFile } from 'node:fs/promises'
import type { PaperKind } from '#modules/dossiers/index.ts'
import { addDays, type Day, showDay } from '#platform/dates.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import { type DemoProducer, type DemoProduct, demoProducers } from './producers.ts'

registerTemplate('demo-paper', new URL('./paper.typ', import.meta.url))

/** What the template draws; every value is shown as it stands. */
interface DrawnPaper {
  band: string
  mark: string
  issuer: string
  number: string
  title: string
  subject: string
  picture: string | null
  rows: readonly (readonly [label: string, value: string])[]
  results: readonly (readonly [what: string, result: string])[]
  paragraphs: readonly string[]
  foot: string
}

type Facts = Pick<DrawnPaper, 'title' | 'subject'> & Partial<DrawnPaper>

export interface DemoPaper {
  paperKind: PaperKind
  title: string
  file: { name: string; bytes: Uint8Array }
}

interface About {
  producer: DemoProducer
  product: DemoProduct
  /** Its place among all products, for invented numbers of its own. */
  no: number
  testedOn: Day
}

/** Asked for twice, the papers that a producer has for all its products are drawn once. */
const drawn = new Map<string, Promise<Uint8Array>>()

/**
 * Invented papers for a product's dossier, drawn as pages that say on their face that they are worth nothing.
 * @param filedOn the day of the dossier; its test results are of a month before, or too old where `isOutdated`
 */
export async function demoPapersOf(
  productKey: string,
  { filedOn, isOutdated }: { filedOn: Day; isOutdated: boolean },
): Promise<DemoPaper[]> {
  const all = demoProducers.flatMap((producer) => producer.products.map((product) => ({ producer, product })))
  const no = all.findIndex(({ product }) => product.key === productKey)
  const found = all[no]
  if (!found) throw new Error(`The demonstration lacks ${productKey}`)
  const about = { ...found, no: no + 1, testedOn: addDays(filedOn, isOutdated ? -430 : -30) }
  const papers: [PaperKind, Facts][] = [
    ['business_registration', registrationOf(about)],
    ...eligibilityOf(about),
    ['raw_material', contractOf(about)],
    ['test_results', testResultsOf(about)],
    ['product_story', storyOf(about)],
  ]
  return Promise.all(papers.map(([paperKind, facts]) => drawPaper(paperKind, facts, about)))
}

async function drawPaper(paperKind: PaperKind, facts: Facts, { product }: About): Promise<DemoPaper> {
  const paper: DrawnPaper = {
    band: 'DỮ LIỆU MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ',
    mark: 'MINH HỌA',
    issuer: 'Nơi cấp: không có thật',
    number: '',
    picture: null,
    rows: [],
    results: [],
    paragraphs: [],
    foot: 'Trang này do phần mềm vẽ ra để dùng thử. Chủ thể, số hiệu và kết quả ở trên đều không có thật.',
    ...facts,
  }
  const key = JSON.stringify(paper)
  const bytes = drawn.get(key) ?? draw(paper, product.art)
  drawn.set(key, bytes)
  return { paperKind, title: facts.title, file: { name: `${facts.title}.pdf`, bytes: await bytes } }
}

/** The scan of a score sheet that was filled in on paper: invented, and saying so. */
export function demoScan({ code, rows }: { code: string; rows: DrawnPaper['results'] }): Promise<Uint8Array> {
  return renderPdf('demo-paper', {
    ...{
      band: 'DỮ LIỆU MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ',
      mark: 'MINH HỌA',
      issuer: 'Bản quét phiếu chấm',
    },
    ...{ number: `Mã phiếu ${code}`, title: 'Phiếu chấm đã điền trên giấy', subject: '', picture: null },
    ...{ rows: [], results: rows, paragraphs: ['(Thành viên đã ký)'], foot: 'Giấy vẽ cho bản minh họa.' },
  } satisfies DrawnPaper)
}

async function draw(paper: DrawnPaper, art: string): Promise<Uint8Array> {
  if (!paper.picture) return renderPdf('demo-paper', paper)
  const svg = await readFile(new URL(`../../public/art/${art}.svg`, import.meta.url))
  return renderPdf('demo-paper', paper, { pictures: { [paper.picture]: svg } })
}

const registrationTitles: Readonly<Record<string, string>> = {
  cooperative: 'Giấy chứng nhận đăng ký hợp tác xã',
  company: 'Giấy chứng nhận đăng ký doanh nghiệp',
  household: 'Giấy chứng nhận đăng ký hộ kinh doanh',
}

function registrationOf({ producer: { key, typed } }: About): Facts {
  const founded = typed.foundedOn ?? ''
  return {
    title: registrationTitles[typed.kind ?? ''] ?? 'Giấy đăng ký kinh doanh',
    subject: typed.name ?? '',
    number: `Số: MH-${key.toUpperCase()}-${founded.slice(0, 4)}`,
    rows: [
      ['Tên chủ thể', typed.name ?? ''],
      ['Địa chỉ', typed.address ?? ''],
      ['Người đại diện', `${typed.representativeName} – ${typed.representativePost}`],
      ['Ngành nghề', 'Sản xuất, chế biến và kinh doanh nông sản'],
      ['Đăng ký lần đầu', showDay(founded)],
    ],
  }
}

/** Food is made in a place that is certified for it; oils for the skin are not food. */
function eligibilityOf({ producer: { key, typed }, product }: About): [PaperKind, Facts][] {
  if (product.productSetNo === '20') return []
  const facts = {
    title: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
    subject: typed.name ?? '',
    number: `Số: MH-${key.toUpperCase()}/ATTP`,
    rows: [
      ['Cơ sở', typed.name ?? ''],
      ['Địa chỉ', typed.address ?? ''],
      ['Chủ cơ sở', typed.representativeName ?? ''],
      ['Phạm vi', 'Sơ chế, chế biến và đóng gói nông sản'],
    ] as const,
  }
  return [['production_eligibility', facts]]
}

function contractOf({ producer: { key, typed, products } }: About): Facts {
  const name = typed.name ?? ''
  const households = 6 + products.length
  return {
    title: 'Hợp đồng liên kết vùng nguyên liệu',
    subject: name,
    issuer: 'Hai bên đều không có thật',
    number: `Số: MH-${key.toUpperCase()}/HĐLK`,
    rows: [
      ['Bên mua', name],
      ['Bên bán', `${households} hộ trồng nguyên liệu ở cùng xã, phường`],
      ['Vùng nguyên liệu', `${products.length * 3},5 ha, có sơ đồ kèm theo`],
      ['Sản lượng cam kết', `${products.length * 4} tấn mỗi năm`],
      ['Thời hạn', '36 tháng, gia hạn khi hai bên đồng ý'],
    ],
    paragraphs: [
      'Bên bán trồng và thu hái theo quy trình hai bên đã thống nhất, ghi nhật ký từng lô. Bên mua thu mua hết sản lượng đạt yêu cầu và báo giá trước mỗi vụ.',
    ],
  }
}

function testResultsOf({ producer, product, no, testedOn }: About): Facts {
  return {
    title: 'Phiếu kết quả kiểm nghiệm',
    subject: product.name,
    number: `Số: MH-${String(no).padStart(3, '0')}/KN`,
    rows: [
      ['Mẫu thử', `${product.name}, ${product.specification}`],
      ['Nơi gửi mẫu', producer.typed.name ?? ''],
      ['Nơi thử nghiệm', 'Phòng thử nghiệm không có thật'],
      ['Ngày trả kết quả', showDay(testedOn)],
    ],
    results: [
      ['Chỉ tiêu', 'Kết quả'],
      ['Cảm quan', 'Đạt'],
      ['Tạp chất lạ', 'Không có'],
      ['Chì (Pb)', 'Không phát hiện'],
      ['Cadimi (Cd)', 'Không phát hiện'],
      ['Tổng số vi sinh vật hiếu khí', `${10 + no} CFU/g`],
    ],
  }
}

function storyOf({ producer, product }: About): Facts {
  return {
    title: 'Câu chuyện và hình ảnh sản phẩm',
    subject: product.name,
    issuer: producer.typed.name ?? '',
    picture: 'product.svg',
    paragraphs: [product.story],
  }
}
