import { readFile } from 'node:fs/promises'
import { buildLot, buildReport, buildTest } from '#modules/appraisal/testing.ts'
import { findOpenDossier } from '#modules/dossiers/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import { shrinkPicture } from '#platform/files/clean-picture.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000

interface At {
  dossierId: string
  at: Date
}

/** A dossier that the council is about to score has been appraised: a survey, a signed report, samples in store. */
export async function appraiseDemoDossier(
  world: DemoWorld,
  files: FileStore,
  { dossierId, at, seal }: At & { seal: string },
): Promise<void> {
  await buildReport(world.as(world.person('to-tu-van'), at), {
    dossierId,
    content: surveyed(at),
    photos: { files, uploads: [await drawing('che-shan')], caption: 'Khu chế biến (hình vẽ minh họa)' },
    sign: { number: `${seal}/BC-TTV` },
  })
  await buildLot(world.as(world.person('tinh'), at), {
    dossierId,
    steps: [
      ...storedUnder(seal),
      ['tasting', { units: '3', counterpart: 'Thư ký Hội đồng, phiên chấm' }],
      ['return', { units: '2', counterpart: 'Đại diện chủ thể' }],
    ],
  })
}

/** The advisory team at work: reports in every state, tests asked, late, handed in and received, samples on their way. */
export async function fillAppraisals(world: DemoWorld, files: FileStore): Promise<void> {
  const ago = (days: number) => new Date(world.now.getTime() - days * day)
  const idOf = async (product: string) =>
    (await findOpenDossier(world.as(world.person('tinh')).db, world.productId(product)))?.id ?? ''
  await draftWithLateTest(world, files, { dossierId: await idOf('tea.buds'), at: ago(9) })
  await signedWithSurvey(world, files, { dossierId: await idOf('coffee.honey'), at: ago(6) })
  await waitingForReport(world, files, { dossierId: await idOf('coffee.drip'), at: ago(5) })
  await signedWithoutSurvey(world, { dossierId: await idOf('plum.ginger'), at: ago(4) })
}

/** A survey that has begun to be written up; a test is overdue; the samples are here and not sealed. */
async function draftWithLateTest(world: DemoWorld, files: FileStore, { dossierId, at }: At): Promise<void> {
  const team = world.person('to-tu-van')
  await buildReport(world.as(team, at), {
    dossierId,
    content: { ...surveyed(at), findingB: '', findingC: '', conclusion: '', conclusionWords: '' },
    photos: { files, uploads: [await drawing('tra-may')], caption: 'Sân phơi (hình vẽ minh họa)' },
  })
  await buildTest(
    asOf(world),
    { team, at },
    { dossierId, what: 'Dư lượng thuốc bảo vệ thực vật (minh họa)', within: 6 },
  )
  await buildTest(
    asOf(world),
    { team, at },
    {
      dossierId,
      what: 'Chì, cadimi (minh họa)',
      handIn: {
        ...{ files, upload: await resultSheet('Chì, cadimi'), at: before(at, -3) },
        ...{ producer: world.ownerOf('tea.buds'), number: 'MH-288/KN' },
      },
      result: { at: before(at, -4), is: 'passes' },
    },
  )
  await buildLot(world.as(world.person('tinh'), at), { dossierId })
}

/** In the session that is open: members read the report; two units went to the tasting under a blind code. */
async function signedWithSurvey(world: DemoWorld, files: FileStore, { dossierId, at }: At): Promise<void> {
  const team = world.person('to-tu-van')
  const upload = await resultSheet('Ochratoxin A')
  await buildTest(
    asOf(world),
    { team, at: before(at, 2) },
    {
      dossierId,
      what: 'Ochratoxin A trong cà phê (minh họa)',
      handIn: { files, upload, at: before(at, 1), producer: world.ownerOf('coffee.honey') },
      result: { at, is: 'passes' },
    },
  )
  await buildReport(world.as(team, at), {
    dossierId,
    content: {
      ...surveyed(at),
      surveyPlace: 'Xưởng chế biến ướt (minh họa)',
      latitude: '21.32790',
      longitude: '103.91880',
    },
    photos: {
      files,
      uploads: [await drawing('ca-phe'), await drawing('tra-vo-ca-phe')],
      caption: 'Khu sơ chế và kho (hình vẽ minh họa)',
    },
    sign: { number: '31/BC-TTV' },
  })
  const steps = [
    ...storedUnder('NP-2026-031'),
    ['tasting', { units: '2', counterpart: 'Thư ký Hội đồng' }] as const,
  ]
  await buildLot(world.as(world.person('tinh'), at), { dossierId, steps })
}

/** Nobody has begun its report; the producer has handed a result in; the samples are sealed. */
async function waitingForReport(world: DemoWorld, files: FileStore, { dossierId, at }: At): Promise<void> {
  const upload = await resultSheet('Độ ẩm và tạp chất')
  await buildTest(
    asOf(world),
    { team: world.person('to-tu-van'), at },
    {
      dossierId,
      what: 'Độ ẩm và tạp chất (minh họa)',
      handIn: {
        files,
        upload,
        at: before(at, -2),
        producer: world.ownerOf('coffee.drip'),
        number: 'MH-310/KN',
      },
    },
  )
  const steps = [['seal', { sealNo: 'NP-2026-032' }] as const]
  await buildLot(world.as(world.person('to-tu-van'), at), { dossierId, steps })
}

async function signedWithoutSurvey(world: DemoWorld, { dossierId, at }: At): Promise<void> {
  await buildReport(world.as(world.person('to-tu-van'), at), {
    dossierId,
    content: {
      survey: 'no',
      noSurveyReason: 'Cơ sở đã được khảo sát tháng 9 cùng sản phẩm khác của chủ thể (minh họa).',
      ...{ surveyOn: '', surveyPlace: '', latitude: '', longitude: '', present: '', seen: '' },
      supplements: 'Bổ sung ảnh nhãn phụ in hạn sử dụng (minh họa).',
    },
    sign: {},
  })
  const lost = ['lose', { units: '1', reason: 'Một lọ nứt khi vận chuyển (minh họa)' }] as const
  await buildLot(world.as(world.person('tinh'), at), {
    dossierId,
    steps: [...storedUnder('NP-2026-033'), lost],
  })
}

function surveyed(at: Date) {
  return {
    surveyOn: dayOf(before(at, 1)),
    surveyPlace: 'Xưởng của chủ thể (minh họa)',
    present: 'Lê Quốc Việt, Tổ tư vấn\nĐại diện chủ thể (minh họa)',
    seen: 'Nhà xưởng sạch, sổ ghi chép từng mẻ đầy đủ; vùng nguyên liệu đúng như hồ sơ (minh họa).',
  }
}

const storedUnder = (sealNo: string) =>
  [
    ['seal', { sealNo }],
    ['store', { place: 'Tủ số 2, phòng lưu mẫu (minh họa)', condition: 'Khô, mát, tránh nắng' }],
  ] as const

function asOf(world: DemoWorld) {
  return (...args: Parameters<DemoWorld['as']>) => world.as(...args)
}

function before(at: Date, days: number): Date {
  return new Date(at.getTime() - days * day)
}

/** A drawing in place of a photograph: the demonstration has none of real places. */
async function drawing(art: string): Promise<Upload> {
  const svg = await readFile(new URL(`../../public/art/${art}.svg`, import.meta.url))
  return { name: `${art}.webp`, bytes: await shrinkPicture(svg, 960) }
}

function resultSheet(what: string): Promise<Upload> {
  return renderPdf('demo-paper', {
    band: 'DỮ LIỆU MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ',
    mark: 'MINH HỌA',
    issuer: 'Nơi cấp: không có thật',
    number: '',
    picture: null,
    title: 'Phiếu kết quả kiểm nghiệm',
    subject: what,
    rows: [['Nơi thử nghiệm', 'Phòng thử nghiệm không có thật']],
    results: [
      ['Chỉ tiêu', 'Kết quả'],
      [what, 'Đạt'],
    ],
    paragraphs: [],
    foot: 'Trang này do phần mềm vẽ ra để dùng thử.',
  }).then((bytes) => ({ name: 'Phiếu kết quả kiểm nghiệm.pdf', bytes }))
}
