/** A policy of another province, or a duty that the law gives, as our sources tell it. */
export interface KnownPolicy {
  placeVi: string
  placeEn: string
  saysVi: string
  saysEn: string
  /** `rule`: read in the decision's text; `press`: told by a newspaper, not held against the document. */
  source: 'rule' | 'press'
  link?: string
}

/** For officers who write a policy of their own, and for producers who ask who helps. Nothing here promises money in another province. */
export const knownPolicies: readonly KnownPolicy[] = [
  {
    placeVi: 'Cả nước',
    placeEn: 'Whole country',
    saysVi:
      'Điều 10.4 Quyết định 26/2026/QĐ-TTg: Ủy ban nhân dân cấp xã hướng dẫn, tuyên truyền, hỗ trợ chủ thể hoàn thiện các tiêu chí.',
    saysEn:
      'Art. 10.4 of Decision 26/2026/QĐ-TTg: the commune People’s Committee guides producers and supports them in completing the criteria.',
    source: 'rule',
  },
  {
    placeVi: 'Bắc Giang (trước sắp xếp), 2024–2025',
    placeEn: 'Bắc Giang (before the merger), 2024–2025',
    saysVi:
      'Công nhận lần đầu: 50 triệu đồng (3 sao), 150 triệu đồng (4 sao), 300 triệu đồng (5 sao); giữ hạng: 20 triệu đồng (3 sao), 60 triệu đồng (4 sao); nâng hạng: 150 triệu đồng (4 sao), 300 triệu đồng (5 sao); một lần, sau quyết định.',
    saysEn:
      'First recognition: 50, 150 and 300 million đồng for 3, 4 and 5 stars; star kept: 20 (3 stars), 60 (4 stars); raised: 150 (4 stars), 300 (5 stars); once, after the decision.',
    source: 'press',
    link: 'https://baobacgiang.vn/bac-giang-quy-dinh-chinh-sach-khuyen-khich-phat-trien-san-pham-ocop-giai-doan-2024-2025.bbg',
  },
  {
    placeVi: 'Trà Vinh (trước sắp xếp), 2021',
    placeEn: 'Trà Vinh (before the merger), 2021',
    saysVi:
      'Bao bì và câu chuyện sản phẩm: 100 %, tối đa 10 triệu đồng mỗi sản phẩm; cửa hàng từ 20 m²: 50 triệu đồng; hội chợ: 100 %; máy móc: 50 %, tối đa 500 triệu đồng.',
    saysEn:
      'Packaging and story: 100%, at most 10 million đồng a product; shop of 20 m² or more: 50 million; fairs: 100%; machinery: 50%, at most 500 million.',
    source: 'press',
    link: 'https://baotravinh.vn/kinh-te/ho-tro-kinh-phi-cho-cac-co-so-tham-gia-chuong-trinh-ocop-8308.html',
  },
  {
    placeVi: 'Hải Dương (trước sắp xếp), 2019',
    placeEn: 'Hải Dương (before the merger), 2019',
    saysVi:
      'Lãi vay: 50 % trong 12 tháng, khoản vay đến 1 tỷ đồng; máy móc: đến 50 %, tối đa 500 triệu đồng.',
    saysEn:
      'Interest: 50% for 12 months on loans up to 1 billion đồng; machinery: up to 50%, at most 500 million.',
    source: 'press',
    link: 'https://baohaiduong.vn/print/235363.html',
  },
]
