import type { TypedProducer } from '#modules/producers/index.ts'

export interface DemoProduct {
  key: string
  name: string
  productSetNo: string
  specification: string
  story: string
  art: string
}

export interface DemoProducer {
  key: string
  commune: string
  typed: Partial<TypedProducer>
  products: readonly DemoProduct[]
}

/** Invented producers and their products; every page that shows them says so. */
export const demoProducers: readonly DemoProducer[] = [
  {
    key: 'tea',
    commune: '03868',
    typed: {
      kind: 'cooperative',
      name: 'Hợp tác xã Chè Mây Tà Xùa (minh họa)',
      address: 'Bản Tà Xùa, xã Tà Xùa, tỉnh Sơn La',
      representativeName: 'Mùa Thị Mai',
      representativePost: 'Giám đốc',
      representativeGender: 'female',
      representativePeople: '08',
      foundedOn: '2017-03-15',
    },
    products: [
      tea('shan', 'Chè Shan tuyết Tà Xùa', 'che-shan'),
      tea('white', 'Bạch trà mây Tà Xùa', 'tra-may'),
      tea('black', 'Hồng trà Tà Xùa', 'che-shan'),
      tea('buds', 'Trà nõn tôm Tà Xùa', 'tra-may'),
      tea('green', 'Trà xanh Háng Đồng', 'che-shan'),
      {
        ...tea('honey', 'Mật ong rừng Háng Đồng', 'mat-ong'),
        productSetNo: '4',
        specification: 'Chai 500 ml',
      },
      {
        ...tea('bamboo', 'Măng trúc muối ớt Tà Xùa', 'mang-truc'),
        productSetNo: '7',
        specification: 'Lọ 400 g',
      },
      {
        ...tea('lemongrass', 'Tinh dầu sả Tà Xùa', 'tinh-dau'),
        productSetNo: '20',
        specification: 'Chai 50 ml',
      },
      { ...tea('apple', 'Táo mèo sấy Tà Xùa', 'mau'), productSetNo: '7', specification: 'Túi 200 g' },
    ],
  },
  {
    key: 'coffee',
    commune: '03670',
    typed: {
      kind: 'company',
      name: 'Công ty TNHH Cà phê Chiềng Cơi (minh họa)',
      address: 'Tổ 3, phường Chiềng Cơi, tỉnh Sơn La',
      representativeName: 'Quàng Văn Hặc',
      representativePost: 'Giám đốc',
      representativeGender: 'male',
      representativePeople: '03',
      foundedOn: '2015-06-02',
    },
    products: [
      coffee('ground', 'Cà phê rang xay Chiềng Cơi', 'ca-phe'),
      coffee('beans', 'Cà phê hạt rang mộc Chiềng Cơi', 'ca-phe'),
      coffee('honey', 'Cà phê mật ong Chiềng Cơi', 'ca-phe'),
      coffee('drip', 'Cà phê phin giấy Chiềng Cơi', 'ca-phe'),
      { ...coffee('husk', 'Trà vỏ cà phê Chiềng Cơi', 'tra-vo-ca-phe'), productSetNo: '12' },
    ],
  },
  {
    key: 'plum',
    commune: '03979',
    typed: {
      kind: 'household',
      name: 'Hộ kinh doanh Hà Thị Bưởi (minh họa)',
      address: 'Bản Áng, phường Mộc Sơn, tỉnh Sơn La',
      representativeName: 'Hà Thị Bưởi',
      representativePost: 'Chủ hộ',
      representativeGender: 'female',
      representativePeople: '03',
      foundedOn: '2019-01-10',
    },
    products: [
      plum('fresh', 'Mận hậu tươi Mộc Sơn', '1', 'man-say'),
      plum('early', 'Mận tam hoa Mộc Sơn', '1', 'man-gung'),
      plum('dried', 'Mận sấy dẻo Mộc Sơn', '7', 'man-say'),
      plum('ginger', 'Mận sấy gừng Mộc Sơn', '7', 'man-gung'),
      plum('persimmon', 'Hồng giòn sấy dẻo Mộc Sơn', '7', 'hong-say'),
      plum('mango', 'Xoài sấy dẻo Mộc Sơn', '7', 'xoai-say'),
      plum('banana', 'Chuối sấy giòn Mộc Sơn', '7', 'chuoi-say'),
    ],
  },
]

function tea(key: string, name: string, art: string): DemoProduct {
  const story =
    'Búp chè hái từ những cây cổ thụ trên đỉnh Tà Xùa, sao tay trong chảo gang khi sương còn phủ kín bản.'
  return { key: `tea.${key}`, name, productSetNo: '11', specification: 'Hộp 100 g', story, art }
}

function coffee(key: string, name: string, art: string): DemoProduct {
  const story = 'Quả chín được hái bằng tay ở Chiềng Cơi, phơi trên giàn cao, rang mỗi tuần hai lần.'
  return { key: `coffee.${key}`, name, productSetNo: '13', specification: 'Túi 500 g', story, art }
}

function plum(key: string, name: string, productSetNo: string, art: string): DemoProduct {
  const story = 'Vườn mận ở bản Áng nở trắng đồi tháng Hai; quả hái đúng độ, lựa từng quả rồi mới đóng gói.'
  return { key: `plum.${key}`, name, productSetNo, specification: 'Hộp 300 g', story, art }
}
