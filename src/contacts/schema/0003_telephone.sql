-- By which number, name or address an exchange knows an agent.
alter table contacts_agents add column extension text not null default '';

create index contacts_agents_by_extension on contacts_agents (extension) where extension <> '';

-- An exchange that tells of its calls: by a token, of which the hash is kept.
-- distribution: reference
create table contacts_lines (
  id bigint primary key,
  name text not null,
  team bigint not null,
  token text not null unique,
  active boolean not null
);

-- Which contact a call of an exchange is. The numbers go when the customer is forgotten.
-- distribution: by call_id
create table contacts_calls (
  call_id text not null,
  line bigint not null,
  contact_id bigint,
  number text not null,
  direction text not null,
  ended boolean not null,
  moment bigint not null,
  primary key (call_id, line)
);

create index contacts_calls_by_contact on contacts_calls (contact_id);
create index contacts_calls_by_moment on contacts_calls (moment);

-- Six digits that a visitor reads aloud: whose device it is, as long as they hold.
-- distribution: by code
create table contacts_codes (
  code text primary key,
  identity bigint not null,
  expires bigint not null
);
