/** The page of a paper that an address asks for, as `?page=2`; the first where it asks for none that there could be. */
export function pageIn(c: { req: { query(name: string): string | undefined } }): number {
  const page = c.req.query('page') ?? ''
  return /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1
}
