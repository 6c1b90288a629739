-- What buyers did, gathered anew for each fit of the models; money in one currency, in micro-units.
-- `again` is on what came after the first day, `before` up to the day from which the models are
-- checked.
-- distribution: by customer
create table value_buyer (
  customer bigint not null,
  channel bigint not null,
  first_day date not null,
  second_day date,
  last_day date not null,
  purchases bigint not null,
  spent bigint not null,
  spent_again bigint not null,
  margin bigint not null,
  purchases_before bigint not null,
  last_before date,
  spent_again_before bigint not null,
  channels_before bigint not null,
  channels_after bigint not null
);
create index value_buyer_customer on value_buyer (customer);

-- What a fit found, as JSON. Of those that are published there is one; whoever works on another one
-- has it here unpublished.
-- distribution: reference
create table value_fit (
  fit bigint not null,
  published boolean not null,
  figures text not null
);

-- What each buyer is worth by a fit. Scores go from 1 to 5, moments and money as above; what is
-- expected is empty where no model has an answer.
-- distribution: by customer
create table value_customer (
  fit bigint not null,
  customer bigint not null,
  channel bigint not null,
  first_day date not null,
  second_day date,
  last_day date not null,
  purchases bigint not null,
  spent bigint not null,
  recency bigint not null,
  frequency bigint not null,
  monetary bigint not null,
  alive double precision,
  orders double precision,
  orders_low double precision,
  orders_high double precision,
  clv bigint,
  clv_low bigint,
  clv_high bigint
);
create index value_customer_customer on value_customer (customer);
create index value_customer_cell on value_customer (recency, frequency);

create view feed_customer_value as
select worth.fit, customer, channel, first_day, second_day, last_day, purchases, spent, recency,
  frequency, monetary, alive, orders, orders_low, orders_high, clv, clv_low, clv_high
from value_customer as worth join value_fit on value_fit.fit = worth.fit and published;
