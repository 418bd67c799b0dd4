import { tellUnsent } from '../take-along/tell-unsent.ts'

const list = document.querySelector<HTMLElement>('[data-sent]')
const { person, words } = list?.dataset ?? {}
if (person && words) {
  const send = () => void tellUnsent(person, JSON.parse(words))
  send()
  addEventListener('online', send)
}
