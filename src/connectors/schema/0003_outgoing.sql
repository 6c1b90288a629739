alter table connectors_connections add column tells_stock boolean not null default false;
alter table connectors_connections add column tells_prices boolean not null default false;

-- How fast a system may be called and how far going through everything is. next_call: when it would
-- be the turn of the next call if they came evenly; busy_until: a call is under way. sweep_after:
-- the SKU that going through everything has come to.
-- distribution: by connection
create table connectors_pace (
  connection bigint primary key,
  next_call bigint not null,
  not_before bigint not null,
  busy_until bigint not null,
  failures bigint not null,
  told bigint,
  sweep_after text,
  swept bigint not null,
  their_location text not null
);

-- What a system is still to be told: one row for each variant and kind, so that the newest wins.
-- wanted counts the changes since; again: something may still be on its way there, so it is told
-- once more at that moment; claimed: a call that is under way has it until then.
-- distribution: by connection
create table connectors_queue (
  connection bigint not null,
  kind text not null,
  variant bigint not null,
  wanted bigint not null,
  risk bigint not null,
  since bigint not null,
  due bigint not null,
  attempts bigint not null,
  again bigint,
  claimed bigint,
  failed boolean not null,
  why text not null,
  message text not null,
  primary key (connection, kind, variant)
);
create index connectors_queue_due on connectors_queue (connection, due) where not failed;

-- What a system calls our variants, and the price it was told last. theirs is empty where it had no
-- such product when it was looked up.
-- distribution: by connection
create table connectors_learnt (
  connection bigint not null,
  variant bigint not null,
  theirs text not null,
  parent text not null,
  item text not null,
  looked bigint not null,
  price bigint,
  primary key (connection, variant)
);
create index connectors_learnt_theirs on connectors_learnt (connection, theirs);
create index connectors_learnt_item on connectors_learnt (connection, item);

-- The calls of the last days.
-- distribution: by connection
create table connectors_calls (
  connection bigint not null,
  id bigint not null,
  what text not null,
  things bigint not null,
  moment bigint not null,
  took_ms bigint not null,
  lag_ms bigint,
  why text not null,
  message text not null,
  primary key (connection, id)
);

insert into connectors_pace
  (connection, next_call, not_before, busy_until, failures, swept, their_location)
  select id, 0, 0, 0, 0, 0, '' from connectors_connections;
