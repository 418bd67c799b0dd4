import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import type { Refusal } from '#platform/refusal.ts'
import type { PackFaults, TypedPack } from './pack-form.ts'
import { readPackChoice } from './read-form.ts'
import { PackFormPage, type PackFormProps } from './views/pack-form-page.tsx'

interface Shown {
  producerId: string
  pack?: PackFormProps['pack']
  typed: TypedPack
  refusal?: Refusal
}

/** The form of a pack; with a refusal it is the form handed back, with everything that was typed. */
export async function showPackForm(
  c: Context<Env>,
  { producerId, pack, typed, refusal }: Shown,
): Promise<Response> {
  const choice = await readPackChoice(c.get('ctx'), producerId)
  const isStale = refusal?.kind === 'conflict'
  const message = isStale ? c.get('view').t('buyer-packs:refusal.changed_meanwhile') : undefined
  const faults = (refusal?.facts.faults ?? {}) as PackFaults
  return render(
    c,
    <PackFormPage {...choice} {...{ pack, typed, faults, message }} />,
    isStale ? 409 : refusal ? 422 : 200,
  )
}
