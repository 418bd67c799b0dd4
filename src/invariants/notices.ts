import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const noticeInvariants: readonly Invariant[] = [
  byQuery(
    'what a notice is about exists',
    sql`select 'notice ' || n.id || ' about ' || n.subject as row from notice n
        cross join lateral (select split_part(n.subject, ':', 1) as kind, split_part(n.subject, ':', 2) as id) s
        where not case s.kind
          when 'dossier' then exists (select from dossier where id = s.id::uuid)
          when 'certificate' then exists (select from certificate where id = s.id::uuid)
          when 'council' then exists (select from council where id = s.id::uuid)
          when 'council_session' then exists (select from council_session where id = s.id::uuid)
          when 'producer' then exists (select from producer where id = s.id::uuid)
          when 'person' then exists (select from person where id = s.id)
          when 'invitation' then exists (select from invitation where id = s.id::uuid)
          when 'import' then exists (select from import_batch where id = s.id::uuid)
          when 'unit' then exists (select from unit where id = s.id)
          else false end`,
  ),
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
