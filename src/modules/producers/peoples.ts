/** The list that codes of peoples come from; kept with each record, since another list may follow it. */
export const peopleScheme = '121-TCTK/PPCĐ-1979'

/** Kept of a representative whose people is known: sensitive personal data, shown to nobody but those it concerns. */
export interface People {
  scheme: string
  code: string
  name: string
}

const names =
  'Kinh,Tày,Thái,Hoa,Khơ-me,Mường,Nùng,HMông,Dao,Gia-rai,Ngái,Ê-đê,Ba-na,Xơ-đăng,Sán Chay,Cơ-ho,Chăm,Sán Dìu,Hrê,' +
  'Mnông,Ra-glai,Xtiêng,Bru-Vân Kiều,Thổ,Giáy,Cơ-tu,Gié-Triêng,Mạ,Khơ-mú,Co,Tà-ôi,Chơ-ro,Kháng,Xinh-mun,Hà Nhì,' +
  'Chu-ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ-đu,Rơ-măm'

/** The 54 peoples of Vietnam with their codes (Decision 121-TCTK/PPCĐ of 2 March 1979). */
export const peoples: readonly People[] = names
  .split(',')
  .map((name, place) => ({ scheme: peopleScheme, code: String(place + 1).padStart(2, '0'), name }))

export function peopleOf(code: string): People | null {
  return peoples.find((people) => people.code === code) ?? null
}
