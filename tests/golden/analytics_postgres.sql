CREATE SCHEMA analytics;

CREATE TABLE analytics.customers_changed (
    customer bigint NOT NULL,
    change bigint NOT NULL
);

CREATE TABLE analytics.customers_channel (
    customer bigint NOT NULL,
    channel bigint NOT NULL,
    first_seen bigint NOT NULL,
    last_seen bigint NOT NULL,
    events bigint NOT NULL,
    orders bigint NOT NULL,
    units bigint NOT NULL,
    net_revenue bigint NOT NULL,
    margin bigint NOT NULL,
    last_order date
);

CREATE TABLE analytics.customers_erased (
    erased bigint NOT NULL
);

CREATE TABLE analytics.customers_followed (
    id bigint NOT NULL,
    shipment bigint NOT NULL,
    transaction_id bigint NOT NULL,
    number bigint NOT NULL,
    followed bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE analytics.customers_known (
    identity bigint NOT NULL,
    since bigint NOT NULL
);

CREATE TABLE analytics.customers_merged (
    identity bigint NOT NULL,
    customer bigint NOT NULL
);

CREATE TABLE analytics.customers_moved (
    identity bigint NOT NULL,
    customer bigint NOT NULL
);

CREATE TABLE analytics.customers_place (
    channel bigint NOT NULL,
    place integer NOT NULL
);

CREATE TABLE analytics.customers_profile (
    customer bigint NOT NULL,
    first_seen bigint NOT NULL,
    last_seen bigint NOT NULL,
    last_channel bigint NOT NULL,
    channels bigint NOT NULL,
    seen_on bigint NOT NULL,
    events bigint NOT NULL,
    orders bigint NOT NULL,
    units bigint NOT NULL,
    net_revenue bigint NOT NULL,
    margin bigint NOT NULL,
    last_order date
);

CREATE TABLE analytics.customers_stale (
    customer bigint NOT NULL
);

CREATE TABLE analytics.events_breakdown (
    event bigint NOT NULL,
    day date NOT NULL,
    channel bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    vat bigint NOT NULL,
    channel_fee bigint NOT NULL,
    payment_fee bigint NOT NULL,
    transport bigint NOT NULL,
    handling bigint NOT NULL,
    country text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE analytics.events_channel (
    channel bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE analytics.events_cursor (
    name text NOT NULL COLLATE pg_catalog."C",
    transaction_id bigint NOT NULL,
    number bigint NOT NULL,
    received bigint NOT NULL,
    shipments bigint NOT NULL
);

CREATE TABLE analytics.events_daily (
    day date NOT NULL,
    channel bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    currency text NOT NULL COLLATE pg_catalog."C",
    events bigint NOT NULL,
    orders bigint NOT NULL,
    quantity bigint NOT NULL,
    revenue bigint NOT NULL,
    cost bigint NOT NULL
);

CREATE TABLE analytics.events_daily_added (
    day date NOT NULL,
    channel bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    currency text NOT NULL COLLATE pg_catalog."C",
    events bigint NOT NULL,
    orders bigint NOT NULL,
    quantity bigint NOT NULL,
    revenue bigint NOT NULL,
    cost bigint NOT NULL
);

CREATE TABLE analytics.events_event (
    event bigint NOT NULL,
    ts bigint NOT NULL,
    received bigint NOT NULL,
    day date NOT NULL,
    source bigint NOT NULL,
    identity bigint NOT NULL,
    channel bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    phase text COLLATE pg_catalog."C",
    campaign text NOT NULL COLLATE pg_catalog."C",
    product text NOT NULL COLLATE pg_catalog."C",
    quantity bigint,
    revenue bigint,
    cost bigint,
    currency text NOT NULL COLLATE pg_catalog."C",
    duration_s bigint,
    order_reference text NOT NULL COLLATE pg_catalog."C",
    part text NOT NULL COLLATE pg_catalog."C",
    counted boolean NOT NULL,
    props text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE analytics.events_identity_day (
    identity bigint NOT NULL,
    day date NOT NULL,
    channel bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    events bigint NOT NULL,
    orders bigint NOT NULL,
    quantity bigint NOT NULL,
    revenue bigint NOT NULL,
    cost bigint NOT NULL,
    first_ts bigint,
    last_ts bigint,
    shipment bigint NOT NULL
);

CREATE VIEW analytics.feed_breakdown AS
 SELECT events_breakdown.event,
    events_breakdown.day,
    events_breakdown.channel,
    events_breakdown.currency,
    events_breakdown.vat,
    events_breakdown.channel_fee,
    events_breakdown.payment_fee,
    events_breakdown.transport,
    events_breakdown.handling,
    events_breakdown.country
   FROM analytics.events_breakdown;

CREATE VIEW analytics.feed_channel AS
 SELECT events_channel.channel,
    events_channel.code,
    events_channel.name
   FROM analytics.events_channel;

CREATE VIEW analytics.feed_customer AS
 SELECT customers_profile.customer,
    customers_profile.first_seen,
    customers_profile.last_seen,
    customers_profile.last_channel,
    customers_profile.channels,
    customers_profile.events,
    customers_profile.orders,
    customers_profile.units,
    customers_profile.net_revenue,
    customers_profile.margin,
    customers_profile.last_order
   FROM analytics.customers_profile;

CREATE VIEW analytics.feed_customer_changed AS
 SELECT customers_changed.customer,
    customers_changed.change
   FROM analytics.customers_changed;

CREATE VIEW analytics.feed_customer_channel AS
 SELECT customers_channel.customer,
    customers_channel.channel,
    customers_channel.first_seen,
    customers_channel.last_seen,
    customers_channel.events,
    customers_channel.orders,
    customers_channel.units,
    customers_channel.net_revenue,
    customers_channel.margin,
    customers_channel.last_order
   FROM analytics.customers_channel;

CREATE VIEW analytics.feed_customer_erased AS
 SELECT customers_erased.erased AS customer
   FROM analytics.customers_erased;

CREATE VIEW analytics.feed_customer_money AS
 SELECT customers_followed.currency
   FROM analytics.customers_followed;

CREATE VIEW analytics.feed_customer_of AS
 SELECT customers_merged.identity,
    customers_merged.customer
   FROM analytics.customers_merged;

CREATE TABLE analytics.value_customer (
    fit bigint NOT NULL,
    customer bigint NOT NULL,
    channel bigint NOT NULL,
    first_day date NOT NULL,
    second_day date,
    last_day date NOT NULL,
    purchases bigint NOT NULL,
    spent bigint NOT NULL,
    recency bigint NOT NULL,
    frequency bigint NOT NULL,
    monetary bigint NOT NULL,
    alive double precision,
    orders double precision,
    orders_low double precision,
    orders_high double precision,
    clv bigint,
    clv_low bigint,
    clv_high bigint
);

CREATE TABLE analytics.value_fit (
    fit bigint NOT NULL,
    published boolean NOT NULL,
    figures text NOT NULL COLLATE pg_catalog."C"
);

CREATE VIEW analytics.feed_customer_value AS
 SELECT worth.fit,
    worth.customer,
    worth.channel,
    worth.first_day,
    worth.second_day,
    worth.last_day,
    worth.purchases,
    worth.spent,
    worth.recency,
    worth.frequency,
    worth.monetary,
    worth.alive,
    worth.orders,
    worth.orders_low,
    worth.orders_high,
    worth.clv,
    worth.clv_low,
    worth.clv_high
   FROM (analytics.value_customer worth
     JOIN analytics.value_fit ON (((value_fit.fit = worth.fit) AND value_fit.published)));

CREATE VIEW analytics.feed_daily AS
 SELECT events_daily.day,
    events_daily.channel,
    events_daily.kind,
    events_daily.currency,
    events_daily.events,
    events_daily.orders,
    events_daily.quantity,
    events_daily.revenue,
    events_daily.cost
   FROM analytics.events_daily;

CREATE VIEW analytics.feed_event AS
 SELECT events_event.event,
    events_event.ts,
    events_event.received,
    events_event.day,
    events_event.source,
    events_event.identity,
    events_event.channel,
    events_event.kind,
    events_event.phase,
    events_event.campaign,
    events_event.product,
    events_event.quantity,
    events_event.revenue,
    events_event.cost,
    events_event.currency,
    events_event.duration_s,
    events_event.order_reference,
    events_event.part,
    events_event.counted,
    events_event.props
   FROM analytics.events_event;

CREATE VIEW analytics.feed_identity_day AS
 SELECT events_identity_day.identity,
    events_identity_day.day,
    events_identity_day.channel,
    events_identity_day.currency,
    events_identity_day.events,
    events_identity_day.orders,
    events_identity_day.quantity,
    events_identity_day.revenue,
    events_identity_day.cost,
    events_identity_day.first_ts,
    events_identity_day.last_ts,
    events_identity_day.shipment
   FROM analytics.events_identity_day;

CREATE TABLE analytics.segments_member (
    segment bigint NOT NULL,
    customer bigint NOT NULL,
    from_day date NOT NULL,
    to_day date,
    since bigint NOT NULL,
    until bigint
);

CREATE VIEW analytics.feed_segment_member AS
 SELECT segments_member.segment,
    segments_member.customer,
    segments_member.from_day,
    segments_member.to_day,
    segments_member.since
   FROM analytics.segments_member
  WHERE (segments_member.until IS NULL);

CREATE VIEW analytics.feed_shipped AS
 SELECT events_cursor.received,
    events_cursor.shipments
   FROM analytics.events_cursor
  WHERE (events_cursor.name = 'events.shipping'::text);

CREATE VIEW analytics.feed_shipped_until AS
 SELECT events_cursor.transaction_id,
    events_cursor.number,
    events_cursor.received
   FROM analytics.events_cursor
  WHERE (events_cursor.name = 'events.shipping'::text);

CREATE TABLE analytics.platform_migration (
    "position" bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    checksum text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE analytics.segments_followed (
    segment bigint NOT NULL,
    version bigint NOT NULL,
    day date NOT NULL,
    change bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE analytics.segments_move (
    customer bigint NOT NULL,
    enters boolean NOT NULL
);

CREATE TABLE analytics.value_buyer (
    customer bigint NOT NULL,
    channel bigint NOT NULL,
    first_day date NOT NULL,
    second_day date,
    last_day date NOT NULL,
    purchases bigint NOT NULL,
    spent bigint NOT NULL,
    spent_again bigint NOT NULL,
    margin bigint NOT NULL,
    purchases_before bigint NOT NULL,
    last_before date,
    spent_again_before bigint NOT NULL,
    channels_before bigint NOT NULL,
    channels_after bigint NOT NULL
);

ALTER TABLE ONLY analytics.customers_followed
    ADD CONSTRAINT customers_followed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY analytics.events_channel
    ADD CONSTRAINT events_channel_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY analytics.events_cursor
    ADD CONSTRAINT events_cursor_pkey PRIMARY KEY (name);

ALTER TABLE ONLY analytics.events_daily
    ADD CONSTRAINT events_daily_pkey PRIMARY KEY (day, channel, kind, currency);

ALTER TABLE ONLY analytics.platform_migration
    ADD CONSTRAINT platform_migration_name_key UNIQUE (name);

ALTER TABLE ONLY analytics.platform_migration
    ADD CONSTRAINT platform_migration_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY analytics.segments_followed
    ADD CONSTRAINT segments_followed_pkey PRIMARY KEY (segment);

CREATE INDEX customers_changed_change ON analytics.customers_changed USING btree (change);

CREATE INDEX customers_channel_channel ON analytics.customers_channel USING btree (channel);

CREATE INDEX customers_channel_customer ON analytics.customers_channel USING btree (customer, channel);

CREATE INDEX customers_known_identity ON analytics.customers_known USING btree (identity);

CREATE INDEX customers_merged_customer ON analytics.customers_merged USING btree (customer);

CREATE INDEX customers_merged_identity ON analytics.customers_merged USING btree (identity);

CREATE INDEX customers_profile_channels ON analytics.customers_profile USING btree (channels, customer);

CREATE INDEX customers_profile_customer ON analytics.customers_profile USING btree (customer);

CREATE INDEX customers_profile_events ON analytics.customers_profile USING btree (events, customer);

CREATE INDEX customers_profile_first_seen ON analytics.customers_profile USING btree (first_seen, customer);

CREATE INDEX customers_profile_last_seen ON analytics.customers_profile USING btree (last_seen, customer);

CREATE INDEX customers_profile_margin ON analytics.customers_profile USING btree (margin, customer);

CREATE INDEX customers_profile_net_revenue ON analytics.customers_profile USING btree (net_revenue, customer);

CREATE INDEX customers_profile_orders ON analytics.customers_profile USING btree (orders, customer);

CREATE INDEX events_breakdown_event ON analytics.events_breakdown USING btree (event);

CREATE INDEX events_event_day ON analytics.events_event USING btree (day);

CREATE INDEX events_event_event ON analytics.events_event USING btree (event);

CREATE INDEX events_event_identity ON analytics.events_event USING btree (identity, ts);

CREATE INDEX events_identity_day_identity ON analytics.events_identity_day USING btree (identity);

CREATE INDEX events_identity_day_shipment ON analytics.events_identity_day USING btree (shipment);

CREATE INDEX segments_member_customer ON analytics.segments_member USING btree (customer);

CREATE INDEX value_buyer_customer ON analytics.value_buyer USING btree (customer);

CREATE INDEX value_customer_cell ON analytics.value_customer USING btree (recency, frequency);

CREATE INDEX value_customer_customer ON analytics.value_customer USING btree (customer);
