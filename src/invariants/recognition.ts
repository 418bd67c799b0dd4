import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const recognitionInvariants: readonly Invariant[] = [
  byQuery(
    'a star exists only by a decision, or came from the record of an earlier system',
    sql`select 'recognition ' || id as row from recognition
        where (source = 'decision') is distinct from (decision_id is not null)
           or (source = 'decision' and dossier_id is null)`,
  ),
  byQuery(
    'a recognition by decision has the stars of its dossier’s result',
    sql`select 'recognition ' || r.id as row from recognition r
        where r.source = 'decision' and not exists (
          select from council_result c where c.dossier_id = r.dossier_id and c.outcome = 'ranked' and c.stars >= r.stars)`,
  ),
  byQuery(
    'a certificate ends 36 months after its issue',
    sql`select 'certificate ' || code as row from certificate
        where expires_on <> (issued_on + interval '36 months')::date`,
  ),
  byQuery(
    'nobody holds a certificate for 1 or 2 stars, nor for 5 from a province',
    sql`select 'certificate ' || c.code as row from certificate c join recognition r on r.id = c.recognition_id
        where r.stars < 3 or (r.stars = 5 and r.level <> 'centre')`,
  ),
  byQuery(
    'every recognition by decision of 3 stars and more has its certificate',
    sql`select 'recognition ' || id as row from recognition
        where source = 'decision' and not exists (select from certificate where recognition_id = recognition.id)`,
  ),
]
