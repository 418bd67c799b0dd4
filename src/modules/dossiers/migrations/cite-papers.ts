import { type Kysely, sql } from 'kysely'
import { newId } from '#platform/ids.ts'

interface Loose {
  producerId: string
  sha256: string
  fileId: string
  paperKind: string | null
  title: string
  addedAt: Date
}

/**
 * Evidence becomes the citation of a paper. Files with the same content are one paper of their producer, the one that
 * its vault holds already where there is such; no piece of evidence is lost.
 */
// biome-ignore lint/suspicious/noExplicitAny: migrations see the whole database
export async function citePapers(db: Kysely<any>): Promise<void> {
  await sql`alter table dossier_evidence add paper_id uuid references producer_paper`.execute(db)
  await citeKnown(db)
  const { rows } = await sql<Loose>`
    select distinct on (d.producer_id, f.sha256) d.producer_id, f.sha256, e.file_id, e.paper_kind, e.title, e.added_at
    from dossier_evidence e
    join dossier d on d.id = e.dossier_id
    join stored_file f on f.id = e.file_id
    where e.paper_id is null
    order by d.producer_id, f.sha256, (e.paper_kind is null), e.added_at, e.id`.execute(db)
  for (const loose of rows) await keepLoose(db, loose)
  await citeKnown(db)
  await sql`alter table dossier_evidence alter column paper_id set not null`.execute(db)
  await sql`alter table dossier_evidence drop column file_id`.execute(db)
  await sql`create index dossier_evidence_paper on dossier_evidence (paper_id)`.execute(db)
}

/** Points evidence to the oldest paper of its producer that is just this content. */
async function citeKnown(db: Kysely<unknown>): Promise<void> {
  await sql`
    update dossier_evidence e set paper_id = (
      select p.id from producer_paper p
      join producer_paper_page page on page.paper_id = p.id
      join stored_file f on f.id = page.file_id
      join dossier d on d.id = e.dossier_id and d.producer_id = p.producer_id
      where f.sha256 = (select sha256 from stored_file where id = e.file_id)
        and not exists (select from producer_paper_page other where other.paper_id = p.id and other.position > 1)
      order by p.added_at, p.id limit 1)
    where paper_id is null`.execute(db)
}

async function keepLoose(db: Kysely<unknown>, loose: Loose): Promise<void> {
  const { producerId, fileId, paperKind, title, addedAt } = loose
  const id = newId(addedAt.getTime())
  await sql`
    insert into producer_paper (id, producer_id, kind, title, added_at)
    values (${id}, ${producerId}, ${paperKind ?? 'other'}, ${title.slice(0, 200) || null}, ${addedAt})`.execute(
    db,
  )
  await sql`insert into producer_paper_page (paper_id, position, file_id) values (${id}, 1, ${fileId})`.execute(
    db,
  )
}
