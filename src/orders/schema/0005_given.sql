-- identity: the customer for whom alone a voucher is, given_by: the adviser who gave it;
-- floor_basis_points: the part of what is sold that must remain as margin on the goods.
alter table orders_vouchers add column identity bigint;
alter table orders_vouchers add column given_by bigint;
alter table orders_vouchers add column floor_basis_points bigint;

create index orders_vouchers_by_identity on orders_vouchers (identity) where identity is not null;
