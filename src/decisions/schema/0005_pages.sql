-- What the owner of a page gets for each who accepts there, what whoever leaves a number agrees to,
-- as JSON by language, and whether they are called at once.
alter table decisions_placements add column fee bigint check (fee >= 0);
alter table decisions_placements add column agreement text not null default '{"nl":"","en":""}';
alter table decisions_placements add column at_once boolean not null default false;
