import { answerQueue, type Confirmed } from './answer-queue.ts'
import type { SaveState } from './desk-data.ts'
import { sendAnswer, sendHandIn } from './desk-line.ts'
import { deskStore, type Keeper, listUnsent } from './kept-sheet.ts'

const empty: Confirmed = { version: 0, answers: {}, notes: {} }

export interface Unsent {
  sheet: string
  title: string
  /** How it went; `asks` where the sheet was answered otherwise elsewhere and the member has to look. */
  outcome: SaveState['is'] | 'asks'
  why: string
}

/**
 * Sends what waits of a person's sheets, one sheet after the other, in each the answers first and then the hand-in; the
 * sheet under `except` sends itself. What the server refuses, or what the member has to decide, stays.
 */
export async function sendUnsent(
  keeper: Keeper,
  { personId, except, signedOut }: { personId: string; except: string | null; signedOut: string },
): Promise<Unsent[]> {
  const outcomes: Unsent[] = []
  for (const { key, kept } of listUnsent(keeper, personId)) {
    if (key === except) continue
    const { sheet, title } = kept
    const store = deskStore(keeper, key, { sheet, title })
    let outcome: Unsent['outcome'] = 'quiet'
    let why = ''
    const queue = answerQueue(
      {
        send: (criterion, change, version) => sendAnswer(sheet, criterion, { change, version, signedOut }),
        store,
        handIn: {
          wanted: store.wanted,
          want: store.want,
          send: (version) => sendHandIn(sheet, { version, signedOut }),
          stopped: () => {
            outcome = 'asks'
          },
        },
        tell: (save) => {
          outcome = save.is
          why = save.is === 'refused' ? save.why : ''
        },
        ask: () => {
          outcome = 'asks'
        },
        later: () => undefined,
      },
      store.confirmed() ?? empty,
    )
    await queue.retry()
    outcomes.push({ sheet, title, outcome, why })
  }
  return outcomes
}
