import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const noticeInvariants: readonly Invariant[] = [
  byQuery(
    'a notice of an event tells of one that was recorded, about the same thing',
    sql`select 'notice ' || n.id as row from notice n
        where n.cause like 'event/%' and not exists (
          select from event e where e.id = split_part(n.cause, '/', 2)::uuid and e.subject = n.subject)`,
  ),
  byQuery(
    'nobody is reminded twice of the same day of the same thing at the same threshold',
    sql`select person_id || ' ' || subject || ' ' || cause as row from notice
        group by person_id, subject, cause having count(*) > 1`,
  ),
  byQuery(
    'a notice went by mail at most once, to the person whom it tells',
    sql`select 'notice ' || n.id as row from notice n
        join outbox_mail m on m.id = n.mail_id join person p on p.id = n.person_id
        where n.mail = 'none' or (m.recipient <> p.email and m.queued_at > p.updated_at)`,
  ),
]
