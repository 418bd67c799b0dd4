import { findDossier, findLookUpCode } from '#modules/dossiers/index.ts'
import { findProduct } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import { on } from '#platform/events/subscribe.ts'
import { gsmText, shortened } from '#platform/sms/gsm-text.ts'
import { sendSms } from '#platform/sms/send-sms.ts'
import { translator } from '#platform/text/translator.ts'
import type { NoticeTables } from './notice-tables.ts'
import type { Post } from './put-notices.ts'
import type { ToldEvent } from './read-scene.ts'
import './text.ts'

/** The job that tells a household of the counter by text message: `{ event }`, as `record` queues it. */
export const textJob = 'notices.text_household'

const told: Readonly<Record<string, string>> = {
  'dossier.received': 'received',
  'dossier.returned': 'returned',
  'dossier.returned_by_province': 'returned',
  'dossier.fix_list_extended': 'extended',
}

/** Has the events that a household waits for queue their messages; called only where the province sends any. */
export function subscribeTexts(): void {
  for (const event of Object.keys(told)) on(event, textJob)
}

/**
 * Tells the household of a dossier that was filed at the counter: that it was received, or what is asked for by when, and
 * under which code to look. Nobody else gets messages: they have an account. It may run twice. Answers whether one was
 * queued now.
 */
export async function textHousehold(
  ctx: Ctx<NoticeTables>,
  event: ToldEvent,
  { baseUrl }: Post,
): Promise<boolean> {
  const wording = told[event.name]
  const [, id = ''] = event.subject.split(':')
  const dossier = wording ? await findDossier(ctx.db, id) : undefined
  if (!dossier?.atCounter) return false
  const [product, code] = await Promise.all([
    findProduct(ctx.db, dossier.productId),
    findLookUpCode(ctx.db, id),
  ])
  const facts = {
    product: shortened(gsmText(product?.name ?? dossier.code), 40),
    code: code ?? '',
    day: showDay(String(event.facts.dueOn ?? '')),
    address: `${baseUrl.replace(/^https?:\/\//, '')}/tra-cuu`,
  }
  const text = translator('vi')(`notices:sms.${wording}`, facts)
  const to = dossier.registration.phone ?? ''
  return (await sendSms(ctx, { to, text, cause: `event/${event.id}` })) !== null
}
