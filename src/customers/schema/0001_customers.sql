-- Which identities are one customer. Moments are microseconds since 1970, UTC.

-- One row: whoever changes links changes it first, so that no two do at once.
-- distribution: reference
create table customers_guard (
  id bigint primary key check (id = 1),
  changes bigint not null
);
insert into customers_guard (id, changes) values (1, 0);

-- What is between two identities, once from each side: when they were first seen together, and what
-- a person decided. `number` is that of the customer whose oldest link this is.
-- distribution: by identity
create table customers_link (
  identity bigint not null,
  other bigint not null,
  number bigint not null,
  seen bigint,
  decision text not null
    check (decision = 'none' or decision = 'joined' or decision = 'parted'),
  decided bigint not null,
  primary key (identity, other),
  check (identity <> other)
);
create index customers_link_number on customers_link (number) where identity < other;

-- What persons decided, each row once and for ever; `undone` takes back what the operation said.
-- distribution: by identity
create table customers_decision (
  identity bigint not null,
  id bigint not null,
  other bigint not null,
  operation bigint not null,
  step text not null check (step in ('joined', 'parted', 'undone')),
  ts bigint not null,
  actor text not null,
  reason text not null,
  primary key (identity, id)
);
create index customers_decision_operation on customers_decision (operation);
create index customers_decision_other on customers_decision (other);

-- Two verified identities that look like one person.
-- distribution: by identity
create table customers_proposal (
  identity bigint not null,
  other bigint not null,
  since bigint not null,
  primary key (identity, other)
);
create index customers_proposal_since on customers_proposal (since);
