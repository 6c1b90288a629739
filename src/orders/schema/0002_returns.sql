-- What comes back of an order; pieces: of which lines, as JSON.
-- distribution: by order_id
create table orders_returns (
  order_id bigint not null,
  id bigint not null,
  state text not null,
  way text not null,
  withdrawal boolean not null,
  channel bigint,
  location bigint,
  pieces text not null,
  restocked boolean not null,
  reason text not null,
  created bigint not null,
  received bigint,
  primary key (order_id, id)
);

create index orders_returns_by_id on orders_returns (id);

-- That a buyer withdrew, and what they were told of it.
-- distribution: by order_id
create table orders_withdrawals (
  order_id bigint primary key,
  id bigint not null,
  moment bigint not null,
  confirmation text not null
);
