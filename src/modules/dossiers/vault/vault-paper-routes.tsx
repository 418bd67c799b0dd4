import { type Context, Hono } from 'hono'
import {
  changePaper,
  getProducerToChange,
  type PaperAt,
  type PaperFaults,
  PaperFormPage,
  type TypedPaper,
  typedFromPaper,
  typedPaper,
} from '#modules/producers/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { attempt } from '../attempt.ts'
import { isHandedIn } from './citation-store.ts'
import { readVaultPaper } from './read-vault.ts'
import { removeVaultPaper } from './remove-vault-paper.ts'
import { renewPaper } from './renew-paper.ts'
import { faultOf } from './vault-routes.tsx'
import { VaultPaperPage } from './views/vault-paper-page.tsx'
import '../text.ts'

/** One paper of a vault: what it is, where it is cited; changed, replaced by a newer issue, taken out. */
export const vaultPaperRoutes = new Hono<Env>()

const paper = '/producers/:id/papers/:paperId'
type PaperContext = Context<Env, typeof paper>

vaultPaperRoutes.get(paper, async (c) =>
  render(c, <VaultPaperPage file={await readVaultPaper(c.get('ctx'), placeOf(c))} />),
)

vaultPaperRoutes.get(`${paper}/edit`, (c) => showForm(c, { as: 'edit' }))

vaultPaperRoutes.post(`${paper}/edit`, async (c) => {
  const ctx = c.get('ctx')
  const { typed, uploads, sent } = await read(c)
  const { refusal } = await attempt(() =>
    changePaper(ctx, c.get('files'), { ...placeOf(c), typed, uploads }, async (ctx) => {
      if (await isHandedIn(ctx.db, placeOf(c).paperId))
        throw new Refusal('conflict', 'producers.paper_frozen')
    }),
  )
  if (refusal?.kind === 'conflict') throw refusal
  if (refusal) return showForm(c, { as: 'edit', typed, sent, refusal })
  sayNext(c, 'success', 'dossiers:page.vault.changed')
  return c.redirect(`/producers/${placeOf(c).producerId}/papers/${placeOf(c).paperId}`, 303)
})

vaultPaperRoutes.get(`${paper}/newer`, (c) => showForm(c, { as: 'newer' }))

vaultPaperRoutes.post(`${paper}/newer`, async (c) => {
  const { typed, uploads, sent } = await read(c)
  const { done, refusal } = await attempt(() =>
    renewPaper(c.get('ctx'), c.get('files'), { ...placeOf(c), typed, uploads }),
  )
  if (refusal?.kind === 'conflict') throw refusal
  if (refusal) return showForm(c, { as: 'newer', typed, sent, refusal })
  sayNext(c, 'success', 'dossiers:page.vault.replaced')
  return c.redirect(`/producers/${placeOf(c).producerId}/papers/${done?.id}`, 303)
})

vaultPaperRoutes.post(`${paper}/removal`, async (c) => {
  await removeVaultPaper(c.get('ctx'), placeOf(c))
  sayNext(c, 'success', 'producers:done.paper_removed')
  return c.redirect(`/producers/${placeOf(c).producerId}/papers`, 303)
})

function placeOf(c: Context<Env>): PaperAt {
  return { producerId: c.req.param('id') ?? '', paperId: c.req.param('paperId') ?? '' }
}

async function read(c: Context<Env>) {
  await getProducerToChange(c.get('ctx'), placeOf(c).producerId)
  const form = await c.req.formData()
  return { typed: typedPaper(Object.fromEntries(form)), ...(await uploadsIn(c, form, 'file')) }
}

interface Form {
  as: 'edit' | 'newer'
  typed?: TypedPaper
  sent?: readonly SentFile[]
  refusal?: Refusal
}

async function showForm(c: PaperContext, { as, typed, sent, refusal }: Form): Promise<Response> {
  const file = await readVaultPaper(c.get('ctx'), placeOf(c))
  const producer = await getProducerToChange(c.get('ctx'), placeOf(c).producerId)
  const { faults = {}, scan } = (refusal?.facts ?? {}) as { faults?: PaperFaults; scan?: Refusal | null }
  const kept = typedFromPaper(file.paper)
  const fresh = { ...kept, number: '', issuedOn: '', validTo: '' }
  const { t } = c.get('view')
  return render(
    c,
    <PaperFormPage
      {...{ producer, faults }}
      of={{ paper: file.paper, as }}
      typed={typed ?? (as === 'edit' ? kept : fresh)}
      sent={sent}
      scanFault={refusal && scan ? faultOf(c, refusal) : faults.file && t(`producers:fault.${faults.file}`)}
      withFile={as === 'newer' || !file.isFrozen}
    />,
    refusal ? 422 : 200,
  )
}
