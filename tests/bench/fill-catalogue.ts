import { type Kysely, sql } from 'kysely'
import { fold, sortKey } from '../../src/platform/db/fold.ts'
import { newId } from '../../src/platform/ids.ts'

const wares = [
  'Chè Shan tuyết',
  'Cà phê bột',
  'Trà xanh mây',
  'Mận sấy dẻo',
  'Xoài sấy dẻo',
  'Mật ong rừng',
  'Gạo nếp tan',
  'Long nhãn sấy',
  'Tỏi đen',
  'Măng trúc muối',
  'Hồng sấy gió',
  'Thịt trâu gác bếp',
  'Tinh dầu sả',
  'Rượu mận',
  'Chuối sấy giòn',
  'Táo mèo ngâm',
  'Bánh chưng gù',
  'Thổ cẩm',
  'Cá hồi hun khói',
  'Sữa chua nếp cẩm',
]

interface Place {
  id: string
  path: string
  name: string
  fold: string
}

/**
 * So many recognised products in all communes of Sơn La, five of each producer, half of them in force with a certificate.
 * Answers one of those.
 */
export async function fillCatalogue(
  db: Kysely<unknown>,
  size: number,
): Promise<{ code: string; slug: string }> {
  const { rows: places } = await sql<Place>`
    select id, path, name, fold from unit
    where path like 'vn/14/%' and level = 'commune' and valid_to is null order by id`.execute(db)
  await insertProducers(db, places, size / 5)
  await insertProducts(db, size)
  await recognise(db)
  await sql`analyze`.execute(db)
  const { rows } = await sql<{ code: string; slug: string }>`
    select code, slug from certificate join recognition on recognition.id = recognition_id
    join product on product.id = product_id limit 1`.execute(db)
  const [first] = rows
  if (!first) throw new Error('no certificate was made')
  return first
}

async function insertProducers(db: Kysely<unknown>, places: readonly Place[], count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, place) => {
    const at = places[place % places.length]
    const name = `HTX ${wares[place % wares.length]} ${at?.name.replace(/^\S+ /, '')} ${place}`
    return { id: newId(), name, fold: fold(name), sort: sortKey(name), unit: at?.id, path: at?.path }
  })
  await sql`
    insert into producer (id, kind, name, fold, sort_key, unit_id, unit_path, source, created_at, updated_at)
    select id, 'cooperative', name, fold, sort, unit, path, 'import', now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, name text, fold text, sort text, unit text, path text)`.execute(db)
}

async function insertProducts(db: Kysely<unknown>, count: number): Promise<void> {
  const { rows: owners } = await sql<{ id: string; fold: string }>`select id, fold from producer`.execute(db)
  const rows = Array.from({ length: count }, (_, place) => {
    const name = `${wares[(place * 13) % wares.length]} ${place}`
    const slug = fold(name).replaceAll(/[^a-z0-9]+/g, '-')
    const owner = owners[(place * 7) % owners.length]
    return {
      id: newId(),
      name,
      slug,
      fold: fold(name),
      sort: sortKey(name),
      owner: owner?.id,
      set: (place % 12) + 1,
    }
  })
  await sql`
    insert into product (id, producer_id, slug, name, fold, sort_key, words, product_set_no, group_code, story,
      picture_art, unit_id, unit_path, created_at, updated_at)
    select row.id, owner, slug, row.name, row.fold, sort, row.fold || ' ' || producer.fold || ' ' || unit.fold, set,
      case when set % 4 = 0 then 'II' else 'I' end, ${'Một câu chuyện kể về sản vật của bản. '.repeat(8)}, 'che-shan',
      unit_id, unit_path, now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, name text, slug text, fold text, sort text, owner uuid, set int)
    join producer on producer.id = owner join unit on unit.id = unit_id`.execute(db)
}

/** Every second product in force by one decision, the others as they were once imported. */
async function recognise(db: Kysely<unknown>): Promise<void> {
  const decision = newId()
  await sql`
    insert into recognition_decision (id, kind, level, unit_path, number, decided_on, signer_name, signer_post, created_at)
    values (${decision}, 'recognise', 'province', 'vn/14', '1/QĐ-UBND', current_date - 30, 'Lan', 'Chủ tịch', now())`.execute(
    db,
  )
  await sql`
    insert into criteria_set (id, regime_id, product_set_no, content, digest, report, prepared_at)
    values ('qd26-2026-12', 'qd26-2026', 12, '{"id": "qd26-2026-12"}', repeat('0', 64), '{}', now())
    on conflict do nothing`.execute(db)
  await sql`
    create temporary table numbered as
    select product.*, row_number() over (order by id)::int as place from product`.execute(db)
  await sql`
    insert into dossier (id, code, product_id, producer_id, kind, regime_id, criteria_set_id, criteria_digest, state,
      unit_path, created_at, updated_at)
    select id, 'HS-2026-' || lpad(place::text, 6, '0'), id, producer_id, 'first', 'qd26-2026', 'qd26-2026-12', 'digest',
      'draft', unit_path, now(), now()
    from numbered where place % 2 = 0`.execute(db)
  await sql`
    insert into recognition (id, product_id, producer_id, dossier_id, stars, year, level, recognised_on, expires_on,
      in_force_until, decision_id, regime_id, unit_id, unit_path, source, is_current, created_at)
    select id, id, producer_id, case when place % 2 = 0 then id end, 3 + place % 3 / 2,
      case when place % 2 = 0 then extract(year from current_date)::int else 2019 + place % 4 end, 'province',
      case when place % 2 = 0 then current_date - 30 end,
      case when place % 2 = 0 then (current_date - 30 + interval '36 months')::date else '2023-12-31' end,
      case when place % 2 = 0 then (current_date - 30 + interval '36 months')::date end,
      case when place % 2 = 0 then ${decision}::uuid end, case when place % 2 = 0 then 'qd26-2026' end,
      unit_id, unit_path, case when place % 2 = 0 then 'decision' else 'import' end, true, now()
    from numbered`.execute(db)
  await sql`
    insert into certificate (id, recognition_id, code, number, issued_on, expires_on, facts)
    select id, id, '0000-' || lpad(place::text, 4, '0'), 'OCOP-' || place, current_date - 30,
      (current_date - 30 + interval '36 months')::date,
      jsonb_build_object('product', jsonb_build_object('code', 'SP', 'name', name), 'place', jsonb_build_object('name', ''),
        'issuer', jsonb_build_object('name', 'Ủy ban nhân dân tỉnh'))
    from numbered where place % 2 = 0 and place < 10000`.execute(db)
}
