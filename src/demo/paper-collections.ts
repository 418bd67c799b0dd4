import {
  addScannedPaper,
  changePaper,
  isLoose,
  listPapers,
  type PaperWithPages,
  typedFromPaper,
  typedPaper,
} from '#modules/producers/index.ts'
import { system } from '#platform/ctx.ts'
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
    ['production_eligibility', addDays(today, -1000)],
  ])
  const ends = new Map([['production_eligibility', addDays(today, 95)]])
  for (const { paperKind, title, file } of await demoPapersOf(key, { filedOn: today, isOutdated: false })) {
    const issuedOn = issued.get(paperKind)
    if (!issuedOn) continue
    const facts = {
      ...{ kind: paperKind, issuedOn, issuer: 'Nơi cấp không có thật', note: `${title} (minh họa)` },
      validTo: ends.get(paperKind) ?? '',
    }
    await addScannedPaper(world.as(world.ownerOf(key)), files, {
      producerId: world.producerIdOf(key),
      typed: typedPaper(facts),
      uploads: [file],
    })
  }
}

/** Writes down what the papers are that came in with dossiers, as their producers would: test results last a year. */
export async function describeDemoPapers(world: DemoWorld, files: FileStore): Promise<void> {
  for (const { products } of demoProducers) {
    const key = products[0]?.key ?? ''
    const papers = await listPapers(world.as(system).db, world.producerIdOf(key))
    const loose = papers.filter((paper) => isLoose(paper) && paper.kind !== 'product_story')
    for (const [place, paper] of loose.entries()) {
      const at = { producerId: paper.producerId, paperId: paper.id }
      const change = { ...at, typed: describedPaper(paper, place + 1), uploads: [] }
      await changePaper(world.as(world.ownerOf(key)), files, change, async () => {})
    }
  }
}

function describedPaper(paper: PaperWithPages, no: number) {
  const issuedOn = addDays(dayOf(paper.addedAt), -30)
  const lasts = { test_results: 365, raw_material: 1095 } as const
  const days = paper.kind === 'test_results' || paper.kind === 'raw_material' ? lasts[paper.kind] : null
  return {
    ...typedFromPaper(paper),
    ...{ number: `${no}/MH`, issuer: 'Nơi cấp không có thật', issuedOn },
    validTo: days ? addDays(issuedOn, days) : '',
  }
}
