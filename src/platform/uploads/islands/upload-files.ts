import { sendFile } from '../send-file.ts'

/** Takes over the file controls that ask for it: what is chosen is sent at once, and the form hands in its ids. */
for (const box of document.querySelectorAll<HTMLElement>('[data-upload]')) takeOver(box)

interface Sending {
  isOver: boolean
  over: Promise<void>
}

function takeOver(box: HTMLElement): void {
  const inputs = [...box.querySelectorAll<HTMLInputElement>('input[type=file]')]
  const form = inputs[0]?.form
  if (!form) return
  const list = document.createElement('ul')
  list.className = 'w-full max-w-md text-left grid gap-2'
  list.setAttribute('aria-label', box.dataset.wordList ?? '')
  box.append(list)
  const sendings = new Set<Sending>()
  for (const input of inputs) {
    input.addEventListener('change', () => {
      for (const file of input.files ?? []) sendings.add(show(file, { box, list, name: input.name }))
      // What was chosen goes its own way: the form must not carry it a second time.
      input.value = ''
      for (const one of inputs) one.required = false
    })
  }
  form.addEventListener('submit', (event) => {
    const open = [...sendings].filter(({ isOver }) => !isOver)
    if (open.length === 0) return
    event.preventDefault()
    const said = document.createElement('li')
    said.setAttribute('role', 'status')
    said.textContent = box.dataset.wordThenSubmit ?? ''
    list.append(said)
    void Promise.all(open.map(({ over }) => over)).then(() => {
      said.remove()
      form.requestSubmit(event.submitter)
    })
  })
}

/** A line for one file: its name, how far it is, a way to give it up. */
function show(
  file: File,
  { box, list, name }: { box: HTMLElement; list: HTMLElement; name: string },
): Sending {
  const words = box.dataset
  const line = document.createElement('li')
  line.className = 'rounded-box border border-line p-2'
  const title = document.createElement('p')
  title.className = 'font-medium break-words'
  title.textContent = file.name
  const bar = document.createElement('progress')
  bar.className = 'progress progress-primary w-full'
  bar.max = file.size
  bar.value = 0
  bar.setAttribute('aria-label', file.name)
  const said = document.createElement('p')
  said.className = 'text-sm text-ink-2'
  said.setAttribute('role', 'status')
  const stop = document.createElement('button')
  stop.type = 'button'
  stop.className = 'btn btn-ghost btn-sm max-sm:h-11'
  stop.textContent = words.wordRemove ?? ''
  stop.setAttribute('aria-label', `${words.wordRemove} ${file.name}`)
  line.append(title, bar, said, stop)
  list.append(line)

  const giveUp = new AbortController()
  stop.addEventListener('click', () => {
    giveUp.abort()
    line.remove()
  })
  const percent = (word: string | undefined, sent: number) =>
    (word ?? '').replace('{percent}', String(Math.floor((sent / Math.max(1, file.size)) * 100)))
  const limit = Number(words.upload)
  if (file.size > limit) {
    bar.hidden = true
    said.className = 'text-error'
    said.textContent = (words.wordTooLarge ?? '').replace('{megabytes}', String(limit / 1024 / 1024))
    return { isOver: true, over: Promise.resolve() }
  }
  const sending: Sending = { isOver: false, over: Promise.resolve() }
  sending.over = sendFile(file, {
    signal: giveUp.signal,
    onProgress: (sent, isWaiting) => {
      bar.value = sent
      const whole = sent === file.size ? words.wordChecking : percent(words.wordSending, sent)
      said.textContent = (isWaiting ? percent(words.wordWaiting, sent) : whole) ?? ''
    },
  }).then((end) => {
    sending.isOver = true
    bar.hidden = true
    if (end.is === 'sent') {
      said.textContent = words.wordDone ?? ''
      const id = document.createElement('input')
      id.type = 'hidden'
      id.name = `${name}.sent`
      id.value = end.id
      line.append(id)
    } else if (end.is === 'refused') {
      said.className = 'text-error'
      said.textContent = end.why || (words.wordFailed ?? '')
    }
  })
  return sending
}
