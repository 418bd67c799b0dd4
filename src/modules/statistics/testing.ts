import type { Kysely } from 'kysely'
import { addImportedRecognition, type IssuingTables } from '#modules/recognition/index.ts'
import { makeProduct } from '#modules/recognition/testing.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'

/** The 28 products that the council of Sơn La ranked at the end of 2019: producer, kind, stars of each of its products. */
export const recognised2019 = [
  ['HTX Thái Tuấn', 'cooperative', { 'Cá tép dầu khô': 4 }],
  [
    'HTX dịch vụ phát triển nông nghiệp 19/5',
    'cooperative',
    {
      'Mận sấy gừng': 4,
      'Mận sấy mật ong': 4,
      'Mận sấy thảo dược': 4,
      'Rượu Mận': 3,
      'Rượu Mơ': 3,
      'Rượu trưởng Bản': 3,
    },
  ],
  ['Công ty TNHH trà và đặc sản Tây Bắc', 'company', { 'Trà xanh mây (Tà Xùa)': 4 }],
  [
    'HTX nông nghiệp Quyết Thanh',
    'cooperative',
    { 'Hồng giòn sấy dẻo': 4, 'Mận sấy dẻo': 3, 'Xoài sấy dẻo': 3, 'Chuối sấy dẻo': 3 },
  ],
  ['HTX cà phê Bích Thao Sơn La', 'cooperative', { 'Cà phê bột nguyên chất': 4, 'Trà vỏ cà phê': 4 }],
  [
    'HTX sản xuất kinh doanh và Dịch vụ tổng hợp Bình Thuận',
    'cooperative',
    { 'Chè Trọng Nguyên - Phổng Lái': 4 },
  ],
  ['HTX nông nghiệp Xuân Tiến', 'cooperative', { 'Xoài sấy dẻo': 3 }],
  ['Hộ kinh doanh Nguyễn Xuân Chiến', 'household', { 'Chuối sấy giòn': 3 }],
  ['HTX nông nghiệp, dược liệu Háng Đồng', 'cooperative', { 'Măng trúc muối ớt': 3 }],
  [
    'HTX sản xuất kinh doanh chè Tân Lập',
    'cooperative',
    { 'Chè bát tiên đặc biệt': 3, 'Chè Shan đặc biệt': 3 },
  ],
  ['HTX Bảo Minh', 'cooperative', { 'Long nhãn sấy khô': 3 }],
  ['THT sản xuất và kinh doanh tỏi Phù Yên', 'cooperative_group', { 'Tỏi đen': 3, 'Tỏi khô': 3 }],
  ['Hộ kinh doanh Tòng Ngọc Hoa', 'household', { 'Thịt Trâu hun khói': 3 }],
  ['HTX nông nghiệp Nam Phượng', 'cooperative', { 'Gạo nếp tan Mường Và': 3 }],
  ['Hộ sản xuất kinh doanh Hồ Văn Sâm', 'household', { 'Mật ong': 3 }],
  ['HTX sản xuất tinh dầu và dược liệu Mường La', 'cooperative', { 'Tinh dầu xả': 3 }],
  ['HTX dịch vụ nông nghiệp nhãn chín muộn', 'cooperative', { 'Long nhãn sấy khô Nguyễn Phòng': 3 }],
] as const

/** Imports them as the province's recognitions of 2019, whose decision is not on record. */
export async function importRecognised2019(db: Kysely<IssuingTables>): Promise<void> {
  for (const [producer, kind, products] of recognised2019) {
    let producerId: string | undefined
    for (const [name, stars] of Object.entries(products)) {
      const product = await makeProduct(db, {
        name,
        producer,
        kind,
        unitPath: 'vn/14',
        ...(producerId ? { producerId } : {}),
      })
      producerId = product.producerId
      const past = { year: 2019, level: 'province' as const, unitId: '14' }
      await addImportedRecognition(testCtx(db), { ...product, ...past, stars })
    }
  }
}
