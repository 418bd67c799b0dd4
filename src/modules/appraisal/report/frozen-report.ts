import type { Day } from '#platform/dates.ts'
import type { Team } from '../appraisal-rights.ts'
import type { TestResult, TestState } from '../extra-tests/extra-test-form.ts'
import type { ReportContent } from './report-content.ts'

/** A report as it was signed: all that its paper says, so that it never has to be looked up again. */
export interface FrozenReport {
  team: Team
  number: string
  signer: string
  signedOn: Day
  dossier: {
    code: string
    kind: 'first' | 'upgrade' | 'reassessment'
    productCode: string | null
    receipt: string | null
    product: string
    producer: string
    commune: string
    province: string
    isDemo: boolean
  }
  content: ReportContent
  photos: { id: string; caption: string; sha256: string }[]
  tests: { what: string; dueOn: Day; state: TestState; number: string | null; result: TestResult | null }[]
}
