-- Where pieces lie. rank: where they are taken from first.
-- distribution: reference
create table stock_locations (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  kind text not null,
  sells boolean not null,
  rank bigint not null,
  active boolean not null,
  created bigint not null,
  changed bigint not null
);

-- How many pieces of each variant a channel leaves for the others, at each location.
-- distribution: reference
create table stock_buffers (
  channel bigint primary key,
  units bigint not null check (units >= 0)
);

-- How many pieces there are and how many of them are promised. on_hand is the sum of the movements,
-- reserved that of the reservations that are held; both are kept in the unit of the change.
-- distribution: by variant
create table stock_levels (
  variant bigint not null,
  location bigint not null,
  on_hand bigint not null,
  reserved bigint not null check (reserved >= 0),
  safety bigint not null check (safety >= 0),
  primary key (variant, location),
  check (reserved <= on_hand)
);

-- What came, went or was counted. Never changed.
-- distribution: by variant
create table stock_movements (
  variant bigint not null,
  id bigint not null,
  location bigint not null,
  kind text not null,
  quantity bigint not null,
  moment bigint not null,
  reference text not null,
  note text not null,
  actor text not null,
  primary key (variant, id)
);

create index stock_movements_by_id on stock_movements (id);

-- Pieces promised to somebody. quantity is what is still held of them.
-- distribution: by variant
create table stock_reservations (
  variant bigint not null,
  id bigint not null,
  location bigint not null,
  quantity bigint not null check (quantity >= 0),
  fulfilled bigint not null,
  broken bigint not null,
  state text not null,
  purpose text not null,
  reference text not null,
  channel bigint,
  bundle bigint,
  incoming bigint,
  expires bigint,
  created bigint not null,
  ended bigint,
  primary key (variant, id)
);

create index stock_reservations_by_id on stock_reservations (id);
create index stock_reservations_by_reference on stock_reservations (reference);
create index stock_reservations_held on stock_reservations (variant, location)
  where state = 'held';
create index stock_reservations_due on stock_reservations (expires)
  where ended is null and expires is not null;
create index stock_reservations_waiting on stock_reservations (variant, incoming, id)
  where state = 'waiting';

-- What was bought and is to come. promised is the sum of the reservations that wait for it.
-- distribution: by variant
create table stock_incoming (
  variant bigint not null,
  id bigint not null,
  version bigint not null,
  location bigint not null,
  quantity bigint not null,
  received bigint not null check (received >= 0),
  kept bigint not null check (kept >= 0),
  promised bigint not null check (promised >= 0),
  expected bigint not null,
  reference text not null,
  state text not null,
  created bigint not null,
  changed bigint not null,
  primary key (variant, id),
  check (received <= quantity),
  check (promised = 0 or promised + received + kept <= quantity)
);

create index stock_incoming_by_id on stock_incoming (id);
