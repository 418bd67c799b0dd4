import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const guidanceInvariants: readonly Invariant[] = [
  byQuery(
    'figures of raises and support policies are those of a province',
    sql`
      select 'raise_effort ' || e.unit_id || ' ' || e.kind as row
      from raise_effort e join unit u on u.id = e.unit_id where u.level <> 'province'
      union all
      select 'criterion_effort ' || e.unit_id || ' ' || e.criteria_set_id || ' ' || e.criterion as row
      from criterion_effort e join unit u on u.id = e.unit_id where u.level <> 'province'
      union all
      select 'support_policy ' || p.id as row
      from support_policy p join unit u on u.id = p.unit_id where u.level <> 'province'`,
  ),
  byQuery(
    'figures that a province entered are told by an event',
    sql`
      select 'raise_effort ' || e.unit_id || ' ' || e.kind as row from raise_effort e
      where not exists (
        select from event where name = 'raise_effort.changed'
          and subject = 'province:' || e.unit_id and facts ->> 'kind' = e.kind)
      union all
      select 'criterion_effort ' || e.unit_id || ' ' || e.criteria_set_id || ' ' || e.criterion from criterion_effort e
      where not exists (
        select from event where name = 'criterion_effort.changed' and subject = 'province:' || e.unit_id
          and (facts ->> 'setId', facts ->> 'criterion') = (e.criteria_set_id, e.criterion))`,
  ),
]
