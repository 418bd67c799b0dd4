const box = document.querySelector<HTMLElement>('#push')
const button = box?.querySelector('button')
const words = button?.querySelector('span')
const status = box?.querySelector<HTMLElement>('[role=status]')

const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

if (box && button && words && status) {
  const says = (word: string) => {
    status.textContent = box.dataset[word] ?? ''
  }

  const show = (subscription: PushSubscription | null) => {
    button.hidden = false
    words.textContent = (subscription ? box.dataset.off : box.dataset.on) ?? ''
    says(subscription ? 'isOn' : 'nothing')
  }

  const turn = async () => {
    button.disabled = true
    says('working')
    try {
      await Promise.race([turnOver(box.dataset.key ?? ''), tooLong()])
      // The list of devices is the server's to draw.
      location.reload()
    } catch {
      says(Notification.permission === 'denied' ? 'denied' : 'failed')
    } finally {
      button.disabled = false
    }
  }

  if (!isAble) says('unsupported')
  else if (Notification.permission === 'denied') says('denied')
  else {
    button.addEventListener('click', () => void turn())
    navigator.serviceWorker
      .getRegistration('/notices/')
      .then((worker) => worker?.pushManager.getSubscription() ?? null)
      .then(show, () => show(null))
  }
}

/** On when it was off, off when it was on. */
async function turnOver(key: string): Promise<void> {
  const worker = await openWorker()
  const known = await worker.pushManager.getSubscription()
  await (known ? turnOff(known) : turnOn(worker, key))
}

// A browser that does not reach its push service goes on trying without a word.
function tooLong(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 20_000))
}

async function openWorker(): Promise<ServiceWorkerRegistration> {
  const worker = await navigator.serviceWorker.register('/notices/worker.js', { scope: '/notices/' })
  const starting = worker.installing ?? worker.waiting
  if (worker.active || !starting) return worker
  return new Promise((resolve) => {
    starting.addEventListener('statechange', () => {
      if (starting.state === 'activated') resolve(worker)
    })
  })
}

async function turnOn(worker: ServiceWorkerRegistration, key: string): Promise<void> {
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  })
  try {
    await post('/notices/devices', subscription.toJSON())
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
}

async function turnOff(subscription: PushSubscription): Promise<void> {
  const { endpoint } = subscription
  await subscription.unsubscribe()
  await post('/notices/devices/removal', { endpoint })
}

async function post(path: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
}
