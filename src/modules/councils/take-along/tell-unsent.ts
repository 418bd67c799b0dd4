import { fill } from '../desk/desk-data.ts'
import { sendUnsent } from '../desk/send-unsent.ts'

/** Sends what waits in this browser for the person, and says in the page's list `[data-sent]` how each sheet fared. */
export async function tellUnsent(personId: string, words: Readonly<Record<string, string>>): Promise<void> {
  const list = document.querySelector('[data-sent]')
  if (!list) return
  const asked = { personId, except: null, signedOut: words.signed_out ?? '' }
  const outcomes = await sendUnsent(localStorage, asked)
  const lines = outcomes.map(({ outcome, title, why, sheet }) => {
    const line = document.createElement('li')
    const link = document.createElement('a')
    link.className = 'lnk'
    link.href = sheet
    link.textContent = fill(words[outcomeWords[outcome] ?? outcome], { title, why })
    line.append(link)
    return line
  })
  list.replaceChildren(...lines)
}

const outcomeWords: Readonly<Record<string, string>> = { waiting: 'offline', saved: 'sent', quiet: 'sent' }
