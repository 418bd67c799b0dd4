import { legalDay, showDay } from '#platform/dates.ts'
import type { CertificateFacts } from './recognition-tables.ts'

/** The data of certificate.typ: every text as it is printed. A certificate is in Vietnamese, whoever opens it. */
export function certificatePaper(
  facts: CertificateFacts,
  { origin, signer }: { origin: string; signer: string },
) {
  const { product, producer, decision, issuer, stars, code, issuedOn, expiresOn, place } = facts
  const address = verificationAddress(origin, code)
  return {
    title: `Giấy chứng nhận OCOP ${stars} sao: ${product.name}`,
    issuer: issuer.name,
    number: facts.number,
    rank: `OCOP ${stars} sao`,
    recognises: `${decision.signerPost} chứng nhận sản phẩm`,
    product: product.name,
    producer: producer.name,
    facts: [
      ['Địa chỉ', producer.address ?? place.name],
      ['Nơi sản xuất', place.name],
      ...(product.specification ? [['Quy cách', product.specification]] : []),
      ...(product.code ? [['Mã sản phẩm', product.code]] : []),
      ['Theo Quyết định', `số ${decision.number} ${legalDay(decision.decidedOn)}`],
      ['Có hiệu lực', `từ ${showDay(issuedOn)} đến hết ${showDay(expiresOn)} (36 tháng)`],
    ],
    code,
    address: address.replace(/^https?:\/\//, ''),
    place: issuer.place,
    date: legalDay(issuedOn),
    signerPost: decision.signerPost,
    signerName: decision.signerName,
    signed: `Tệp này được ký số bởi: ${signer}`,
    lookup: `Bản điện tử gốc ở hệ thống thông tin Sao Làng; chủ quản hệ thống: ${issuer.systemOwner}.`,
    conversion: 'Khi in ra giấy — Người chuyển đổi: …………………………… Ngày: ……………………',
    demo: facts.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
  }
}

/** Where anybody learns whether the certificate counts today. */
export function verificationAddress(origin: string, code: string): string {
  return `${origin}/v/${code}`
}

const pieces = [
  'M12 10.3L9.47 6.82L12 1.3L14.53 6.82z',
  'M14 11.75L16.52 8.27L22.56 8.97L18.09 13.08z',
  'M13.23 14.1L17.32 15.43L18.52 21.38L13.23 18.4z',
  'M10.77 14.1L10.77 18.4L5.48 21.38L6.68 15.43z',
  'M10 11.75L5.91 13.08L1.44 8.97L7.48 8.27z',
]

/** The programme's star of five pieces, as many of them filled as there are stars. */
export function starPicture(stars: number): Uint8Array {
  const filled = pieces.slice(0, stars).join('')
  const open = pieces.slice(stars).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#b8420f" d="${filled}"/><path fill="none" stroke="#b8420f" stroke-width=".5" stroke-linejoin="round" d="${open}"/></svg>`
  return new TextEncoder().encode(svg)
}
