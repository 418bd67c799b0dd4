import { isVaultKind, type PaperKind, type PaperStatus, paperStatuses } from '#modules/producers/index.ts'
import { fold } from '#platform/db/fold.ts'
import type { VaultLine } from './read-vault.ts'

/** What a vault is searched for; a replaced paper is found only where it is asked for. */
export interface VaultQuery {
  q: string
  kind: PaperKind | ''
  status: PaperStatus | ''
}

export function readVaultQuery(asked: Record<string, string | undefined>): VaultQuery {
  const { q = '', kind = '', status = '' } = asked
  return {
    q: q.trim().slice(0, 100),
    kind: isVaultKind(kind) ? kind : '',
    status: paperStatuses.find((one) => one === status) ?? '',
  }
}

/** The query as it stands in an address: `?q=…`, empty when nothing is asked. */
export function writeVaultQuery(query: VaultQuery): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '')
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
}

/** Whether the line is asked for; `named` says what its kind is called. */
export function isAsked(
  { paper, status }: Pick<VaultLine, 'paper' | 'status'>,
  query: VaultQuery,
  named: (kind: PaperKind) => string,
): boolean {
  if (query.kind && paper.kind !== query.kind) return false
  if (query.status ? status !== query.status : status === 'replaced') return false
  const { title, number, issuer, note, pages } = paper
  const said = [title, number, issuer, note, named(paper.kind), ...pages.map(({ name }) => name)]
  const text = fold(said.filter(Boolean).join(' '))
  return fold(query.q)
    .split(' ')
    .every((word) => text.includes(word))
}
