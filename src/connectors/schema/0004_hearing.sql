-- missing: the SKU that there was no product of; retry: since when it may fit, as that is there
-- now.
alter table connectors_kept add column missing text not null default '';
alter table connectors_kept add column retry bigint;
create index connectors_kept_retry on connectors_kept (retry) where retry is not null;
