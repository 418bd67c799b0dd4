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
    try {
      const worker = await openWorker()
      const known = await worker.pushManager.getSubscription()
      if (known) await turnOff(known)
      else await turnOn(worker, box.dataset.key ?? '')
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
