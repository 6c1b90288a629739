-- A file that was sent in place of words: what it is called and what it is.
alter table contacts_messages add column file text;
alter table contacts_messages add column file_type text;
alter table contacts_messages add column file_bytes bigint;

-- Where it lies, encrypted under the hash of its secret: gone with this row.
-- distribution: by contact_id
create table contacts_files (
  contact_id bigint not null,
  number bigint not null,
  sha256 text not null,
  secret text not null,
  primary key (contact_id, number)
);
