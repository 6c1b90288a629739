-- Moments are microseconds since 1970, UTC. Tokens and passwords stand here only as their hashes.

-- The one row that all administrators share, so that the last one cannot go and the first one
-- comes only once: while there are none, its token makes the first.
-- distribution: reference
create table access_house (
  id bigint primary key check (id = 1),
  admins bigint not null check (admins >= 0),
  setup_token bytea,
  setup_expires bigint
);
insert into access_house (id, admins) values (1, 0);

-- distribution: reference
create table access_users (
  id bigint primary key,
  email text not null unique,
  name text not null,
  language text not null,
  roles text not null,
  partner bigint,
  location bigint,
  active boolean not null,
  password text,
  created bigint not null,
  version bigint not null
);

-- One-time links with which a user sets a password; a new one replaces the one before.
-- distribution: reference
create table access_links (
  user_id bigint primary key references access_users (id),
  token bytea not null unique,
  expires bigint not null
);

-- distribution: reference
create table access_sessions (
  token bytea primary key,
  id bigint not null,
  user_id bigint not null references access_users (id),
  created bigint not null,
  last_seen bigint not null,
  device text not null,
  peer text not null
);
create index access_sessions_user on access_sessions (user_id);

-- How often someone tried to get in, by e-mail address and by network.
-- distribution: by subject
create table access_attempts (
  subject text primary key,
  failures bigint not null,
  delay bigint not null,
  last_try bigint not null
);
create index access_attempts_last_try on access_attempts (last_try);

-- distribution: reference
create table access_keys (
  id bigint primary key,
  token bytea not null unique,
  hint text not null,
  name text not null,
  scope text not null,
  roles text not null,
  partner bigint,
  location bigint,
  origins text not null,
  created bigint not null,
  created_by text not null,
  last_used text,
  revoked bigint
);

-- distribution: by token
create table access_customer_links (
  token bytea primary key,
  customer bigint not null,
  purpose text not null,
  created bigint not null,
  created_by text not null,
  expires bigint not null
);
create index access_customer_links_customer on access_customer_links (customer);

-- distribution: by token
create table access_customer_sessions (
  token bytea primary key,
  id bigint not null,
  customer bigint not null,
  purpose text not null,
  created bigint not null,
  last_seen bigint not null
);
create index access_customer_sessions_customer on access_customer_sessions (customer);

-- Who changed what, when and from where; before and after as JSON.
-- distribution: by entity_id
create table access_audit (
  id bigint not null,
  entity_id text not null,
  entity text not null,
  action text not null,
  ts bigint not null,
  actor text not null,
  actor_user bigint,
  peer text not null,
  before text not null,
  after text not null,
  primary key (entity_id, id)
);
create index access_audit_id on access_audit (id);
