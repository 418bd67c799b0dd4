/** A PostgreSQL of its own, empty, until it is stopped. */
export function startPostgres(): Promise<{ url: string; stop(): Promise<void> }>
