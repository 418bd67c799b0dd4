import type { Tone } from '#platform/ui/index.ts'
import type { LotState } from '../samples/move-kinds.ts'

export const lotTones: Readonly<Record<LotState, Tone>> = {
  received: 'warning',
  sealed: 'info',
  stored: 'success',
  closed: 'neutral',
}
