-- The part of what is sold that remains as margin on the goods, whatever discount is given.
alter table decisions_settings add column floor_basis_points bigint not null default 0;
