-- What handles of visitors and the hold-out are made with; one for the life of the store.
-- distribution: reference
create table decisions_secret (
  id bigint primary key check (id = 1),
  secret bytea not null
);

-- Versions of the policy: what was believed, as draws, and of what they were learnt.
-- distribution: reference
create table decisions_versions (
  number bigint primary key,
  created bigint not null,
  state text not null,
  reason text not null,
  design text not null,
  draws bytea not null,
  visits bigint not null,
  sales bigint not null,
  margin bigint not null,
  compared_rows bigint not null,
  gain double precision,
  gain_low double precision,
  gain_high double precision
);

-- Every decision for a visitor who allowed that it is kept, and what came of it. `details` has the
-- gate or the weighing of each offer.
-- distribution: by identity
create table decisions_log (
  identity bigint not null,
  id bigint not null,
  ts bigint not null,
  placement bigint not null,
  policy bigint not null,
  offer bigint,
  held_out boolean not null,
  reason text not null,
  gate text,
  probability double precision not null,
  draw double precision not null,
  cost double precision not null,
  queue double precision not null,
  exploration double precision not null,
  sure double precision not null,
  segment bigint,
  buyer boolean not null,
  phase text not null,
  learns boolean not null,
  until bigint not null,
  details bytea not null,
  shown bigint,
  dismissed bigint,
  accepted bigint,
  contact bigint,
  orders bigint not null,
  margin bigint not null,
  primary key (identity, id)
);

create index decisions_log_by_id on decisions_log (id);
create index decisions_log_by_placement on decisions_log (placement, id);

-- How often what was decided, by day of the company; of those who allowed nothing to be kept this
-- is all there is.
-- distribution: by placement
create table decisions_totals (
  placement bigint not null,
  day text not null,
  offer bigint not null,
  decisions bigint not null,
  primary key (placement, day, offer)
);

-- An order that followed a decision in time; once, however often it is told.
-- distribution: by identity
create table decisions_outcomes (
  identity bigint not null,
  decision bigint not null,
  event bigint not null,
  ts bigint not null,
  sale boolean not null,
  margin bigint not null,
  primary key (identity, decision, event)
);

create index decisions_outcomes_by_event on decisions_outcomes (event);
