/** What the example minutes and letter are drawn from; all of it is invented. */
export const examplePapers = {
  superior: 'Ủy ban nhân dân tỉnh Sơn La',
  council: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP',
  department: 'Sở Nông nghiệp và Môi trường',
  recipients: ['Như trên', 'Lưu: VT, PTNT'],
  minutes: {
    number: '01/BB-HĐOCOP',
    subject: 'Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh đợt 1 năm 2026',
    clauses: [{ text: 'Thành phần tham dự:', points: ['Bà Nguyễn Thị Mai;', 'Ông Lò Văn Lan.'] }],
    secretary: 'Lò Văn Lan',
    chair: 'Nguyễn Thị Mai',
  },
  letter: {
    number: '123/SNNMT-PTNT',
    date: 'ngày 24 tháng 11 năm 2026',
    signedAt: '24.11.2026 15:04:05 +07:00',
    about: 'bổ sung hồ sơ sản phẩm OCOP',
    to: ['Ủy ban nhân dân xã Tà Xùa', 'Hợp tác xã Chè Tà Xùa'],
    text: 'Sở đề nghị bổ sung giấy tờ còn thiếu trước ngày 05 tháng 01 năm 2027',
    lines: ['TL. Giám đốc', 'Trưởng phòng Phát triển nông thôn'],
    name: 'Hà Văn Nam',
  },
}
