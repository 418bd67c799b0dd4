import { type TallySheet, tallyOf } from '../practice-tally.ts'

/** Adds up while one answers, and keeps the answers in this browser until they are cleared. */
function takeOver(form: HTMLFormElement, sheet: TallySheet): void {
  const key = `tu-cham:${form.dataset.set ?? ''}`
  const controls = () => [...form.querySelectorAll<HTMLInputElement>('input[name^="answer:"]')]
  const chosen = () => {
    const answers: Record<string, string[]> = {}
    for (const { name, value, checked } of controls()) {
      if (!checked) continue
      const code = name.slice('answer:'.length)
      answers[code] = [...(answers[code] ?? []), value]
    }
    return answers
  }
  const draw = () => show(form, tallyOf(sheet, chosen()))

  if (Object.keys(chosen()).length === 0) restore(controls(), read(key))
  form.addEventListener('change', () => {
    write(key, chosen())
    draw()
  })
  form.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const control of controls()) control.checked = false
    write(key, {})
    draw()
  })
  for (const hidden of form.querySelectorAll<HTMLElement>('[data-with-script]')) hidden.hidden = false
  draw()
}

function show(
  form: HTMLFormElement,
  { parts, total, answered, stars, next }: ReturnType<typeof tallyOf>,
): void {
  const put = (name: string, value: string | number) => {
    const place = form.querySelector(`[data-sum="${name}"]`)
    if (place) place.textContent = String(value)
  }
  for (const [part, points] of Object.entries(parts)) put(part, points)
  put('total', total)
  put('answered', answered)
  put('stars', stars)
  put('next', next?.stars ?? 5)
  put('points', next?.points ?? 0)
  put('marks', next?.marks.join(', ') || '0')
  const lacking = form.querySelector<HTMLElement>('[data-lacking]')
  if (lacking) lacking.hidden = next === null
}

type Kept = Record<string, string[]>

function restore(controls: readonly HTMLInputElement[], kept: Kept): void {
  for (const control of controls)
    control.checked = kept[control.name.slice('answer:'.length)]?.includes(control.value) ?? false
}

function read(key: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Kept
  } catch {
    return {}
  }
}

function write(key: string, answers: Kept): void {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(answers))
  } catch {
    // A browser that keeps nothing still adds up.
  }
}

const form = document.querySelector<HTMLFormElement>('form[data-set]')
const given = document.getElementById('practice-sheet-data')?.textContent
if (form && given) takeOver(form, JSON.parse(given) as TallySheet)
