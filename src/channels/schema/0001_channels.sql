-- The worksheet: one row per channel. kind, missing, search and sort_name follow from the rest and
-- are there to filter and sort by.
-- distribution: reference
create table channels_channels (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  form text not null,
  state text not null,
  own_traits text,
  phases text not null,
  goal text not null,
  owner bigint,
  reach bigint,
  reach_note text not null,
  currency text not null,
  partner bigint,
  location bigint,
  notes text not null,
  created bigint not null,
  changed bigint not null,
  kind text not null,
  missing text not null,
  missing_count bigint not null,
  search text not null,
  sort_name text not null
);

-- What a channel costs, in the order in which it was written down.
-- distribution: reference
create table channels_costs (
  channel bigint not null references channels_channels (id),
  position bigint not null,
  kind text not null,
  note text not null,
  amount bigint not null check (amount >= 0),
  currency text not null,
  per text not null,
  from_day text not null,
  to_day text,
  primary key (channel, position)
);

-- How a channel joins with another one.
-- distribution: reference
create table channels_links (
  channel bigint not null references channels_channels (id),
  position bigint not null,
  to_channel bigint not null references channels_channels (id),
  state text not null,
  shares text not null,
  note text not null,
  primary key (channel, to_channel),
  check (channel <> to_channel)
);

create index channels_links_to on channels_links (to_channel);

-- What is looked at before a channel speaks for the brand.
-- distribution: reference
create table channels_checks (
  channel bigint not null references channels_channels (id),
  position bigint not null,
  name text not null,
  state text not null,
  note text not null,
  decided_by text,
  decided bigint,
  primary key (channel, name)
);
