-- Who sends events: a key, or the files of one mapping. See source.h.
-- distribution: reference
create table events_source (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('live', 'import')),
  key bigint unique,
  channel bigint not null,
  currency text not null,
  zone text not null,
  precedence text not null check (precedence in ('browser', 'server', 'shop', 'own')),
  contract text not null,
  silence_minutes bigint,
  silent boolean not null default false,
  created bigint not null,
  changed bigint not null
);

-- The log: one row for each unit that appended, in the order of the outbox (transaction_id,
-- number). How `records` are written is in codec.h.
-- distribution: local
create table events_batch (
  number ${growing_number},
  transaction_id bigint not null default ${transaction_id},
  source bigint not null,
  received bigint not null,
  first_ts bigint not null,
  last_ts bigint not null,
  events bigint not null,
  records bytea not null
);
create index events_batch_order on events_batch (transaction_id, number);

-- The values that ids of a batch were made from, until the room identities has them.
-- distribution: local
create table events_names (
  batch bigint primary key,
  names bytea not null
);

-- The batches that no running transaction can still precede.
create view events_batch_settled as
  select transaction_id, number, source, received, first_ts, last_ts, events, records
  from events_batch where transaction_id < ${settled_before};

-- How far each reader of the log is: up to and including this one.
-- distribution: local
create table events_cursor (
  name text primary key,
  transaction_id bigint not null,
  number bigint not null,
  moved bigint not null
);

-- Which event tells a money fact; another one takes its place only when its sender is believed
-- more. The one before is kept for the statement that replaced it to tell.
-- distribution: by reference
create table events_money (
  reference text not null,
  channel bigint not null,
  kind text not null,
  part text not null,
  rank bigint not null,
  event bigint not null,
  ts bigint not null,
  previous bigint,
  previous_ts bigint,
  primary key (reference, channel, kind, part)
);

-- What could not be understood: as it was sent, and in our own words as far as it was read.
-- distribution: by id
create table events_quarantine (
  id bigint primary key,
  source bigint not null,
  received bigint not null,
  reason text not null,
  pointer text not null,
  kind text not null,
  draft text not null,
  raw text not null,
  state text not null check (state in ('waiting', 'replayed', 'dropped')),
  changed bigint not null
);
create index events_quarantine_waiting on events_quarantine (source, reason, id)
  where state = 'waiting';

-- When each source last told something of each channel.
-- distribution: reference
create table events_freshness (
  source bigint not null,
  channel bigint not null,
  events bigint not null,
  last_ts bigint not null,
  last_received bigint not null,
  primary key (source, channel)
);

-- What each channel knows: how many of its events carry which kind of identity or which fact.
-- distribution: reference
create table events_coverage (
  channel bigint not null,
  aspect text not null check (aspect = 'identity' or aspect = 'fact' or aspect = 'kind'),
  name text not null,
  events bigint not null,
  last_ts bigint not null,
  primary key (channel, aspect, name)
);

create view feed_source as
  select id, code, name, kind, channel, currency, precedence, silent from events_source;
create view feed_freshness as
  select source, channel, events, last_ts, last_received from events_freshness;
create view feed_coverage as
  select channel, aspect, name, events, last_ts from events_coverage;
