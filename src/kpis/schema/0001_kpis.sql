-- KPIs of the company's own; those that come with Sluis are in kpis/rules.cc.
-- distribution: reference
create table kpis_definitions (
  code text primary key,
  name_en text not null,
  name_nl text not null,
  unit text not null,
  better text not null,
  source text not null,
  formula_en text not null,
  formula_nl text not null,
  version bigint not null
);

-- What is wanted of a KPI. The subject is any thing with an id; ids never meet between kinds.
-- distribution: reference
create table kpis_targets (
  subject_kind text not null,
  subject bigint not null,
  position bigint not null,
  kpi text not null,
  from_day text not null,
  to_day text,
  value bigint,
  currency text,
  primary key (subject, position)
);

create index kpis_targets_by_kpi on kpis_targets (kpi);

create view feed_kpis_targets as
  select subject_kind, subject, kpi, from_day, to_day, value, currency from kpis_targets;
