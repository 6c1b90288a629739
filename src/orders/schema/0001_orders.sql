-- Sales through all channels. Amounts are micro-units; payable, paid and refunded are whole cents.
-- distribution: by id
create table orders_orders (
  id bigint primary key,
  version bigint not null,
  reference text not null,
  state text not null,
  channel bigint not null,
  partner bigint,
  location bigint,
  phase text not null,
  campaign text not null,
  agent bigint,
  identity bigint,
  country text not null,
  currency text not null,
  settlement text not null,
  net bigint not null,
  vat bigint not null,
  gross bigint not null,
  rounding bigint not null,
  payable bigint not null,
  lapsed bigint not null,
  waived bigint not null check (waived >= 0),
  paid bigint not null,
  refunded bigint not null,
  cost bigint,
  margin bigint,
  voucher text not null,
  exchange_of bigint,
  placed bigint not null,
  confirmed bigint,
  pay_by bigint,
  changed bigint not null,
  check (refunded >= 0 and refunded <= paid),
  check (lapsed >= 0 and lapsed <= gross)
);

create index orders_orders_by_channel on orders_orders (channel, id);
create index orders_orders_by_state on orders_orders (state, id);
create index orders_orders_by_identity on orders_orders (identity, id);
create index orders_orders_by_partner on orders_orders (partner, id) where partner is not null;
create index orders_orders_by_location on orders_orders (location, id) where location is not null;
create index orders_orders_unpaid on orders_orders (pay_by)
  where state = 'placed' and pay_by is not null;

-- Which order bears a reference in a channel: the one that came first.
-- distribution: by reference
create table orders_references (
  reference text not null,
  channel bigint not null,
  order_id bigint not null,
  primary key (reference, channel)
);

-- What was sold. Of the pieces some are cancelled, some fulfilled, and of these some came back.
-- distribution: by order_id
create table orders_lines (
  order_id bigint not null,
  number bigint not null,
  kind text not null,
  variant bigint,
  sku text not null,
  name text not null,
  quantity bigint not null check (quantity > 0),
  price bigint not null,
  includes_vat boolean not null,
  discount bigint not null,
  vat_class text not null,
  vat_rate bigint not null,
  net bigint not null,
  vat bigint not null,
  gross bigint not null,
  goods_cost bigint,
  channel_fee bigint not null,
  payment_fee bigint not null,
  transport_cost bigint not null,
  cancelled bigint not null check (cancelled >= 0),
  fulfilled bigint not null check (fulfilled >= 0),
  returned bigint not null check (returned >= 0),
  primary key (order_id, number),
  check (cancelled + fulfilled <= quantity),
  check (returned <= fulfilled)
);

-- Parcels and pick-ups, each from one location.
-- distribution: by order_id
create table orders_deliveries (
  order_id bigint not null,
  id bigint not null,
  method text not null,
  state text not null,
  location bigint not null,
  expires bigint,
  tracking text not null,
  created bigint not null,
  handed_over bigint,
  received bigint,
  primary key (order_id, id)
);

create index orders_deliveries_by_id on orders_deliveries (id);
create index orders_deliveries_open on orders_deliveries (location, id)
  where state in ('asked', 'accepted', 'ready');
create index orders_deliveries_due on orders_deliveries (expires)
  where state in ('asked', 'ready') and expires is not null;

-- What of a line is in a delivery; holds: the reservations behind it, as JSON.
-- distribution: by order_id
create table orders_items (
  order_id bigint not null,
  delivery bigint not null,
  line bigint not null,
  quantity bigint not null,
  fulfilled bigint not null check (fulfilled >= 0),
  cancelled bigint not null check (cancelled >= 0),
  holds text not null,
  primary key (order_id, delivery, line),
  check (fulfilled + cancelled <= quantity)
);

-- What was paid and given back, or asked of a provider.
-- distribution: by order_id
create table orders_payments (
  order_id bigint not null,
  id bigint not null,
  kind text not null,
  state text not null,
  method text not null,
  provider text,
  amount bigint not null check (amount > 0),
  reference text not null,
  created bigint not null,
  settled bigint,
  primary key (order_id, id)
);

-- Whom an order goes to; gone when the buyer is forgotten.
-- distribution: by order_id
create table orders_buyers (
  order_id bigint primary key,
  name text not null,
  email text not null,
  phone text not null,
  address text not null,
  note text not null
);

-- The words by which an order is found, folded: its reference, SKUs, and the buyer's name and
-- e-mail address.
-- distribution: by order_id
create table orders_words (
  order_id bigint not null,
  word text not null,
  primary key (order_id, word)
);

create index orders_words_by_word on orders_words (word, order_id);

-- What happened to an order, line by line.
-- distribution: by order_id
create table orders_timeline (
  order_id bigint not null,
  id bigint not null,
  moment bigint not null,
  actor text not null,
  what text not null,
  pieces bigint not null,
  amount bigint,
  note text not null,
  primary key (order_id, id)
);

-- What takes something off, in any channel or in one. uses grows by a statement that asks whether
-- any is left.
-- distribution: reference
create table orders_vouchers (
  code text primary key,
  name text not null,
  channel bigint,
  currency text not null,
  amount bigint not null check (amount >= 0),
  basis_points bigint not null check (basis_points >= 0 and basis_points <= 10000),
  from_moment bigint,
  to_moment bigint,
  uses bigint not null check (uses >= 0),
  uses_most bigint not null,
  active boolean not null,
  created bigint not null,
  check (uses <= uses_most)
);

-- What a sale through a channel costs, and how long it waits.
-- distribution: reference
create table orders_terms (
  channel bigint primary key,
  currency text not null,
  fee_basis_points bigint not null,
  payment_basis_points bigint not null,
  payment_fixed bigint not null,
  transport_cost bigint not null,
  pay_minutes bigint not null,
  accept_minutes bigint not null,
  collect_minutes bigint not null
);
