import type { Tone } from '#platform/ui/index.ts'
import type { TestResult, TestState } from '../extra-tests/extra-test-form.ts'

/** The colour of a test by its result, or before there is one by its state. */
export const testTones: Readonly<Record<TestState | TestResult, Tone>> = {
  asked: 'warning',
  handed_in: 'info',
  received: 'neutral',
  cancelled: 'neutral',
  passes: 'success',
  fails: 'error',
  unclear: 'warning',
}
