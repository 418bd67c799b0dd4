import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { deskOf } from './assign-holder.ts'
import { sentenceOf } from './attempt.ts'
import { getDossier } from './get-dossier.ts'
import { readHistory } from './read-dossier-file.ts'
import { ConflictPage, type TypedText } from './views/conflict-page.tsx'

export type { TypedText }

/** More than this many happenings would hide what matters. */
const mostShown = 5

/**
 * Says that somebody else was faster: what they did and when, with everything that was typed, to take up again. Each
 * change of a dossier is a version, so the versions since the page was drawn say how much has happened.
 */
export async function showConflict(
  c: Context<Env>,
  refusal: Refusal,
  {
    dossierId,
    version,
    typed = [],
  }: { dossierId: string; version?: number | undefined; typed?: readonly TypedText[] },
): Promise<Response> {
  const ctx = c.get('ctx')
  const { t } = c.get('view')
  const dossier = await getDossier(ctx, dossierId)
  const changes = version === undefined ? 1 : dossier.version - version
  const history = await readHistory(ctx, dossier)
  const list = deskOf(dossier).role === 'commune_officer' ? '/inbox' : '/desk'
  return render(
    c,
    <ConflictPage
      dossier={{ id: dossier.id, code: dossier.code, state: dossier.state }}
      message={t(sentenceOf(refusal), refusal.facts)}
      history={history.slice(0, Math.min(mostShown, Math.max(1, changes)))}
      typed={typed}
      list={list}
    />,
    409,
  )
}

/** The version of the dossier that a form was drawn from. */
export function versionIn(form: FormData): number | undefined {
  const text = form.get('version')
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
