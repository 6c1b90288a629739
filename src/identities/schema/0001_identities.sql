-- The secret that ids of identities are made with; one for the life of the store.
-- distribution: reference
create table identities_pepper (
  id bigint primary key check (id = 1),
  pepper bytea not null
);

-- What was seen, in its normal form. Filled from the log in batches, a moment after the events. The
-- check is no `in`: for more than two values SQLite makes a table of them for each row it inserts.
-- distribution: by identity
create table identities_identity (
  identity bigint primary key,
  kind text not null check (kind = 'device' or kind = 'user' or kind = 'email' or kind = 'phone' or
    kind = 'card' or kind = 'marketplace' or kind = 'session_code'),
  value text not null,
  first_seen bigint not null,
  last_seen bigint not null,
  verified boolean not null default false
);

-- Only identities that were merged; every other one is a customer of its own, with its own number.
-- distribution: by identity
create table identities_merged (
  identity bigint primary key,
  customer bigint not null,
  since bigint not null
);
create index identities_merged_customer on identities_merged (customer);

create view feed_identity as
  select identity, kind, value, first_seen, last_seen, verified from identities_identity;

create view feed_customer_of as
  select identity, customer, since from identities_merged;
