-- The channels of a customer as the bits of one number, so that the list finds them without a look
-- into customers_channel. The figures are worked out anew.

-- Which bit a channel has, from 0 on, given once. There are 63; who has a higher one has none.
-- distribution: reference
create table customers_place (
  channel bigint not null,
  place integer not null
);

drop view feed_customer;
drop table customers_profile;

-- distribution: by customer
create table customers_profile (
  customer bigint not null,
  first_seen bigint not null,
  last_seen bigint not null,
  last_channel bigint not null,
  channels bigint not null,
  seen_on bigint not null,
  events bigint not null,
  orders bigint not null,
  units bigint not null,
  net_revenue bigint not null,
  margin bigint not null,
  last_order date
);
create index customers_profile_customer on customers_profile (customer);
create index customers_profile_first_seen on customers_profile (first_seen, customer);
create index customers_profile_last_seen on customers_profile (last_seen, customer);
create index customers_profile_channels on customers_profile (channels, customer);
create index customers_profile_events on customers_profile (events, customer);
create index customers_profile_orders on customers_profile (orders, customer);
create index customers_profile_net_revenue on customers_profile (net_revenue, customer);
create index customers_profile_margin on customers_profile (margin, customer);

create view feed_customer as
select customer, first_seen, last_seen, last_channel, channels, events, orders, units,
  net_revenue, margin, last_order from customers_profile;

delete from customers_followed;
