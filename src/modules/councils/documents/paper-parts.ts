import type { CriteriaSet } from '#modules/regulation/index.ts'
import { legalDay } from '#platform/dates.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import { showScore } from '#platform/text/format.ts'
import type { CouncilResult } from '../result-store.ts'
import type { Minutes } from '../session-minutes.ts'
import type { ClosedSession } from './drafts-of-session.ts'

/** One product of a session, with what its papers are written from. */
export interface AboutDossier {
  closed: ClosedSession
  result: CouncilResult
  line: Minutes['dossiers'][number]
  set: CriteriaSet
}

/** Head and mark of a council's paper that goes with its minutes and has no number of its own. */
export function councilHead({ minutes, issuer }: ClosedSession): Pick<Paper, 'head' | 'mark'> {
  return {
    head: { superior: issuer, issuer: minutes.council.name, unnumbered: true },
    mark: minutes.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
  }
}

/** Which minutes a paper goes with. */
export function withMinutes({ minutes }: ClosedSession): string {
  const { number, session } = minutes
  return `Kèm theo Biên bản số ${number} ${legalDay(session.heldOn)}, ${session.name}, ${session.place}.`
}

/** What is judged and by which sheet, a line each. */
export function dossierFacts({ line, set, result }: AboutDossier): Block {
  return {
    is: 'facts',
    rows: [
      ['Mã hồ sơ', line.code],
      ['Sản phẩm', line.product],
      ['Chủ thể', line.producer],
      ['Bộ tiêu chí', `${set.code} ${set.nameVi} (${set.decision})`],
      ['Mã băm bộ tiêu chí (SHA-256)', result.criteriaDigest],
      ['Lượt chấm', String(result.round)],
    ],
  }
}

export function points(hundredths: number | null | undefined): string {
  return hundredths === null || hundredths === undefined ? '—' : showScore(hundredths, 'vi')
}

/** `4 sao`, `Loại`, `Rút khỏi buổi họp`. */
export function resultWords({ outcome, stars }: Minutes['dossiers'][number]): string {
  if (outcome === 'ranked') return `${stars} sao`
  return outcome === 'rejected' ? 'Loại' : 'Rút khỏi buổi họp'
}
