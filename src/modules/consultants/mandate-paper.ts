import { legalDay, showMoment } from '#platform/dates.ts'
import { showMoney } from '#platform/text/format.ts'
import type { Mandate } from './mandate-store.ts'
import vi from './text/vi.json' with { type: 'json' }

/** The data of mandate.typ: every text as it is printed. The paper is in Vietnamese, whoever opens it. */
export function mandatePaper(mandate: Mandate) {
  const { content, digest, isDemo } = mandate
  const { consultant, producer, products, parts, work, fromOn, toOn } = content
  const product = products.map(({ name }) => name).join('; ')
  return {
    title: `Thỏa thuận tư vấn ${content.code}`,
    code: content.code,
    opening: 'Hai bên dưới đây thỏa thuận về việc tư vấn lập hồ sơ sản phẩm OCOP như sau:',
    producer: [
      `Bên giao (chủ thể): ${producer.name}`,
      ...(producer.representative ? [`Người đại diện: ${producer.representative}`] : []),
      ...(producer.address ? [`Địa chỉ: ${producer.address}`] : []),
    ],
    consultant: [
      `Bên nhận (tư vấn): ${consultant.name}`,
      ...(consultant.address ? [`Địa chỉ: ${consultant.address}`] : []),
      ...(consultant.decision ? [`Ghi danh tư vấn OCOP theo Quyết định số ${consultant.decision}`] : []),
    ],
    articles: [
      {
        title: 'Nội dung công việc',
        lines: [
          product ? `Sản phẩm: ${product}.` : 'Phạm vi: mọi sản phẩm của chủ thể.',
          `Phần hồ sơ bên nhận được viết: ${parts.map((part) => vi.part[part].toLowerCase()).join('; ')}.`,
          ...work.split(/\n+/),
          'Việc nộp hồ sơ, cam kết tính trung thực và chịu trách nhiệm về hồ sơ thuộc bên giao.',
        ],
      },
      {
        title: 'Thời hạn',
        lines: [`Từ ${legalDay(fromOn)} đến hết ${legalDay(toOn)}.`],
      },
      { title: 'Chi phí', lines: [feeLine(mandate)] },
      {
        title: 'Chấm dứt',
        lines: ['Mỗi bên có thể chấm dứt thỏa thuận trước hạn, có nêu lý do, trên hệ thống.'],
      },
      {
        title: 'Xung đột lợi ích',
        lines: ['Người của bên nhận không chấm điểm sản phẩm đã tư vấn khi tham gia hội đồng.'],
      },
    ],
    digest: `Mã toàn vẹn của nội dung đã ký (SHA-256): ${digest}`,
    left: signature('ĐẠI DIỆN BÊN GIAO', mandate.producerSigner, mandate.producerSignedAt),
    right: signature('ĐẠI DIỆN BÊN NHẬN', mandate.consultantSigner, mandate.consultantSignedAt),
    ending: mandate.endedOn
      ? `Đã ${mandate.state === 'refused' ? 'không được ký kết' : 'chấm dứt'} ${legalDay(mandate.endedOn)}: ${mandate.endReason ?? ''}`
      : null,
    demo: isDemo ? 'DỮ LIỆU MINH HỌA' : null,
  }
}

function feeLine({ content: { fee, payer, payerNote } }: Mandate): string {
  if (fee === 0 || !payer) return 'Bên nhận tư vấn không thu phí.'
  const note = payerNote ? ` (${payerNote})` : ''
  return `Phí tư vấn: ${showMoney(fee, 'vi')}; bên chi trả: ${vi.payer[payer].toLowerCase()}${note}.`
}

function signature(line: string, name: string | null, at: Date | null) {
  return { line, name: name ?? '', note: at ? `Đã ký trên hệ thống lúc ${showMoment(at)}` : 'Chưa ký' }
}
