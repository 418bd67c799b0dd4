import type { ColumnType } from 'kysely'
import type { ConsultantTables } from '#modules/consultants/index.ts'
import type { CouncilTables } from '#modules/councils/index.ts'
import type { ImportTables } from '#modules/imports/index.ts'
import type { PlanTables } from '#modules/plans/index.ts'
import type { ProducerTables } from '#modules/producers/index.ts'
import type { RecognitionTables } from '#modules/recognition/index.ts'
import type { UnitTables } from '#modules/territory/index.ts'
import type { MailTables } from '#platform/mail/outbox-store.ts'
import type { SmsTables } from '#platform/sms/outbox-store.ts'
import type { MailChoice, NoticeKind } from './notice-kinds.ts'

/** What fills the sentences of a notice, in no language: names, numbers, days as `YYYY-MM-DD`. */
export type NoticeFacts = Readonly<Record<string, string | number>>

export interface NoticeRow {
  /** Made of the moment of the cause, so that it sorts by it. */
  id: string
  personId: string
  kind: NoticeKind
  /** Which sentences say it: `notices:wording.<wording>.title` and `.text`. */
  wording: string
  /** What it is about: `dossier:<id>`. */
  subject: string
  /** Why it came: `event/<id>`, or `reminder/<rule>/<day>/<threshold>`. Nobody is told twice for one cause. */
  cause: string
  facts: ColumnType<NoticeFacts, string, never>
  href: string
  causedAt: Date
  readAt: Date | null
  mail: MailChoice
  /** From when on no mail about it is to be written any more. */
  mailSettledAt: Date | null
  mailId: string | null
}

export interface PushSubscriptionRow {
  id: string
  personId: string
  endpoint: string
  p256dh: string
  auth: string
  /** What the person knows the device by. */
  device: string
  addedAt: Date
}

/** The tables that this module may touch: its own and the outbox; those of the modules below it only reads. */
export interface NoticeTables
  extends MailTables,
    ConsultantTables,
    SmsTables,
    CouncilTables,
    RecognitionTables,
    ImportTables,
    PlanTables,
    ProducerTables,
    UnitTables {
  notice: NoticeRow
  noticeChoice: { personId: string; kind: NoticeKind; mail: MailChoice }
  pushSubscription: PushSubscriptionRow
}
