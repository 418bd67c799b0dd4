const subscriptions = new Map<string, Set<string>>()

/** Has `job` queued whenever an event of this name is recorded. Called once, where the program is composed. */
export function on(eventName: string, job: string): void {
  const jobs = subscriptions.get(eventName) ?? new Set()
  subscriptions.set(eventName, jobs.add(job))
}

export function subscribersOf(eventName: string): Iterable<string> {
  return subscriptions.get(eventName) ?? []
}
