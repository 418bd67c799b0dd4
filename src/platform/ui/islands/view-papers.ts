/** Shows the papers that a part of a page links to beside it, one after the other. */
for (const area of document.querySelectorAll<HTMLElement>('[data-viewing]')) watch(area)

interface Sheet {
  href: string
  title: string
  shown: string
  link: HTMLElement
}

function watch(area: HTMLElement): void {
  const dialog = area.querySelector('dialog')
  if (!dialog) return
  let sheets: Sheet[] = []
  let at = 0

  const show = (place: number) => {
    const sheet = sheets[place]
    if (!sheet) return
    at = place
    draw(dialog, sheet)
    for (const one of sheets) one.link.removeAttribute('aria-current')
    sheet.link.setAttribute('aria-current', 'true')
    button(dialog, 'previous').toggleAttribute('disabled', at === 0)
    button(dialog, 'next').toggleAttribute('disabled', at === sheets.length - 1)
  }

  const open = (link: HTMLElement) => {
    sheets = sheetsIn(area, dialog.dataset.wordPage ?? '')
    if (!dialog.open) {
      area.dataset.open = ''
      if (matchMedia('(min-width: 64rem)').matches) dialog.show()
      else dialog.showModal()
    }
    show(sheets.findIndex((sheet) => sheet.link === link))
  }

  area.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-paper]')
    if (!link || link.dataset.paper === 'file') return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open(link)
  })
  dialog.addEventListener('close', () => {
    delete area.dataset.open
    dialog.querySelector('[data-shown]')?.replaceChildren()
    const { link } = sheets[at] ?? {}
    link?.removeAttribute('aria-current')
    link?.focus()
  })
  button(dialog, 'previous').addEventListener('click', () => show(at - 1))
  button(dialog, 'next').addEventListener('click', () => show(at + 1))
  button(dialog, 'close').addEventListener('click', () => dialog.close())
  button(dialog, 'zoom').addEventListener('click', () => zoom(dialog))
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dialog.close()
    else if (event.key === 'ArrowLeft') show(at - 1)
    else if (event.key === 'ArrowRight') show(at + 1)
    else if (event.key === '+' || event.key === '-') zoom(dialog)
    else return
    event.preventDefault()
  })
}

/** Every page of every paper that can be shown, in the order of the links. */
function sheetsIn(area: HTMLElement, pageOf: string): Sheet[] {
  const links = [...area.querySelectorAll<HTMLAnchorElement>('a[data-paper]')]
  return links.flatMap((link) => {
    const { paper: shown = 'file', pages = '1' } = link.dataset
    if (shown === 'file') return []
    const title = link.dataset.title ?? link.textContent?.trim() ?? ''
    const count = Number(pages)
    const href = link.getAttribute('href') ?? ''
    return Array.from({ length: count }, (_, place) => ({
      href: place === 0 ? href : `${href}?page=${place + 1}`,
      title:
        count > 1
          ? `${title}, ${pageOf.replace('{page}', String(place + 1)).replace('{of}', String(count))}`
          : title,
      shown,
      link,
    }))
  })
}

function draw(dialog: HTMLElement, { href, title, shown }: Sheet): void {
  const place = dialog.querySelector<HTMLElement>('[data-shown]')
  const name = dialog.querySelector('#viewer-title')
  if (name) name.textContent = title
  dialog.querySelector('a[data-do=open]')?.setAttribute('href', href)
  button(dialog, 'zoom').hidden = shown !== 'picture'
  if (shown === 'picture') {
    const picture = document.createElement('img')
    picture.src = href
    picture.alt = title
    picture.className = 'mx-auto max-h-full max-w-full'
    place?.replaceChildren(picture)
  } else {
    const frame = document.createElement('iframe')
    frame.src = `${href}#navpanes=0&view=FitH`
    frame.title = title
    frame.className = 'block h-full w-full bg-sheet'
    place?.replaceChildren(frame)
  }
  place?.scrollTo(0, 0)
  place?.focus({ preventScroll: true })
}

/** Between the whole picture and its own size, at least twice as large. */
function zoom(dialog: HTMLElement): void {
  const picture = dialog.querySelector('img')
  if (!picture) return
  picture.classList.toggle('max-h-full')
  picture.classList.toggle('max-w-full')
  picture.classList.toggle('max-w-none')
  picture.classList.toggle('min-w-[200%]')
}

function button(dialog: HTMLElement, name: string): HTMLButtonElement {
  const found = dialog.querySelector<HTMLButtonElement>(`[data-do=${name}]`)
  if (!found) throw new Error(`the viewer lacks ${name}`)
  return found
}
