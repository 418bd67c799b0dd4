import type { Actor, Ctx } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { answerIdea } from './answer-idea.ts'
import { typedIdea } from './idea-form.ts'
import { planContent } from './plan-content.ts'
import type { PlanTables } from './plan-tables.ts'
import { sendIdea } from './send-idea.ts'
import { addIdea } from './write-idea.ts'
import { addPlan, sendPlan } from './write-plan.ts'

type As = (actor: Actor) => Ctx<PlanTables>

/** What the form of an idea holds when nothing is wrong with it. */
export function filledIdea(producerId: string, change: Record<string, unknown> = {}) {
  return typedIdea({
    producerId,
    name: 'Trà hoa chè Tà Xùa',
    productSetNo: '11',
    description: 'Hoa chè cổ thụ sấy lạnh, uống như trà.',
    material: 'Hoa hái từ rừng chè cổ của bản, khoảng 2 tấn tươi một năm.',
    market: 'Khách du lịch Tà Xùa, hai cửa hàng ở Hà Nội.',
    support: 'Kiểm nghiệm, thiết kế bao bì.',
    expectedStars: '3',
    expectedYear: '2027',
    ...change,
  })
}

/** What the form of a plan holds when nothing is wrong with it: it breaks even in its first year. */
export function filledPlan(change: Record<string, unknown> = {}) {
  return planContent({
    name: 'Trà hoa chè Tà Xùa',
    productSetNo: '11',
    specification: 'Hộp 50 g',
    scale: 'Mỗi năm 1.000 đến 1.500 hộp.',
    materialArea: 'Rừng chè cổ bản Bẹ, 12 ha.',
    technology: 'Sấy lạnh ở 40 độ, 18 giờ.',
    equipment: 'Một máy sấy lạnh 50 kg mẻ.',
    quality: 'Tự công bố; kiểm nghiệm mỗi năm một lần.',
    organisation: 'Hợp tác xã 12 thành viên, một tổ sấy.',
    market: 'Cửa hàng ở Tà Xùa, bán trên mạng.',
    risks: 'Mưa đá mất hoa: ký mua thêm của hai bản bên.',
    machines: '120.000.000',
    workingCapital: '30.000.000',
    ownCapital: '100.000.000',
    loan: '50.000.000',
    workers: '8',
    localWorkers: '8',
    unit: 'hộp',
    firstYear: '2027',
    ...figures(1, '1.000'),
    ...figures(2, '1.200'),
    ...figures(3, '1.500'),
    'from-1': '01/2027',
    'to-1': '03/2027',
    'task-1': 'Mua máy, tập huấn sấy',
    'from-2': '04/2027',
    'task-2': 'Kiểm nghiệm, công bố',
    ...change,
  })
}

function figures(year: number, output: string) {
  return {
    [`output-${year}`]: output,
    [`price-${year}`]: '180.000',
    [`materialCost-${year}`]: '50.000.000',
    [`labourCost-${year}`]: '30.000.000',
    [`sellingCost-${year}`]: '10.000.000',
    [`fixedCost-${year}`]: '36.000.000',
  }
}

export type IdeaUpTo = 'draft' | 'sent' | 'returned' | 'accepted' | 'declined'

interface IdeaToBuild {
  producerId: string
  producer: Actor
  commune: Actor
  upTo: IdeaUpTo
  typed?: Record<string, unknown>
  words?: string
  isDemo?: boolean
}

/** An idea brought to a state by the operations that people use. Answers its id. */
export async function buildIdea(as: As, input: IdeaToBuild): Promise<string> {
  const { producerId, producer, commune, upTo, typed, words = 'Ghi rõ vùng nguyên liệu.', isDemo } = input
  const filled = filledIdea(producerId, typed)
  const { id } = await addIdea(as(producer), { typed: filled, ...(isDemo ? { isDemo } : {}) })
  if (upTo === 'draft') return id
  await sendIdea(as(producer), { ideaId: id })
  if (upTo === 'sent') return id
  const plannedYear = filled.expectedYear || String(yearOf(dayOf(as(commune).now)))
  await answerIdea(as(commune), {
    ideaId: id,
    typed: { answer: upTo, words: upTo === 'accepted' ? '' : words, plannedYear },
  })
  return id
}

/** A plan, with or without an idea behind it. Answers its id. */
export async function buildPlan(
  as: As,
  input: {
    producerId: string
    producer: Actor
    ideaId?: string
    typed?: Record<string, unknown>
    sent?: boolean
    isDemo?: boolean
  },
): Promise<string> {
  const { producerId, producer, ideaId, typed, sent = false, isDemo = false } = input
  const content = filledPlan(typed)
  const { id } = await addPlan(as(producer), { producerId, ideaId, content, isDemo })
  if (sent) await sendPlan(as(producer), { planId: id })
  return id
}
