CREATE TABLE customers_changed(
  customer BIGINT NOT NULL,
  change BIGINT NOT NULL);

CREATE TABLE customers_channel(
  customer BIGINT NOT NULL,
  channel BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  events BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  units BIGINT NOT NULL,
  net_revenue BIGINT NOT NULL,
  margin BIGINT NOT NULL,
  last_order DATE);

CREATE TABLE customers_erased(
  erased BIGINT NOT NULL);

CREATE TABLE customers_followed(
  id BIGINT PRIMARY KEY,
  shipment BIGINT NOT NULL,
  transaction_id BIGINT NOT NULL,
  number BIGINT NOT NULL,
  followed BIGINT NOT NULL,
  currency VARCHAR NOT NULL);

CREATE TABLE customers_known(
  "identity" BIGINT NOT NULL,
  since BIGINT NOT NULL);

CREATE TABLE customers_merged(
  "identity" BIGINT NOT NULL,
  customer BIGINT NOT NULL);

CREATE TABLE customers_moved(
  "identity" BIGINT NOT NULL,
  customer BIGINT NOT NULL);

CREATE TABLE customers_place(
  channel BIGINT NOT NULL,
  place INTEGER NOT NULL);

CREATE TABLE customers_profile(
  customer BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  last_channel BIGINT NOT NULL,
  channels BIGINT NOT NULL,
  seen_on BIGINT NOT NULL,
  events BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  units BIGINT NOT NULL,
  net_revenue BIGINT NOT NULL,
  margin BIGINT NOT NULL,
  last_order DATE);

CREATE TABLE customers_stale(
  customer BIGINT NOT NULL);

CREATE TABLE events_breakdown(
  "event" BIGINT NOT NULL,
  "day" DATE NOT NULL,
  channel BIGINT NOT NULL,
  currency VARCHAR NOT NULL,
  vat BIGINT NOT NULL,
  channel_fee BIGINT NOT NULL,
  payment_fee BIGINT NOT NULL,
  transport BIGINT NOT NULL,
  handling BIGINT NOT NULL,
  country VARCHAR NOT NULL);

CREATE TABLE events_channel(
  channel BIGINT PRIMARY KEY,
  code VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL);

CREATE TABLE events_cursor(
  "name" VARCHAR PRIMARY KEY,
  transaction_id BIGINT NOT NULL,
  number BIGINT NOT NULL,
  received BIGINT NOT NULL,
  shipments BIGINT NOT NULL);

CREATE TABLE events_daily(
  "day" DATE,
  channel BIGINT,
  kind VARCHAR,
  currency VARCHAR,
  events BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  revenue BIGINT NOT NULL,
  "cost" BIGINT NOT NULL,
  PRIMARY KEY("day",
  channel,
  kind,
  currency));

CREATE TABLE events_daily_added(
  "day" DATE NOT NULL,
  channel BIGINT NOT NULL,
  kind VARCHAR NOT NULL,
  currency VARCHAR NOT NULL,
  events BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  revenue BIGINT NOT NULL,
  "cost" BIGINT NOT NULL);

CREATE TABLE events_event(
  "event" BIGINT NOT NULL,
  ts BIGINT NOT NULL,
  received BIGINT NOT NULL,
  "day" DATE NOT NULL,
  "source" BIGINT NOT NULL,
  "identity" BIGINT NOT NULL,
  channel BIGINT NOT NULL,
  kind VARCHAR NOT NULL,
  phase VARCHAR,
  campaign VARCHAR NOT NULL,
  product VARCHAR NOT NULL,
  quantity BIGINT,
  revenue BIGINT,
  "cost" BIGINT,
  currency VARCHAR NOT NULL,
  duration_s BIGINT,
  order_reference VARCHAR NOT NULL,
  part VARCHAR NOT NULL,
  counted BOOLEAN NOT NULL,
  props VARCHAR NOT NULL);

CREATE TABLE events_identity_day(
  "identity" BIGINT NOT NULL,
  "day" DATE NOT NULL,
  channel BIGINT NOT NULL,
  currency VARCHAR NOT NULL,
  events BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  revenue BIGINT NOT NULL,
  "cost" BIGINT NOT NULL,
  first_ts BIGINT,
  last_ts BIGINT,
  shipment BIGINT NOT NULL);

CREATE TABLE platform_migration(
  "position" BIGINT PRIMARY KEY,
  "name" VARCHAR NOT NULL UNIQUE,
  checksum VARCHAR NOT NULL,
  "version" VARCHAR NOT NULL);

CREATE TABLE segments_followed(
  segment BIGINT PRIMARY KEY,
  "version" BIGINT NOT NULL,
  "day" DATE NOT NULL,
  change BIGINT NOT NULL,
  currency VARCHAR NOT NULL);

CREATE TABLE segments_member(
  segment BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  from_day DATE NOT NULL,
  to_day DATE,
  since BIGINT NOT NULL,
  "until" BIGINT);

CREATE TABLE segments_move(
  customer BIGINT NOT NULL,
  enters BOOLEAN NOT NULL);

CREATE TABLE value_buyer(
  customer BIGINT NOT NULL,
  channel BIGINT NOT NULL,
  first_day DATE NOT NULL,
  second_day DATE,
  last_day DATE NOT NULL,
  purchases BIGINT NOT NULL,
  spent BIGINT NOT NULL,
  spent_again BIGINT NOT NULL,
  margin BIGINT NOT NULL,
  purchases_before BIGINT NOT NULL,
  last_before DATE,
  spent_again_before BIGINT NOT NULL,
  channels_before BIGINT NOT NULL,
  channels_after BIGINT NOT NULL);

CREATE TABLE value_customer(
  fit BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  channel BIGINT NOT NULL,
  first_day DATE NOT NULL,
  second_day DATE,
  last_day DATE NOT NULL,
  purchases BIGINT NOT NULL,
  spent BIGINT NOT NULL,
  recency BIGINT NOT NULL,
  frequency BIGINT NOT NULL,
  monetary BIGINT NOT NULL,
  alive DOUBLE,
  orders DOUBLE,
  orders_low DOUBLE,
  orders_high DOUBLE,
  clv BIGINT,
  clv_low BIGINT,
  clv_high BIGINT);

CREATE TABLE value_fit(
  fit BIGINT NOT NULL,
  published BOOLEAN NOT NULL,
  figures VARCHAR NOT NULL);

CREATE VIEW feed_breakdown AS SELECT "event",
  "day",
  channel,
  currency,
  vat,
  channel_fee,
  payment_fee,
  transport,
  handling,
  country FROM events_breakdown;

CREATE VIEW feed_channel AS SELECT channel,
  code,
  "name" FROM events_channel;

CREATE VIEW feed_customer AS SELECT customer,
  first_seen,
  last_seen,
  last_channel,
  channels,
  events,
  orders,
  units,
  net_revenue,
  margin,
  last_order FROM customers_profile;

CREATE VIEW feed_customer_changed AS SELECT customer,
  change FROM customers_changed;

CREATE VIEW feed_customer_channel AS SELECT customer,
  channel,
  first_seen,
  last_seen,
  events,
  orders,
  units,
  net_revenue,
  margin,
  last_order FROM customers_channel;

CREATE VIEW feed_customer_erased AS SELECT erased AS customer FROM customers_erased;

CREATE VIEW feed_customer_money AS SELECT currency FROM customers_followed;

CREATE VIEW feed_customer_of AS SELECT "identity",
  customer FROM customers_merged;

CREATE VIEW feed_customer_value AS SELECT worth.fit,
  customer,
  channel,
  first_day,
  second_day,
  last_day,
  purchases,
  spent,
  recency,
  frequency,
  monetary,
  alive,
  orders,
  orders_low,
  orders_high,
  clv,
  clv_low,
  clv_high FROM value_customer AS worth INNER JOIN value_fit ON (((value_fit.fit = worth.fit) AND published));

CREATE VIEW feed_daily AS SELECT "day",
  channel,
  kind,
  currency,
  events,
  orders,
  quantity,
  revenue,
  "cost" FROM events_daily;

CREATE VIEW feed_event AS SELECT "event",
  ts,
  received,
  "day",
  "source",
  "identity",
  channel,
  kind,
  phase,
  campaign,
  product,
  quantity,
  revenue,
  "cost",
  currency,
  duration_s,
  order_reference,
  part,
  counted,
  props FROM events_event;

CREATE VIEW feed_identity_day AS SELECT "identity",
  "day",
  channel,
  currency,
  events,
  orders,
  quantity,
  revenue,
  "cost",
  first_ts,
  last_ts,
  shipment FROM events_identity_day;

CREATE VIEW feed_segment_member AS SELECT segment,
  customer,
  from_day,
  to_day,
  since FROM segments_member WHERE ("until" IS NULL);

CREATE VIEW feed_shipped AS SELECT received,
  shipments FROM events_cursor WHERE ("name" = 'events.shipping');

CREATE VIEW feed_shipped_until AS SELECT transaction_id,
  number,
  received FROM events_cursor WHERE ("name" = 'events.shipping');
