-- What happened, a row for each accepted event. Amounts are micro-units, moments microseconds;
-- `day` is the company's own. identity 0: nobody knows who it was.
-- distribution: by identity
create table events_event (
  event bigint not null,
  ts bigint not null,
  received bigint not null,
  day date not null,
  source bigint not null,
  identity bigint not null,
  channel bigint not null,
  kind text not null,
  phase text,
  campaign text not null,
  product text not null,
  quantity bigint,
  revenue bigint,
  cost bigint,
  currency text not null,
  duration_s bigint,
  order_reference text not null,
  part text not null,
  counted boolean not null,
  props text not null
);
create index events_event_event on events_event (event);
create index events_event_day on events_event (day);
create index events_event_identity on events_event (identity, ts);

-- Sums of what counts, kept while shipping. `events` also has what does not count.
-- distribution: reference
create table events_daily (
  day date not null,
  channel bigint not null,
  kind text not null,
  currency text not null,
  events bigint not null,
  orders bigint not null,
  quantity bigint not null,
  revenue bigint not null,
  cost bigint not null,
  primary key (day, channel, kind, currency)
);

-- What a batch adds to events_daily, on its way there.
-- distribution: reference
create table events_daily_added (
  day date not null,
  channel bigint not null,
  kind text not null,
  currency text not null,
  events bigint not null,
  orders bigint not null,
  quantity bigint not null,
  revenue bigint not null,
  cost bigint not null
);

-- The same per identity, of money facts only, with when it was first and last seen. Only added to:
-- the rows of one identity, day and channel are summed by whoever reads them. `shipment` grows, so
-- that whoever follows finds who did something since.
-- distribution: by identity
create table events_identity_day (
  identity bigint not null,
  day date not null,
  channel bigint not null,
  currency text not null,
  events bigint not null,
  orders bigint not null,
  quantity bigint not null,
  revenue bigint not null,
  cost bigint not null,
  first_ts bigint,
  last_ts bigint,
  shipment bigint not null
);
create index events_identity_day_identity on events_identity_day (identity);
create index events_identity_day_shipment on events_identity_day (shipment);

-- What the channels were called when they were last shipped.
-- distribution: reference
create table events_channel (
  channel bigint primary key,
  code text not null,
  name text not null
);

-- How far the log has been shipped, and in how many shipments; `received` is when the last batch
-- arrived.
-- distribution: reference
create table events_cursor (
  name text primary key,
  transaction_id bigint not null,
  number bigint not null,
  received bigint not null,
  shipments bigint not null
);

create view feed_event as
select event, ts, received, day, source, identity, channel, kind, phase, campaign, product,
  quantity, revenue, cost, currency, duration_s, order_reference, part, counted, props
from events_event;

create view feed_daily as
select day, channel, kind, currency, events, orders, quantity, revenue, cost from events_daily;

create view feed_identity_day as
select identity, day, channel, currency, events, orders, quantity, revenue, cost, first_ts,
  last_ts, shipment
from events_identity_day;

create view feed_channel as
select channel, code, name from events_channel;

create view feed_shipped as
select received, shipments from events_cursor where name = 'events.shipping';
