-- What the whole company shares: one row, made here, changed in the settings.
-- distribution: reference
create table company_settings (
  id bigint not null primary key check (id = 1),
  name text not null,
  zone text not null,
  currency text not null,
  language text not null,
  version bigint not null
);

insert into company_settings (id, name, zone, currency, language, version)
values (1, '', 'Europe/Amsterdam', 'EUR', 'nl', 1);
