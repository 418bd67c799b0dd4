import { addUnrecomputable } from '#modules/councils/index.ts'
import { countCentralResults, countImported } from './recognition-store.ts'

// Neither came with the sheets that it was computed from.
addUnrecomputable('imported', countImported)
addUnrecomputable('central', countCentralResults)
