/** Reads one picture of the camera; null when there is no code in it. */
type ReadCode = (video: HTMLVideoElement) => Promise<string | null>

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}

const scanner = document.querySelector<HTMLElement>('#scanner')
const button = scanner?.querySelector('button')
const box = scanner?.querySelector<HTMLElement>('div')
const video = scanner?.querySelector('video')
const status = scanner?.querySelector<HTMLElement>('[role=status]')

if (scanner && button && box && video && status && navigator.mediaDevices) {
  const words = button.querySelector('span') ?? button
  const first = { button: words.textContent, status: status.textContent }
  let running = false

  const stop = () => {
    running = false
    for (const track of video.srcObject instanceof MediaStream ? video.srcObject.getTracks() : [])
      track.stop()
    video.srcObject = null
    video.hidden = true
    words.textContent = first.button
  }

  const start = async () => {
    running = true
    box.hidden = false
    video.hidden = false
    status.textContent = first.status
    words.textContent = scanner.dataset.stop ?? ''
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      await video.play()
      await watch(await openReader())
    } catch {
      if (running) status.textContent = scanner.dataset.denied ?? ''
    }
    stop()
  }

  const watch = async (read: ReadCode) => {
    while (running) {
      const text = await read(video)
      const code = text && codeIn(text)
      if (code) {
        running = false
        location.assign(`/v/${encodeURIComponent(code)}`)
      } else if (text) status.textContent = scanner.dataset.other ?? ''
      await new Promise((resolve) => setTimeout(resolve, 120))
    }
  }

  scanner.hidden = false
  button.addEventListener('click', () => (running ? stop() : void start()))
}

/** A pack's QR code holds the address of its truth page; only the code is taken, wherever the address leads. */
function codeIn(text: string): string | null {
  return /\/v\/([0-9A-Za-z]{4}-?[0-9A-Za-z]{4})(?:[/?#]|$)/.exec(text)?.[1] ?? null
}

/** The browser's own reader, or one that is loaded only now. */
async function openReader(): Promise<ReadCode> {
  const Own = Reflect.get(globalThis, 'BarcodeDetector') as
    | (new (options: {
        formats: string[]
      }) => Detector)
    | undefined
  if (Own) {
    const detector = new Own({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
  }
  const jsqr = (await import('jsqr')).default.default
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    if (!pen || video.videoWidth === 0) return null
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    pen.drawImage(video, 0, 0)
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
    return jsqr(data, width, height)?.data ?? null
  }
}
