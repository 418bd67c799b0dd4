/** What the example template is drawn from: an invented decision of a real kind. */
export const exampleDecision = {
  issuer: 'Ủy ban nhân dân tỉnh Sơn La',
  superior: null as string | null,
  number: '05/QĐ-UBND',
  place: 'Sơn La',
  date: 'ngày 05 tháng 01 năm 2026',
  subject: 'Về việc công nhận sản phẩm đạt ba sao, bốn sao Chương trình Mỗi xã một sản phẩm năm 2026',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Sơn La',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương',
    'Căn cứ Quyết định số 26/2026/QĐ-TTg của Thủ tướng Chính phủ',
    'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 12/TTr-SNNMT',
  ],
  articles: [
    { text: 'Công nhận 02 sản phẩm đạt ba sao, bốn sao theo Phụ lục I.' },
    {
      title: 'Trách nhiệm thi hành',
      clauses: [
        {
          text: 'Chủ thể có sản phẩm được công nhận có trách nhiệm:',
          points: [
            'Duy trì chất lượng;',
            'Báo cáo định kỳ;',
            'Sử dụng nhãn đúng quy định;',
            'Phối hợp hậu kiểm;',
            'Đổi mới bao bì.',
          ],
        },
      ],
    },
    { text: 'Chánh Văn phòng Ủy ban nhân dân tỉnh và các chủ thể tại Điều 1 chịu trách nhiệm thi hành' },
  ],
  recipients: ['Như Điều 3', 'Bộ Nông nghiệp và Môi trường', 'Lưu: VT, KT'],
  signer: { lines: ['KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Nguyễn Thành Công' },
  annexTitle: 'Danh sách sản phẩm được công nhận',
  rows: [
    ['1', 'Chè Shan tuyết Tà Xùa', 'Hợp tác xã Chè Tà Xùa', '★★★★'],
    ['2', 'Mận sấy dẻo', 'Hợp tác xã Nông nghiệp Mộc Châu', '★★★'],
  ],
}
