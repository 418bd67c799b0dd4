import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const importInvariants: readonly Invariant[] = [
  byQuery(
    'every imported list stands where its last event led',
    sql`select 'import_batch ' || b.id as row from import_batch b
        where b.state is distinct from (
          select case name when 'import.brought' then 'preview' when 'import.confirmed' then 'running'
                           when 'import.finished' then 'done' else 'discarded' end
          from event where subject = 'import:' || b.id
            and name in ('import.brought', 'import.confirmed', 'import.finished', 'import.discarded')
          order by seq desc limit 1)`,
  ),
]
