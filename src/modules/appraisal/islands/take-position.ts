const box = document.querySelector<HTMLElement>('#position')
const button = box?.querySelector('button')
const status = box?.querySelector<HTMLElement>('[role=status]')
const latitude = box?.querySelector<HTMLInputElement>('input[name=latitude]')
const longitude = box?.querySelector<HTMLInputElement>('input[name=longitude]')

/** About a metre: what a phone knows at best. */
const decimals = 5

if (box && button && status && latitude && longitude && 'geolocation' in navigator) {
  const says = (word: string, facts: Record<string, string> = {}) => {
    const sentence = box.dataset[word] ?? ''
    status.textContent = sentence.replaceAll(/\[(\w+)\]/g, (_, name: string) => facts[name] ?? '')
  }
  button.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    says('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        latitude.value = coords.latitude.toFixed(decimals)
        longitude.value = coords.longitude.toFixed(decimals)
        button.disabled = false
        says('taken', { metres: String(Math.round(coords.accuracy)) })
      },
      ({ code, PERMISSION_DENIED }) => {
        button.disabled = false
        says(code === PERMISSION_DENIED ? 'denied' : 'failed')
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  })
}
