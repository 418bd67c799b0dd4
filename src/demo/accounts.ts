import type { Role } from '#modules/people/index.ts'

/** Everybody's password in the demonstration, printed at every start. */
export const demoPassword = 'ocop-son-la-2026'

export interface DemoAccount {
  /** What stands before `@saolang.example`. */
  mailbox: string
  name: string
  role: Role
  unitId: string
  /** The invented producer that a producer's account acts for. */
  producer?: string
}

/** The invented people of the demonstration: one for each role, and a council of seven. */
export const demoAccounts: readonly DemoAccount[] = [
  { mailbox: 'chu-the', name: 'Mùa Thị Mai', role: 'producer', unitId: '03868', producer: 'tea' },
  { mailbox: 'chu-the-2', name: 'Quàng Văn Hặc', role: 'producer', unitId: '03670', producer: 'coffee' },
  { mailbox: 'xa', name: 'Sùng A Tủa', role: 'commune_officer', unitId: '03868' },
  { mailbox: 'phuong', name: 'Cà Thị Lan', role: 'commune_officer', unitId: '03670' },
  { mailbox: 'phuong-moc-son', name: 'Hà Văn Bách', role: 'commune_officer', unitId: '03979' },
  { mailbox: 'tinh', name: 'Nguyễn Thị Hoa', role: 'province_officer', unitId: '14' },
  { mailbox: 'to-tu-van', name: 'Lê Quốc Việt', role: 'advisory', unitId: '14' },
  { mailbox: 'chu-tich', name: 'Lò Văn Chung', role: 'chair', unitId: '14' },
  { mailbox: 'thu-ky', name: 'Vũ Thị Thư', role: 'secretary', unitId: '14' },
  { mailbox: 'thanh-vien-1', name: 'Hoàng Thị Hạnh', role: 'member', unitId: '14' },
  { mailbox: 'thanh-vien-2', name: 'Cầm Văn Dũng', role: 'member', unitId: '14' },
  { mailbox: 'thanh-vien-3', name: 'Quàng Thị Hoa', role: 'member', unitId: '14' },
  { mailbox: 'thanh-vien-4', name: 'Nguyễn Thành Long', role: 'member', unitId: '14' },
  { mailbox: 'thanh-vien-5', name: 'Lường Thị Mến', role: 'member', unitId: '14' },
  { mailbox: 'lanh-dao', name: 'Đinh Quang Thắng', role: 'leader', unitId: '14' },
  { mailbox: 'trung-uong', name: 'Phạm Minh Đức', role: 'central_officer', unitId: 'vn' },
  { mailbox: 'bo-truong', name: 'Trần Hải Nam', role: 'leader', unitId: 'vn' },
  { mailbox: 'kiem-tra', name: 'Tòng Thị Xuân', role: 'inspector', unitId: '14' },
  { mailbox: 'tu-van', name: 'Bùi Anh Tuấn', role: 'consultant', unitId: '14' },
  { mailbox: 'tu-van-2', name: 'Lường Thị Duyên', role: 'consultant', unitId: '14' },
  { mailbox: 'tu-van-3', name: 'Vì Văn Hùng', role: 'consultant', unitId: '14' },
  { mailbox: 'quan-tri', name: 'Ngô Thị Thanh', role: 'administrator', unitId: '14' },
  { mailbox: 'kiem-toan', name: 'Đỗ Hồng Quân', role: 'auditor', unitId: '14' },
]

export const mailOf = ({ mailbox }: Pick<DemoAccount, 'mailbox'>): string => `${mailbox}@saolang.example`
