-- Who is told of our facts as they happen, as Standard Webhooks has it. Secrets are in
-- connectors_secrets, under this id.
-- distribution: by id
create table connectors_subscriptions (
  id bigint primary key,
  version bigint not null,
  name text not null,
  address text not null,
  facts text not null,
  state text not null,
  created bigint not null,
  changed bigint not null,
  delivered bigint,
  failing_since bigint,
  failures bigint not null,
  not_before bigint not null,
  busy_until bigint not null
);

-- What each is to be told or was told, in the order of the facts: (transaction_number, number) is
-- the place in the outbox.
-- distribution: by subscription
create table connectors_deliveries (
  subscription bigint not null,
  transaction_number bigint not null,
  number bigint not null,
  fact text not null,
  body text not null,
  state text not null,
  created bigint not null,
  attempts bigint not null,
  answered bigint,
  why text not null,
  message text not null,
  primary key (subscription, transaction_number, number)
);
create index connectors_deliveries_waiting
  on connectors_deliveries (subscription, transaction_number, number) where state = 'waiting';
create index connectors_deliveries_by_created on connectors_deliveries (created);
