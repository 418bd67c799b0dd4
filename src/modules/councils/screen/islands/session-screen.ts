// Keeps the screen in the room up to date: asks whether it looks otherwise now, and takes over what has changed.
const every = 3_000

function follow(shown: HTMLElement): void {
  let tag = ''
  const ask = async () => {
    try {
      const headers = { accept: 'text/html;q=0.9', ...(tag ? { 'if-none-match': tag } : {}) }
      const answer = await fetch(location.href, { headers, cache: 'no-store' })
      if (answer.status === 200) {
        tag = answer.headers.get('etag') ?? ''
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const now = page.getElementById(shown.id)
        if (now && now.innerHTML !== shown.innerHTML) shown.innerHTML = now.innerHTML
      }
    } catch {
      // Without a line the screen stays as it is, and is asked about again.
    }
    setTimeout(ask, every)
  }
  setTimeout(ask, every)
}

/** How long the product has been called, counted here: the server is not asked for a second that has passed. */
function count(): void {
  for (const clock of document.querySelectorAll<HTMLElement>('[data-since]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(clock.dataset.since ?? '')) / 1000))
    const minutes = String(Math.floor(seconds / 60)).padStart(2, '0')
    clock.textContent = `${minutes}:${String(seconds % 60).padStart(2, '0')}`
  }
}

const shown = document.getElementById('main')
if (shown) {
  follow(shown)
  count()
  setInterval(count, 1_000)
}
