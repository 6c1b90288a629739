-- What the platform keeps for all capabilities. Which migrations were applied is kept in
-- platform_migration, a table that the store makes by itself.

-- Facts of change; see platform/outbox. The order is (transaction_id, number).
-- distribution: local
create table platform_outbox (
  number ${growing_number},
  transaction_id bigint not null default ${transaction_id},
  topic text not null,
  payload text not null,
  created bigint not null
);
create index platform_outbox_order on platform_outbox (transaction_id, number);

-- The facts that no running transaction can still precede.
create view platform_outbox_settled as
  select transaction_id, number, topic, payload, created from platform_outbox
  where transaction_id < ${settled_before};

-- How far each consumer of facts is: up to and including this one.
-- distribution: local
create table platform_cursor (
  name text primary key,
  transaction_id bigint not null,
  number bigint not null,
  moved bigint not null
);

-- distribution: local
create table platform_job (
  id bigint primary key,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint not null default 0,
  message text not null default '',
  input text not null,
  cursor text not null default 'null',
  result text not null default 'null',
  creator bigint,
  cancelling boolean not null default false,
  holder bigint not null default 0,
  leased_until bigint not null default 0,
  announced bigint not null default 0,
  created bigint not null,
  changed bigint not null
);
create index platform_job_waiting on platform_job (id) where state in ('queued', 'running');

-- The bytes are here on PostgreSQL, and in the data folder beside a SQLite file.
-- distribution: local
create table platform_blob (
  sha256 text primary key,
  size bigint not null,
  media_type text not null,
  created bigint not null,
  bytes bytea
);

-- Answers that are given again when a request is repeated with the same key.
-- distribution: local
create table platform_idempotency (
  scope text not null,
  key text not null,
  request_hash text not null,
  status bigint not null,
  content_type text not null,
  headers text not null,
  body text not null,
  created bigint not null,
  primary key (scope, key)
);
create index platform_idempotency_age on platform_idempotency (created);

-- The processes that share this store have a number each, for their ids.
-- distribution: local
create table platform_node (
  node bigint primary key check (node between 0 and 63),
  leased_until bigint not null,
  high_water bigint not null
);
insert into platform_node (node, leased_until, high_water)
  with recursive nodes (node) as (
    select cast(0 as bigint) union all select node + 1 from nodes where node < 63
  )
  select node, 0, 0 from nodes;
