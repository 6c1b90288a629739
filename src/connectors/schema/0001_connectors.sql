-- Links between a channel and a system of somebody else.
-- distribution: reference
create table connectors_connections (
  id bigint primary key,
  version bigint not null,
  name text not null,
  system text not null,
  channel bigint not null,
  location bigint,
  address text not null,
  state text not null,
  calls_per_minute bigint not null,
  key text not null unique,
  created bigint not null,
  changed bigint not null
);

-- How it goes, and the last number that was given out.
-- distribution: by connection
create table connectors_health (
  connection bigint primary key,
  last_number bigint not null,
  received bigint,
  troubled bigint,
  trouble text not null
);

-- What is signed with, on either side. It must be used, so it is kept as it is: no route, export,
-- fact or log reads this table (decision 0030).
-- distribution: by connection
create table connectors_secrets (
  connection bigint not null,
  purpose text not null,
  id bigint not null,
  secret text not null,
  created bigint not null,
  ends bigint,
  primary key (connection, purpose, id)
);

-- What their programs call by a number: stable for ever, small, and of this connection alone.
-- distribution: by connection
create table connectors_numbers (
  connection bigint not null,
  number bigint not null,
  kind text not null,
  thing bigint not null,
  primary key (connection, number),
  unique (connection, kind, thing)
);
