-- For which version of a segment, on which day, after which change and in which currency its
-- members were worked out.
-- distribution: reference
create table segments_followed (
  segment bigint primary key,
  version bigint not null,
  day date not null,
  change bigint not null,
  currency text not null
);
