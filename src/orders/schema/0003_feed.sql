-- What others may read of an order.
create view feed_order as
  select id, reference, channel, state, currency, payable, placed, changed from orders_orders;
