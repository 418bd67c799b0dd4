import type { EventTables } from '#platform/events/event-store.ts'
import type { MailTables } from '#platform/mail/outbox-store.ts'
import type { Role } from './holds.ts'

/** The tables that this module may touch: its own, the platform's events and its outbox. */
export interface PeopleTables extends EventTables, MailTables {
  person: PersonRow
  signInSession: SessionRow
  credential: {
    id: string
    personId: string
    accountId: string
    providerId: string
    password: string | null
    createdAt: Date
    updatedAt: Date
  }
  verification: {
    id: string
    identifier: string
    value: string
    expiresAt: Date
    createdAt: Date
    updatedAt: Date
  }
  twoFactor: { id: string; personId: string; secret: string; backupCodes: string; verified: boolean }
  signInAttempt: { key: string; failures: number; lastAt: Date; freeAt: Date }
  knownDevice: {
    id: string
    personId: string
    tokenHash: string
    failures: number
    createdAt: Date
    lastUsedAt: Date
  }
  usedCode: { personId: string; codeHash: string; usedAt: Date }
  roleHolding: RoleHoldingRow
  invitation: InvitationRow
}

export interface PersonRow {
  id: string
  name: string
  email: string
  emailVerified: boolean
  locale: 'vi' | 'en'
  twoFactorEnabled: boolean
  /** The name and the e-mail as a search compares them. */
  fold: string
  sortKey: string
  isDemo: boolean
  disabledAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export interface SessionRow {
  id: string
  personId: string
  token: string
  ipAddress: string | null
  userAgent: string | null
  expiresAt: Date
  createdAt: Date
  updatedAt: Date
}

export interface RoleHoldingRow {
  id: string
  personId: string
  role: Role
  unitId: string
  unitPath: string
  producerId: string | null
  validFrom: string
  /** The first day on which the role no longer counts. */
  validTo: string | null
  grantedBy: string | null
  grantedAt: Date
  endedBy: string | null
  endedAt: Date | null
}

export interface InvitationRow {
  id: string
  email: string
  name: string
  role: Role
  unitId: string
  unitPath: string
  producerId: string | null
  tokenHash: string
  invitedBy: string
  invitedAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  acceptedBy: string | null
  revokedAt: Date | null
  revokedBy: string | null
}
