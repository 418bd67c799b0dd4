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
  byQuery(
    'a dossier is recognised just when a star came of it',
    sql`select 'dossier ' || d.id as row from dossier d
        where (d.state = 'recognised') is distinct from
              exists (select from recognition r where r.dossier_id = d.id)`,
  ),
  byQuery(
    'every certificate was issued by one event, and revoked by one just when it has its revocation',
    sql`select 'certificate ' || c.code as row from certificate c
        left join certificate_revocation r on r.certificate_id = c.id
        left join lateral (
          select count(*) filter (where name = 'certificate.issued') as issued,
                 count(*) filter (where name = 'certificate.revoked') as revoked
          from event where subject = 'certificate:' || c.id
        ) happened on true
        where happened.issued <> 1 or happened.revoked <> (r.certificate_id is not null)::int`,
  ),
  byQuery(
    'every decision and every star of an earlier system came in by an event',
    sql`select 'recognition_decision ' || d.id as row from recognition_decision d
        where not exists (select from event where subject = 'decision:' || d.id and name = 'decision.signed')
        union all
        select 'recognition ' || r.id from recognition r
        where r.source = 'import' and not exists (
          select from event where subject = 'recognition:' || r.id and name = 'recognition.imported')`,
  ),
  byQuery(
    'a product shows one star, its newest',
    sql`select 'product ' || r.product_id as row from recognition r
        group by r.product_id having count(*) filter (where is_current) <> 1`,
  ),
  byQuery(
    'a letter to the centre sends results that its decision approved, not before it was signed',
    sql`select 'central_letter ' || l.number as row from central_letter l
        join recognition_decision d on d.id = l.decision_id
        where d.kind <> 'approve_result' or l.dated_on < d.decided_on or l.unit_path <> d.unit_path`,
  ),
]
