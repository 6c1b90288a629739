-- What may come only once (platform/store/seen.h). On SQLite a group of units adds one row of all
-- its marks, and the look-up stands in files beside the database that are made from these rows.
-- distribution: local
create table platform_marks (
  number ${growing_number},
  noted bigint not null,
  marks bytea not null
);

-- On PostgreSQL the key is the look-up.
-- distribution: by high
create table platform_mark (
  high bigint not null,
  low bigint not null,
  noted bigint not null,
  primary key (high, low)
);
