-- What may be offered; texts, segments and phases as JSON.
-- distribution: reference
create table decisions_offers (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  act text not null,
  team bigint,
  texts text not null,
  cost bigint check (cost >= 0),
  wait_most_s bigint not null,
  cap_times bigint not null,
  cap_days bigint not null,
  from_moment bigint,
  until_moment bigint,
  segments text not null,
  phases text not null,
  discount_basis_points bigint,
  active boolean not null,
  created bigint not null,
  changed bigint not null
);

-- Where it may be offered; offers as JSON.
-- distribution: reference
create table decisions_placements (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  channel bigint not null,
  offers text not null,
  active boolean not null,
  created bigint not null,
  changed bigint not null
);

-- One row: what holds for all decisions.
-- distribution: reference
create table decisions_settings (
  id bigint primary key check (id = 1),
  version bigint not null,
  active boolean not null,
  hold_out_basis_points bigint not null,
  exploration_basis_points bigint not null,
  sure_basis_points bigint not null,
  outcome_days bigint not null,
  interest_views bigint not null,
  hour_cost bigint not null check (hour_cost >= 0),
  waiting_hour_cost bigint not null check (waiting_hour_cost >= 0),
  segments text not null
);
insert into decisions_settings (id, version, active, hold_out_basis_points,
  exploration_basis_points, sure_basis_points, outcome_days, interest_views, hour_cost,
  waiting_hour_cost, segments)
  values (1, 1, true, 1000, 1000, 8000, 30, 3, 35000000, 36000000, '[]');
