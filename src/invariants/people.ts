import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const peopleInvariants: readonly Invariant[] = [
  byQuery(
    'each role is held in a unit that existed on that day',
    sql`select 'role_holding ' || h.id as row from role_holding h
        left join unit u on u.path = h.unit_path
        where u.id is null or h.valid_from < u.valid_from or h.valid_from > coalesce(u.valid_to, h.valid_from)`,
  ),
]
