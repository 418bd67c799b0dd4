/** A dossier that cites a paper, as people name it. */
export interface CitedDossier {
  dossierId: string
  code: string
  productName: string
}

/** The dossiers of citations, each once. */
export function dossiersOf(citations: readonly CitedDossier[]): CitedDossier[] {
  const byId = new Map(
    citations.map(({ dossierId, code, productName }) => [dossierId, { dossierId, code, productName }]),
  )
  return [...byId.values()]
}
