import { type Context, Hono } from 'hono'
import { producerIdsOf } from '#modules/people/index.ts'
import {
  addLoosePapers,
  addScannedPaper,
  getProducerToChange,
  isVaultKind,
  type PaperKind,
  sheetAnswer,
  signedInOnly,
} from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { attempt, sentenceOf } from '../attempt.ts'
import { readVault } from './read-vault.ts'
import { isAsked, readVaultQuery } from './vault-query.ts'
import { vaultSheet } from './vault-sheet.ts'
import { type ReturnedFiles, VaultPage } from './views/vault-page.tsx'
import '../text.ts'

/** The vault of a producer: its papers, searched, taken away as a sheet, several files brought in at once. */
export const vaultRoutes = new Hono<Env>()

vaultRoutes.use('/producers/*', signedInOnly)

/** The producer's own vault; who acts for several chooses among them. */
vaultRoutes.get('/vault', signedInOnly, (c) => {
  const [first, ...others] = producerIdsOf(c.get('ctx').actor)
  if (!first) throw new Refusal('forbidden', 'dossiers.for_producers')
  return c.redirect(others.length > 0 ? '/producers' : `/producers/${first}/papers`, 303)
})

vaultRoutes.get('/producers/:id/papers', (c) => show(c))

vaultRoutes.get('/producers/:id/papers.xlsx', async (c) => {
  const { t } = c.get('view')
  const { lines } = await readVault(c.get('ctx'), c.req.param('id'))
  const query = readVaultQuery(c.req.query())
  const asked = lines.filter((line) => isAsked(line, query, (kind) => t(`producers:paper.${kind}`)))
  const name = `${t('dossiers:page.vault.excel_name')}-${dayOf(c.get('ctx').now)}`
  return sheetAnswer(c, name, await vaultSheet(asked, t))
})

vaultRoutes.post('/producers/:id/papers/uploads', async (c) => {
  const ctx = c.get('ctx')
  const producerId = c.req.param('id')
  await getProducerToChange(ctx, producerId)
  const form = await c.req.formData()
  const typed = { kind: String(form.get('kind') ?? ''), as: String(form.get('as') ?? 'papers') }
  const { uploads, sent } = await uploadsIn(c, form, 'files')
  if (uploads.length === 0)
    return show(c, { ...typed, sent, fault: c.get('view').t('dossiers:page.filing.choose_a_file') })
  const kind = isVaultKind(typed.kind) ? typed.kind : 'other'
  const { done, refusal } = await attempt(() => keepFiles(c, { producerId, kind, uploads, as: typed.as }))
  if (refusal) return show(c, { ...typed, sent, fault: faultOf(c, refusal) })
  sayNext(c, 'success', 'dossiers:page.vault.files_added', { n: done })
  return c.redirect(`/producers/${producerId}/papers`, 303)
})

async function keepFiles(
  c: Context<Env>,
  {
    producerId,
    kind,
    uploads,
    as,
  }: {
    producerId: string
    kind: PaperKind
    uploads: Awaited<ReturnType<typeof uploadsIn>>['uploads']
    as: string
  },
): Promise<number> {
  if (as !== 'pages')
    return (await addLoosePapers(c.get('ctx'), c.get('files'), { producerId, kind, uploads })).length
  const title = (uploads[0]?.name ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 200)
  const typed = { kind, title, number: '', issuer: '', issuedOn: '', validTo: '', note: '' }
  await addScannedPaper(c.get('ctx'), c.get('files'), { producerId, typed, uploads })
  return 1
}

/** What is wrong with a file, in words. */
export function faultOf(c: Context<Env>, refusal: Refusal): string {
  const { scan } = refusal.facts as { scan?: Refusal | null }
  const said = scan ?? refusal
  return c.get('view').t(sentenceOf(said), said.facts)
}

async function show(c: Context<Env>, returned?: ReturnedFiles): Promise<Response> {
  const { t } = c.get('view')
  const { lines, ...vault } = await readVault(c.get('ctx'), c.req.param('id') ?? '')
  const query = readVaultQuery(c.req.query())
  const asked = lines.filter((line) => isAsked(line, query, (kind) => t(`producers:paper.${kind}`)))
  return render(
    c,
    <VaultPage {...vault} all={lines} lines={asked} {...{ query, returned }} />,
    returned ? 422 : 200,
  )
}
