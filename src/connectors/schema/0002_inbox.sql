-- What came from outside and did not fit, whole, so that it can be looked at and tried again; the
-- identity is whose it is, where it names somebody.
-- distribution: by connection
create table connectors_kept (
  connection bigint not null,
  id bigint not null,
  topic text not null,
  subject text not null,
  why text not null,
  message text not null,
  identity bigint,
  body text not null,
  received bigint not null,
  primary key (connection, id)
);
create index connectors_kept_by_identity on connectors_kept (identity) where identity is not null;

-- Their orders: which of ours each is, and how new what we know of it is.
-- distribution: by connection
create table connectors_orders (
  connection bigint not null,
  theirs text not null,
  ours bigint not null,
  updated bigint not null,
  primary key (connection, theirs)
);
