import { checkFiles } from '#platform/files/check-files.ts'
import { checkSeries } from '#platform/numbers/number-series.ts'
import type { Invariant } from './invariant.ts'

export const platformInvariants: readonly Invariant[] = [
  {
    name: 'every number series is without gap and without double',
    find: async ({ db }) => (await checkSeries(db)).map((fault) => JSON.stringify(fault)),
  },
  {
    name: 'every file has its bytes with that digest, and stored bytes that no file has are swept',
    find: async ({ db, files, now }) =>
      (await checkFiles(db, files, now)).map((fault) => JSON.stringify(fault)),
  },
]
