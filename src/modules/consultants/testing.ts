import type { UnitTables } from '#modules/territory/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { typedConsultant } from './consultant-form.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { typedMandate } from './mandate-form.ts'
import type { MandatePart, Side } from './mandate-parts.ts'
import { findMandate } from './mandate-store.ts'
import { proposeMandate } from './propose-mandate.ts'
import { applyAsConsultant, registerConsultant } from './register-consultant.ts'
import { addConsultantMember } from './seat-consultant-member.ts'
import { signMandate } from './sign-mandate.ts'

type Tables = ConsultantTables & UnitTables

/** What a consultant's form holds when nothing is wrong with it. */
export function filledConsultant(change: Record<string, unknown> = {}) {
  return typedConsultant({
    kind: 'organisation',
    name: 'Trung tâm Tư vấn OCOP Tây Bắc',
    fields: ['dossier', 'story'],
    trainingCourse: 'Tập huấn tư vấn Chương trình OCOP',
    trainingIssuer: 'Văn phòng Điều phối nông thôn mới tỉnh Sơn La',
    trainedOn: '2025-03-20',
    ...change,
  })
}

/** A consultant registered by decision, with the people whose accounts have these addresses. */
export async function buildConsultant(
  ctx: Ctx<Tables>,
  files: FileStore,
  input: {
    name?: string
    emails?: readonly string[]
    typed?: Record<string, unknown>
    number?: string
    isDemo?: boolean
  } = {},
): Promise<string> {
  const { emails = [], typed = {}, number = '88/QĐ-UBND', name, isDemo = true } = input
  const { id } = await registerConsultant(ctx, files, {
    typed: filledConsultant({ ...(name ? { name } : {}), ...typed }),
    upload: { name: 'chung-nhan-tap-huan.pdf', bytes: smallPdf({ objects: `% ${name ?? ''} ${number}` }) },
    unitPath: 'vn/14',
    decision: { number, decidedOn: dayOf(ctx.now) },
    isDemo,
  })
  for (const email of emails) await addConsultantMember(ctx, { consultantId: id, email })
  return id
}

/** Somebody who asks to be registered, with a proof of training. */
export async function applyToRegister(
  ctx: Ctx<Tables>,
  files: FileStore,
  typed: Record<string, unknown>,
): Promise<string> {
  const { id } = await applyAsConsultant(ctx, files, {
    typed: filledConsultant({ kind: 'person', ...typed }),
    upload: { name: 'chung-nhan-tap-huan.pdf', bytes: smallPdf({ objects: `% ${ctx.actor.id}` }) },
    unitPath: 'vn/14',
    isDemo: true,
  })
  return id
}

export interface MandateToBuild {
  consultantId: string
  producerId: string
  /** Whole producer where left out. */
  productIds?: readonly string[]
  parts?: readonly MandatePart[]
  work?: string
  fee?: string
  payer?: string
  payerNote?: string
  fromOn?: string
  toOn?: string
  isDemo?: boolean
}

/** A mandate signed by both sides, the producer first. */
export async function buildMandate(
  as: (actor: Actor) => Ctx<ConsultantTables>,
  { producer, consultant }: Record<Side, Actor>,
  input: MandateToBuild,
): Promise<string> {
  const { id } = await proposeMandate(as(producer), {
    side: 'producer',
    typed: filledMandate(producer, dayOf(as(producer).now), input),
    isDemo: input.isDemo ?? true,
  })
  const mandate = await findMandate(as(system).db, id)
  const digest = mandate?.digest ?? ''
  await signMandate(as(consultant), { mandateId: id, digest, signature: consultant.name })
  return id
}

/** What the form of a mandate holds when nothing is wrong with it. */
export function filledMandate(signer: Actor, today: string, input: MandateToBuild) {
  const { productIds, parts = ['forms', 'self_assessment', 'evidence', 'story'], ...rest } = input
  return typedMandate({
    work: 'Rà soát giấy tờ, viết Mẫu 01, Mẫu 02 và chuẩn bị minh chứng.',
    fee: '15.000.000',
    payer: 'producer',
    fromOn: today,
    toOn: addDays(today, 120),
    ...rest,
    reach: productIds ? 'products' : 'whole',
    productIds: productIds ? [...productIds] : [],
    parts: [...parts],
    signature: signer.name,
  })
}
