import { addScannedPaper, typedPaper } from '#modules/producers/index.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { demoPapersOf } from './demo-papers.ts'
import { type DemoProducer, demoProducers } from './producers.ts'
import type { DemoWorld } from './world.ts'

/** Gives every invented producer its collection of papers, from which its dossiers take them. */
export async function keepDemoPapers(world: DemoWorld, files: FileStore): Promise<void> {
  for (const producer of demoProducers) await keepPapersOf(world, files, producer)
}

async function keepPapersOf(
  world: DemoWorld,
  files: FileStore,
  { products, typed: { foundedOn = '' } }: DemoProducer,
): Promise<void> {
  const key = products[0]?.key ?? ''
  const today = dayOf(world.now)
  const issued = new Map([
    ['business_registration', foundedOn],
    ['production_eligibility', addDays(today, -200)],
  ])
  for (const { paperKind, title, file } of await demoPapersOf(key, { filedOn: today, isOutdated: false })) {
    const issuedOn = issued.get(paperKind)
    if (!issuedOn) continue
    const facts = { kind: paperKind, issuedOn, issuer: 'Nơi cấp không có thật', note: `${title} (minh họa)` }
    await addScannedPaper(world.as(world.ownerOf(key)), files, {
      producerId: world.producerIdOf(key),
      typed: typedPaper(facts),
      uploads: [file],
    })
  }
}
