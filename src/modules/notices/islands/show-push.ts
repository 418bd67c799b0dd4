// Runs beside the pages, as a service worker: TypeScript's types of pages do not know it.
interface PushEvent extends Event {
  data: { json(): unknown } | null
  waitUntil(work: Promise<unknown>): void
}

interface ClickEvent extends Event {
  notification: Notification
  waitUntil(work: Promise<unknown>): void
}

interface Worker extends EventTarget {
  registration: ServiceWorkerRegistration
  clients: { openWindow(address: string): Promise<unknown> }
}

const worker = self as unknown as Worker

worker.addEventListener('push', (event) => {
  const push = event as PushEvent
  const { title = 'Sao Làng', text = '', href = '/notices', tag } = messageOf(push.data?.json())
  const look = { body: text, icon: '/icons/icon-192.png', data: { href }, ...(tag ? { tag } : {}) }
  push.waitUntil(worker.registration.showNotification(title, look))
})

worker.addEventListener('notificationclick', (event) => {
  const click = event as ClickEvent
  const { notification } = click
  notification.close()
  const { href } = (notification.data ?? {}) as { href?: string }
  // Only a page of this site, whatever a message says.
  const own = href && /^\/(?![/\\])/.test(href) ? href : '/notices'
  click.waitUntil(worker.clients.openWindow(own))
})

function messageOf(data: unknown): { title?: string; text?: string; href?: string; tag?: string } {
  return typeof data === 'object' && data !== null ? data : {}
}
