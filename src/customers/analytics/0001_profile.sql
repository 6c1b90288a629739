-- Who is whose customer, and what each customer did. Money is in one currency, in micro-units,
-- moments are microseconds. All of it follows from the log and from what persons decided.

-- The merged identities; every other one is a customer of its own, with its own number.
-- distribution: by identity
create table customers_merged (
  identity bigint not null,
  customer bigint not null
);
create index customers_merged_identity on customers_merged (identity);
create index customers_merged_customer on customers_merged (customer);

-- What changes in customers_merged, on its way there.
-- distribution: by identity
create table customers_moved (
  identity bigint not null,
  customer bigint not null
);

-- Customers whose figures are worked out anew.
-- distribution: by customer
create table customers_stale (
  customer bigint not null
);

-- What a customer did on a channel.
-- distribution: by customer
create table customers_channel (
  customer bigint not null,
  channel bigint not null,
  first_seen bigint not null,
  last_seen bigint not null,
  events bigint not null,
  orders bigint not null,
  units bigint not null,
  net_revenue bigint not null,
  margin bigint not null,
  last_order date
);
create index customers_channel_customer on customers_channel (customer, channel);
create index customers_channel_channel on customers_channel (channel);

-- The same over all channels. An index on each figure: PostgreSQL sorts by none of a million rows.
-- distribution: by customer
create table customers_profile (
  customer bigint not null,
  first_seen bigint not null,
  last_seen bigint not null,
  last_channel bigint not null,
  channels bigint not null,
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

-- Up to where this follows shipments and facts, since when, and the currency of the money.
-- distribution: reference
create table customers_followed (
  id bigint primary key,
  shipment bigint not null,
  transaction_id bigint not null,
  number bigint not null,
  followed bigint not null,
  currency text not null
);

create view feed_customer_of as
select identity, customer from customers_merged;

create view feed_customer as
select customer, first_seen, last_seen, last_channel, channels, events, orders, units,
  net_revenue, margin, last_order from customers_profile;

create view feed_customer_channel as
select customer, channel, first_seen, last_seen, events, orders, units, net_revenue, margin,
  last_order from customers_channel;
