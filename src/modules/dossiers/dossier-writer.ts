import { type MandatePart, type MandateRights, mandateRights } from '#modules/consultants/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { type FixTarget, paperTarget } from './fix-target.ts'
import { takesPart } from './workflow.ts'

/** Who fills a dossier in: its producer everything, a consultant the parts that a mandate in force gives. */
export type Writer = { as: 'producer' } | { as: 'consultant'; rights: MandateRights }

type WriterCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

/** As what the actor may fill the dossier in; null for everybody else. `lock` keeps a mandate from ending meanwhile. */
export async function writerOf(ctx: WriterCtx, dossier: Dossier, lock?: 'share'): Promise<Writer | null> {
  if (takesPart(ctx.actor, 'producer', dossier)) return { as: 'producer' }
  const rights = await mandateRights(ctx, dossier, lock)
  return rights && { as: 'consultant', rights }
}

/** The mandate by which the writer writes at the target: null for the producer, undefined where it may not. */
export function mandateFor(writer: Writer, target: FixTarget): string | null | undefined {
  return byPart(writer, [target.startsWith('criterion:') ? 'self_assessment' : 'forms'])
}

/** The same for the files that prove something at the target. */
export function mandateForFiles(writer: Writer, target: FixTarget): string | null | undefined {
  return byPart(writer, target === paperTarget('product_story') ? ['evidence', 'story'] : ['evidence'])
}

function byPart(writer: Writer, parts: readonly MandatePart[]): string | null | undefined {
  if (writer.as === 'producer') return null
  const part = parts.find((one) => writer.rights.has(one))
  return part && writer.rights.get(part)
}
