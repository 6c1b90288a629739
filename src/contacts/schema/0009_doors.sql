-- How much came from one network in an hour; gone two hours later.
-- distribution: by network
create table contacts_doors (
  network text not null,
  hour bigint not null,
  visits bigint not null,
  bytes bigint not null,
  primary key (network, hour)
);
