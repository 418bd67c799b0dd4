import { showDay } from '#platform/dates.ts'
import { dots, type Paper } from '#platform/paper/paper.ts'
import { showNumber } from '#platform/text/format.ts'
import vi from '../text/vi.json' with { type: 'json' }
import { type FormFacts, isToSign } from './read-form-facts.ts'

/** The words of forms: they are in Vietnamese, whoever opens them. */
export const words = {
  ...vi.page.filing,
  kind: vi.kind,
  paper: vi.paper,
  content: vi.content,
  reason: vi.reason,
}

/** What was written, or dots to write on. */
export function given(text: string | null | undefined): string {
  return text?.trim() ? text : dots
}

/** Whole đồng typed as digits: `1.240.000 đồng`. */
export function givenMoney(digits: string | undefined): string {
  return digits ? `${showNumber(Number(digits), 'vi')} đồng` : dots
}

/** What stands across the top: that it is a demonstration, a draft that nobody has handed in, or is to be signed. */
export function markOf({ dossier, handedIn }: FormFacts): string | null {
  const draft = isToSign(dossier) ? 'BẢN IN ĐỂ KÝ' : 'BẢN NHÁP'
  const marks = [...(dossier.isDemo ? ['DỮ LIỆU MINH HỌA'] : []), ...(handedIn ? [] : [draft])]
  return marks.length > 0 ? marks.join(' · ') : null
}

/** From which frozen set a form was printed, so that a print can be held against it. */
export function originOf({ dossier, handedIn }: FormFacts): Paper['blocks'] {
  if (!handedIn) return []
  const text = `In từ hồ sơ điện tử ${dossier.code} nộp ngày ${showDay(handedIn.on)}, mã toàn vẹn ${handedIn.digest}.`
  return [{ is: 'note', text }]
}

/** "Xã Tà Xùa" is signed in "Tà Xùa". */
export function placeOf(communeName: string): string {
  return communeName.replace(/^(Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố)\s+/u, '')
}
