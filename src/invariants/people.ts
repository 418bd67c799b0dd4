import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const peopleInvariants: readonly Invariant[] = [
  byQuery(
    'each role is held in a unit that existed on that day',
    sql`select 'role_holding ' || h.id as row from role_holding h
        left join unit u on u.path = h.unit_path
        where u.id is null or h.valid_from < u.valid_from or h.valid_from > coalesce(u.valid_to, h.valid_from)`,
  ),
  byQuery(
    'an account is closed just when its last event closed it',
    sql`select 'person ' || p.id as row from person p
        where (p.disabled_at is not null) is distinct from ('person.disabled' is not distinct from (
          select name from event where subject = 'person:' || p.id and name in ('person.disabled', 'person.enabled')
          order by seq desc limit 1))`,
  ),
  byQuery(
    'every role held was granted by an event, and ends when its last event says',
    sql`select 'role_holding ' || h.id as row from role_holding h
        left join lateral (
          select e.name, e.facts from event e
          where e.subject = 'person:' || h.person_id and e.name in ('role.granted', 'role.ended')
            and e.facts->>'holdingId' = h.id::text
          order by e.seq desc limit 1
        ) last on true
        where last.name is null
           or h.valid_to is distinct from
              (case last.name when 'role.ended' then last.facts->>'on' else last.facts->>'validTo' end)::date`,
  ),
]
