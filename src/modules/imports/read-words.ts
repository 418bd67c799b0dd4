import { type Day, isDay } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'

export type RecognitionLevel = 'district' | 'province' | 'centre'

/** "4", "4 sao", "OCOP 4 sao", "4*", "****", "bốn sao", "4 stars": the number of stars; null when it says none. */
export function starsIn(text: string): number | null {
  const words = fold(text)
  if (/^[*★⭐]+$/u.test(words.replaceAll(' ', ''))) return [...words.replaceAll(' ', '')].length
  const numbers = words.match(/\d+([.,]\d+)?/g)
  if (numbers) return numbers.length === 1 && /^\d$/.test(numbers[0] ?? '') ? Number(numbers[0]) : null
  const spelled = /\b(mot|hai|ba|bon|nam)\s+sao\b/.exec(words)?.[1]
  return spelled ? ['mot', 'hai', 'ba', 'bon', 'nam'].indexOf(spelled) + 1 : null
}

/** "2019", "năm 2019", or the year of a day; null when it says none. */
export function yearIn(text: string): number | null {
  const day = dayIn(text)
  if (day) return Number(day.slice(0, 4))
  const year = /^(?:nam |year )?(\d{4})(?:\.0)?$/.exec(fold(text))?.[1]
  return year ? Number(year) : null
}

/** Which level recognised, in Vietnamese or English; null when it says none. "Thành phố" can mean two and says none. */
export function levelIn(text: string): RecognitionLevel | null {
  const words = fold(text)
  if (/\b(huyen|quan|thi xa|district)\b/.test(words)) return 'district'
  if (/\b(trung uong|tw|quoc gia|bo|central|centre|center|national|ministry)\b/.test(words)) return 'centre'
  if (/\b(tinh|province|provincial)\b/.test(words)) return 'province'
  return null
}

/** "2020-12-31", "31/12/2020", "ngày 31 tháng 12 năm 2020" as a day; null when it is none. */
export function dayIn(text: string): Day | null {
  const words = fold(text)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(words)
  const usual =
    /^(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ??
    /^ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(words)
  const [year, month, date] = iso ? iso.slice(1) : usual ? usual.slice(1).reverse() : []
  if (!year || !month || !date) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}
