/** A file that a form brought; null when none was chosen, which browsers say with an empty one. */
export async function uploaded(field: unknown): Promise<{ name: string; bytes: Uint8Array } | null> {
  if (!(field instanceof File) || field.size === 0) return null
  return { name: field.name, bytes: new Uint8Array(await field.arrayBuffer()) }
}
