-- The sample company of this home, if it has one: while the row is there, all events and customers
-- are taken for invented. `channels` are those that came with it.
-- distribution: reference
create table simulator_sample (
  id bigint primary key check (id = 1),
  state text not null check (state in ('loading', 'present', 'removing')),
  world text not null,
  seed bigint not null,
  customers bigint not null,
  days bigint not null,
  from_day text not null,
  to_day text not null,
  events bigint not null,
  channels text not null,
  name_given boolean not null,
  job bigint,
  started bigint not null,
  changed bigint not null
);
