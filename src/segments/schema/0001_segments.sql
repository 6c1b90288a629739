-- The segments of a company. `rule` is JSON, as it goes over the wire.
-- distribution: reference
create table segments_segment (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  description text not null,
  rule text not null,
  owner bigint,
  archived boolean not null,
  created bigint not null,
  changed bigint not null
);

-- Where the tiers of the pyramid end, in hundredths of a percent of the buyers.
-- distribution: reference
create table segments_thresholds (
  id bigint primary key check (id = 1),
  version bigint not null,
  top bigint not null,
  large bigint not null,
  medium bigint not null
);
insert into segments_thresholds (id, version, top, large, medium) values (1, 1, 100, 400, 1500);
