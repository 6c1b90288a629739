-- Whose figures changed, in the order in which they did, for whoever follows; the oldest are
-- forgotten. customer 0: everybody's.
-- distribution: by customer
create table customers_changed (
  customer bigint not null,
  change bigint not null
);
create index customers_changed_change on customers_changed (change);

create view feed_customer_changed as
select customer, change from customers_changed;

-- Customers who were erased, under every number that they had.
-- distribution: by erased
create table customers_erased (
  erased bigint not null
);

create view feed_customer_erased as
select erased as customer from customers_erased;

create view feed_customer_money as
select currency from customers_followed;
