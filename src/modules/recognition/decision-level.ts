import { holds, type Role } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { DecisionLevel } from './recognition-tables.ts'

const officials: readonly Role[] = ['leader', 'province_officer', 'central_officer', 'auditor']

/** The province of a unit: `vn/14/03868` lies in `vn/14`. */
export function provinceOf(unitPath: string): string {
  return unitPath.split('/').slice(0, 2).join('/')
}

/** Where decisions of a level about things in a unit are numbered and signed. */
export function issuerOf(level: DecisionLevel, unitPath: string): string {
  return level === 'centre' ? 'vn' : provinceOf(unitPath)
}

/**
 * Whether the actor decides for the issuer: the leaders of exactly that unit (QĐ 26/2026 art. 7.3e: the chair of the
 * province's People's Committee; art. 7.4: the minister). The centre does not decide what is a province's to decide.
 */
export function mayDecide(actor: Actor, issuer: string): boolean {
  return actor.holdings.some(
    ({ role, unitPath }) => role === 'system' || (role === 'leader' && unitPath === issuer),
  )
}

/** Whether the actor writes down what the centre decided: its leaders and officers. */
export function mayRecordForCentre(actor: Actor): boolean {
  return mayDecide(actor, 'vn') || holds(actor, 'central_officer', 'vn')
}

/** Whether the actor sees decisions and certificates of a unit with what only officials see. */
export function maySee(actor: Actor, unitPath: string): boolean {
  return holds(actor, officials, provinceOf(unitPath))
}

/** Who reads decisions and certificates within its reach. */
export const certificateReaders: readonly Role[] = [
  ...officials,
  'commune_officer',
  'inspector',
  'administrator',
]

/** Whether the actor reads the officials' page of a certificate of that place. */
export function mayReadCertificate(actor: Actor, unitPath: string): boolean {
  return holds(actor, certificateReaders, unitPath)
}

/** Who sees what waits for a decision. */
export const decisionReaders = officials
