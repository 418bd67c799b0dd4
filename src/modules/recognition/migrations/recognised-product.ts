import { type Migration, sql } from 'kysely'

/**
 * What the public site, statistics and open data read: one row for each recognition, with the product, its producer,
 * the unit of that day and the unit of today, the certificate and its revocation.
 */
export const recognisedProduct: Migration = {
  async up(db) {
    await sql`
      create view recognised_product as
      select
        recognition.id as recognition_id, recognition.stars, recognition.year, recognition.level,
        recognition.recognised_on, recognition.expires_on, recognition.in_force_until, recognition.source,
        recognition.note, recognition.is_current, recognition.regime_id, recognition.dossier_id,
        (recognition.is_demo or product.is_demo) as is_demo,
        product.id as product_id, product.slug, product.name as product_name, product.fold as product_fold,
        product.product_set_no, product.group_code, product.picture_art, product.picture_file_id,
        producer.id as producer_id, producer.kind as producer_kind, producer.name as producer_name,
        producer.fold as producer_fold,
        recognition.unit_id, recognition.unit_path, unit.name as unit_name, unit.valid_to as unit_valid_to,
        coalesce(today.id, unit.id) as today_unit_id, coalesce(today.name, unit.name) as today_unit_name,
        coalesce(today.path, unit.path) as today_unit_path,
        decision.id as decision_id, decision.number as decision_number, decision.decided_on, decision.signer_name,
        decision.signer_post,
        certificate.id as certificate_id, certificate.code, certificate.number as certificate_number,
        certificate.issued_on, certificate.facts,
        revocation.revoked_on, revocation.ground, revocation.reason,
        revoking.id as revocation_id, revoking.number as revocation_number
      from recognition
      join product on product.id = recognition.product_id
      join producer on producer.id = recognition.producer_id
      left join unit on unit.id = recognition.unit_id
      left join lateral (
        with recursive line(id) as (
          select recognition.unit_id
          union
          select successor_id from line join unit_successor on former_id = line.id and main
        )
        -- Looked up by key for each step: joined freely, all units would be read for every row.
        select here.id, here.name, here.path
        from line cross join lateral (
          select id, name, path from unit where unit.id = line.id and valid_to is null offset 0
        ) here
        limit 1
      ) today on true
      left join recognition_decision decision on decision.id = recognition.decision_id
      left join certificate on certificate.recognition_id = recognition.id
      left join certificate_revocation revocation on revocation.certificate_id = certificate.id
      left join recognition_decision revoking on revoking.id = revocation.decision_id`.execute(db)
  },
}
