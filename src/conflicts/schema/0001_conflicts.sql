-- What channels contradict each other in, a row for each contradiction that was ever found; key is
-- what makes it the same one when it is found again. stake: micro-units of the currency.
-- distribution: reference
create table conflicts_conflicts (
  id bigint primary key,
  version bigint not null,
  key text not null unique,
  kind text not null,
  variant bigint,
  product bigint,
  sku text not null,
  name text not null,
  language text not null,
  about text not null,
  channel bigint not null,
  value text not null,
  other bigint,
  other_value text not null,
  reported_only boolean not null,
  stake bigint,
  currency text not null,
  no_stake text,
  since bigint not null,
  state text not null,
  owner bigint,
  reason text not null,
  changed bigint not null,
  closed bigint,
  search text not null,
  sort_name text not null
);
create index conflicts_conflicts_by_state on conflicts_conflicts (state, stake);

-- The night in which was looked last, so that it happens once, whichever process comes first, and
-- when a look last came to an end. One row, whose id is 1.
-- distribution: reference
create table conflicts_look (
  id bigint primary key,
  night text not null,
  looked bigint
);
