-- Who answers for a KPI.
alter table kpis_definitions add column owner bigint;

-- What a company says of the KPIs that come with Sluis.
-- distribution: reference
create table kpis_built_in (
  code text primary key,
  owner bigint,
  version bigint not null
);
