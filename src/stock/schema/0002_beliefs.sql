-- What a system of somebody else believes there is to sell, as far as it was told or said so
-- itself. teller: what tells it. delay_ms: how long the last change took to get there.
-- distribution: by variant
create table stock_beliefs (
  variant bigint not null,
  teller bigint not null,
  channel bigint not null,
  location bigint,
  units bigint not null,
  since bigint not null,
  delay_ms bigint,
  primary key (variant, teller)
);
create index stock_beliefs_by_teller on stock_beliefs (teller, variant);
