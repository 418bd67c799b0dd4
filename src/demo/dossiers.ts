import { type FiledState, fileDossier } from '#modules/dossiers/testing.ts'
import { dayOf } from '#platform/dates.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { demoPapersOf } from './demo-papers.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000

/** How long before its last step each earlier step was taken, in days. */
const pace: Record<FiledState, number> = {
  draft: 12,
  submitted: 10,
  received: 9,
  returned: 0,
  proposed: 4,
  returned_by_province: 0,
  checked: 0,
  withdrawn: 0,
}

/** A dossier of the demonstration, filed by its people on days that end `daysAgo`. */
export async function fileDemoDossier(
  world: DemoWorld,
  files: FileStore,
  { product, upTo, daysAgo }: { product: string; upTo: FiledState; daysAgo: number },
): Promise<string> {
  const end = world.now.getTime() - daysAgo * day
  const late = pace[upTo]
  const at = Object.fromEntries(
    Object.entries(pace).map(([state, before]) => [state, new Date(end - Math.max(0, before - late) * day)]),
  )
  const filedOn = dayOf(at.draft ?? world.now)
  // The one that its commune returns has results that are too old, as its list of what to mend says.
  const papers = await demoPapersOf(product, { filedOn, isOutdated: upTo === 'returned' })
  const { id } = await fileDossier(world.as(world.person('tinh')), {
    productId: world.productId(product),
    producer: world.ownerOf(product),
    communeOfficer: world.communeOfficerOf(product),
    provinceOfficer: world.person('tinh'),
    upTo,
    at,
    evidence: { files, papers },
  })
  return id
}
