-- A buffer that nobody set by hand is reckoned for each variant, from the service that is asked of
-- it: how often, in hundredths of a per cent, nothing may be sold that is gone.
alter table stock_buffers add column by_hand boolean not null default true;
alter table stock_buffers add column service bigint not null default 9900;

-- How late those through which a channel sells hear of a change, smoothed (RFC 6298).
-- distribution: reference
create table stock_delays (
  channel bigint primary key,
  smoothed_ms bigint not null,
  deviation_ms bigint not null
);

-- How many pieces of a variant a channel leaves for the others, where that is more than none, and
-- what that was reckoned from: own and others are the pieces of a week.
-- distribution: by variant
create table stock_reckoned (
  variant bigint not null,
  channel bigint not null,
  units bigint not null check (units > 0),
  delay_ms bigint not null,
  own bigint not null,
  others bigint not null,
  service bigint not null,
  primary key (variant, channel)
);
