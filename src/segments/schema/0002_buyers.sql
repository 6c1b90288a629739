-- Who is in a segment for which there is a price, where orders are placed; as far as told.
-- distribution: by customer
create table segments_buyers (
  customer bigint not null,
  segment bigint not null,
  primary key (customer, segment)
);
create index segments_buyers_by_segment on segments_buyers (segment, customer);

-- For which version of such a segment, on which day and after which change its members were told.
-- distribution: reference
create table segments_told (
  segment bigint primary key,
  version bigint not null,
  day text not null,
  change bigint not null
);
