import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observe(method: string, status: number, seconds: number): void
  /** Everything measured, in the text form that Prometheus reads. */
  text(): Promise<string>
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'saolang_http_request_seconds',
    help: 'How long requests took, by method and by class of status',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  // Finding the series anew for each request costs more than the rest of the note.
  const series = new Map<string, Histogram.Internal<string>>()
  const seriesOf = (method: string, status: string) => {
    const key = `${method} ${status}`
    const found = series.get(key) ?? requests.labels({ method, status })
    series.set(key, found)
    return found
  }
  return {
    observe: (method, status, seconds) => seriesOf(method, `${Math.floor(status / 100)}xx`).observe(seconds),
    text: () => registry.metrics(),
  }
}
