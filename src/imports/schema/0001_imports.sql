-- Mappings that people made, each under its name. See mapping.h.
-- distribution: reference
create table imports_mapping (
  id bigint primary key,
  version bigint not null,
  name text not null unique,
  title text not null,
  mapping text not null,
  created bigint not null,
  changed bigint not null,
  changed_by text not null
);

-- Files that were brought in, or were begun with. Which file it was is its bytes, whatever it was
-- called; how it was read is its mapping.
-- distribution: reference
create table imports_import (
  id bigint primary key,
  file_name text not null,
  file_size bigint not null,
  file_hash text not null,
  mapping_name text not null,
  mapping_hash text not null,
  mapping text not null,
  source bigint not null,
  state text not null check (state in ('running', 'done', 'stopped', 'failed')),
  rows bigint not null,
  events bigint not null,
  duplicates bigint not null,
  quarantined bigint not null,
  withheld bigint not null,
  problem_rows bigint not null,
  bytes bigint not null,
  problems text not null,
  started bigint not null,
  changed bigint not null,
  started_by text not null,
  unique (file_hash, mapping_hash)
);

-- Files that were sent to be imported and wait for their mapping; they lie beside the data.
-- distribution: reference
create table imports_file (
  id bigint primary key,
  name text not null,
  size bigint not null,
  path text not null,
  created bigint not null,
  created_by text not null
);
