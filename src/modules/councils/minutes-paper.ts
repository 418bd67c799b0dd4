import { dayOf, legalDay, showMoment, showTime } from '#platform/dates.ts'
import { showScore } from '#platform/text/format.ts'
import attendance from './attendance/text/vi.json' with { type: 'json' }
import discussion from './discussion/text/vi.json' with { type: 'json' }
import { advises } from './positions.ts'
import seats from './seats/text/vi.json' with { type: 'json' }
import type { MinutedChange, MinutedDossier, MinutedMember, Minutes } from './session-minutes.ts'
import vi from './text/vi.json' with { type: 'json' }
import votes from './votes/text/vi.json' with { type: 'json' }

/** What the minutes say, every text as it is printed; `documents/minutes-document.ts` lays it out. In Vietnamese, whoever opens them. */
export function minutesPaper(minutes: Minutes, issuer: string) {
  const { council, session, dossiers, rules } = minutes
  const members = minutes.members.filter((member) => !advises(member))
  const present = members.filter((member) => member.present)
  const absent = members.filter((member) => !member.present)
  const opened = new Date(session.openedAt)
  const closed = new Date(session.closedAt)
  const rounding = vi.rounding[rules.rounding.method].toLowerCase()
  return {
    title: `Biên bản ${minutes.number}`,
    superior: issuer,
    issuer: council.name,
    number: minutes.number,
    subject: `Họp đánh giá, phân hạng sản phẩm OCOP: ${session.name}`,
    opening: [
      `Thời gian: khai mạc lúc ${hourOf(opened)}, ${legalDay(dayOf(opened))}.`,
      `Địa điểm: ${session.place}.`,
      `${council.name} được thành lập theo Quyết định số ${council.decisionNumber} ${legalDay(council.decidedOn)} của ${council.signer}.`,
      ...regulationLine(council.regulation),
      ...(minutes.changes ?? []).map(changeLine),
      ...adviserLine(minutes.members.filter((member) => advises(member) && member.present)),
    ],
    presentTitle: `Thành phần tham dự: ${present.length} trên ${members.length} thành viên`,
    present: present.map(memberRow),
    absent: absent.map(({ name }) => name).join(', '),
    rules: [
      `Mỗi thành viên chấm điểm độc lập trên phiếu của bộ tiêu chí áp dụng cho hồ sơ; điểm của sản phẩm là điểm trung bình các phiếu hợp lệ, ${rounding} đến ${rules.rounding.decimals} chữ số thập phân.`,
      `Cần phiếu hợp lệ của ít nhất ${rules.quorum}% số thành viên chấm điểm, trong đó có chủ tịch hội đồng hoặc người được ủy quyền; các phiếu lệch nhau không quá ${rules.maxDeviation} điểm.`,
      vi.mark_rule[rules.markRule],
      // Minutes of before did not say so.
      ...(rules.knockOutVote === undefined
        ? []
        : [`Biểu quyết đề nghị loại: ${votes.rules[rules.knockOutVote].toLowerCase()}`]),
      ...(rules.adviserMonths === undefined
        ? []
        : [
            `Thành viên đã tư vấn sản phẩm trong ${rules.adviserMonths} tháng trước ngày họp không chấm điểm sản phẩm đó.`,
          ]),
      ...(rules.quorumBase === undefined
        ? []
        : [
            `Số phiếu tối thiểu tính trên: ${lowerFirst(vi.quorum_base[rules.quorumBase])}.`,
            `Phiếu của thành viên bị thay giữa chừng: ${lowerFirst(vi.replaced_sheets[rules.replacedSheets])}.`,
            `Mỗi ngày hội đồng chấm không quá ${rules.dailyCapacity} sản phẩm theo kế hoạch.`,
          ]),
    ],
    results: dossiers.map((dossier) => [
      String(dossier.position),
      `${dossier.product} (${dossier.code})`,
      dossier.producer,
      dossier.average === null ? '—' : showScore(dossier.average, 'vi'),
      resultOf(dossier),
    ]),
    details: dossiers.map((dossier) => ({
      title: `${dossier.position}. ${dossier.product} — ${dossier.producer}`,
      lines: detailsOf(dossier),
    })),
    ending: `Buổi họp kết thúc lúc ${hourOf(closed)}, ${legalDay(dayOf(closed))}. Biên bản này được lập và lưu theo quy định.`,
    secretary: minutes.secretary,
    chair: minutes.chair,
    recipients: ['Ủy ban nhân dân tỉnh', 'Các thành viên hội đồng', 'Lưu: hồ sơ hội đồng'],
    demo: minutes.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
  }
}

function regulationLine(regulation: Minutes['council']['regulation']): string[] {
  if (!regulation) return []
  const { number, decidedOn, signer } = regulation
  return [
    `Quy chế hoạt động được ban hành theo Quyết định số ${number} ${legalDay(decidedOn)} của ${signer}.`,
  ]
}

function adviserLine(advisers: readonly MinutedMember[]): string[] {
  if (advisers.length === 0) return []
  const named = advisers.map(({ name, organisation }) => `${name} (${organisation})`).join('; ')
  return [`Tổ tư vấn và người được mời tư vấn, không chấm điểm: ${named}.`]
}

function changeLine({ kind, number, decidedOn, signer, name, successor }: MinutedChange): string {
  const what = seats.kinds[kind].replace('{{name}}', name).replace('{{successor}}', successor ?? '')
  return `${what} theo Quyết định số ${number} ${legalDay(decidedOn)} của ${signer}.`
}

function memberRow({ name, position, organisation, leftAt }: MinutedMember, place: number): string[] {
  const left = leftAt ? ` (${attendance.left_at.replace('{{at}}', showMoment(new Date(leftAt)))})` : ''
  return [String(place + 1), name, `${vi.position[position]}${left}`, organisation]
}

function resultOf({ outcome, stars }: MinutedDossier): string {
  if (outcome === 'ranked') return `${stars} sao`
  return outcome === 'rejected' ? 'Loại' : 'Rút khỏi buổi họp'
}

function detailsOf(dossier: MinutedDossier): string[] {
  const { parts, recused, rounds, knockOuts, words } = dossier
  const { openings = [], changed = [], carried = [], papers = [], opinions = [] } = dossier
  const shown = parts && Object.entries(parts).map(([code, points]) => `${code} ${showScore(points, 'vi')}`)
  return [
    ...(shown ? [`Điểm trung bình từng phần: ${shown.join('; ')}.`] : []),
    ...words.map((line) => line.replace(/^→ /, 'Kết quả: ')),
    ...recused.map(({ name, reason }) => `Không tham gia chấm: ${name} (${reason}).`),
    ...opinions.map((one) => `Ý kiến tư vấn của ${one.name}: ${one.words}`),
    ...openings.map(({ round, audience, at }) =>
      discussion.opened_to[audience]
        .replace('{{round}}', String(round))
        .replace('{{at}}', showMoment(new Date(at))),
    ),
    ...rounds.map(({ round, reason }) => `Chấm lại lượt ${round}: ${reason}.`),
    ...changed.map(
      ({ name, round, codes }) =>
        `Lượt ${round}: ${name} đổi câu trả lời ở tiêu chí ${codes}, lý do ghi trên phiếu.`,
    ),
    ...carried.map(
      ({ name, product, codes }) =>
        `${name} xác nhận từng tiêu chí ${codes} theo phiếu của mình cho ${product}.`,
    ),
    ...papers.map(
      ({ member, code, typist, signer, at }) =>
        `Phiếu của ${member} từ bản giấy mã ${code}: ${typist} nhập, ${signer} đối chiếu và xác nhận lúc ${at}.`,
    ),
    ...knockOuts.map(({ reason, decision, because, tally }) => {
      const decided = decision === 'established' ? 'chấp nhận' : 'không chấp nhận'
      const voted = tally
        ? ` Biểu quyết: ${tally.establish} chấp nhận, ${tally.dismiss} không chấp nhận, ${tally.abstain} không có ý kiến, trên ${tally.sitting} thành viên chấm hồ sơ.`
        : ''
      return `Đề nghị loại: ${reason}. Hội đồng ${decided}${because ? `: ${because}` : ''}.${voted}`
    }),
  ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** `14 giờ 05`, as administrative documents write the hour. */
function hourOf(moment: Date): string {
  const [hour, minute] = showTime(moment).split(':')
  return `${hour} giờ ${minute}`
}
