-- The erasure list: which identities were erased and what their events hang on now. The ids are
-- keyed hashes and tell nothing about anybody. It is applied again after a backup is restored.
-- distribution: by erased
create table customers_erasure (
  erased bigint primary key,
  fresh bigint not null,
  ts bigint not null
);
create index customers_erasure_ts on customers_erasure (ts, erased);
