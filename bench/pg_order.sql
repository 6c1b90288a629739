\set s random(1, :variants)
begin;
update bench_stock set free = free - 1 where variant = :s and free >= 1;
insert into bench_orders (customer, total, state, placed)
values (:s * 7919 % 2000000, 2420, 1, now()) returning id as placed_id \gset
insert into bench_lines (order_id, variant, quantity, price) values (:placed_id, :s, 1, 2420);
insert into bench_payments (order_id, amount, state) values (:placed_id, 2420, 1);
commit;
