/** The papers of a closed session, frozen word for word, and who signed them. */
export const documents = [
  `create table session_document (
    id uuid primary key,
    session_id uuid not null references council_session,
    no int not null check (no > 0),
    kind text not null check (kind in ('minutes', 'summary', 'consolidated', 'sheet')),
    dossier_id uuid,
    member_id text,
    round int,
    name text not null check (name ~ '^[A-Za-z0-9._-]+$'),
    paper jsonb not null,
    digest text not null check (length(digest) = 64),
    frozen_at timestamptz not null,
    signing_file_id uuid references stored_file,
    file_id uuid references stored_file,
    unique (session_id, no),
    unique (session_id, name),
    check ((kind in ('minutes', 'summary')) = (dossier_id is null)),
    check ((kind = 'sheet') = (member_id is not null))
  )`,
  `create index session_document_signing_file on session_document (signing_file_id) where signing_file_id is not null`,
  `create index session_document_file on session_document (file_id) where file_id is not null`,
  `create table document_signature (
    document_id uuid not null references session_document,
    role text not null check (role in ('secretary', 'chair')),
    person_id text not null,
    name text not null,
    signed_at timestamptz,
    digest text,
    way text check (way in ('password', 'file')),
    file_id uuid references stored_file,
    certificate_of text,
    certificate text,
    primary key (document_id, role),
    check (num_nonnulls(signed_at, digest, way) in (0, 3)),
    check ((way is not distinct from 'file') = (file_id is not null)),
    check (num_nonnulls(file_id, certificate_of, certificate) in (0, 3))
  )`,
  `create index document_signature_awaited on document_signature (person_id) where signed_at is null`,
  `create index document_signature_file on document_signature (file_id) where file_id is not null`,
  // One certificate is one person's: on a document it signs once.
  `create unique index document_signature_certificate on document_signature (document_id, certificate)
    where certificate is not null`,
  `create function guard_session_document() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and (to_jsonb(new) - 'file_id' - 'signing_file_id')
          is not distinct from (to_jsonb(old) - 'file_id' - 'signing_file_id')
          and (old.file_id is null or new.file_id = old.file_id)
          and (old.signing_file_id is null or new.signing_file_id = old.signing_file_id) then
        return new;
      end if;
      raise exception 'a document of a session is never changed';
    end $$`,
  `create trigger session_document_stays before update or delete on session_document
    for each row execute function guard_session_document()`,
  `create function guard_document_signature() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.signed_at is not null
          or (new.document_id, new.role, new.person_id, new.name)
            is distinct from (old.document_id, old.role, old.person_id, old.name) then
        raise exception 'who signs a document is settled, and a signature is never changed';
      end if;
      if new.digest is distinct from (select digest from session_document where id = new.document_id) then
        raise exception 'a signature is for what the document says';
      end if;
      return new;
    end $$`,
  `create trigger document_signature_stays before update or delete on document_signature
    for each row execute function guard_document_signature()`,
]
