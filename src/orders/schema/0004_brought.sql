-- brought_to: where a delivery is collected whose pieces lay elsewhere; until they are sent there,
-- location is where they lie.
alter table orders_deliveries add column brought_to bigint;
drop index orders_deliveries_open;
create index orders_deliveries_open on orders_deliveries (location, id)
  where state in ('asked', 'accepted', 'on_its_way', 'ready');
