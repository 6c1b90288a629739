-- What is known of people. Personal data: never in the analytical store.

-- All that was seen of a trait of an identity; its updates commute. low, high and total are
-- micro-units, of the values that are numbers.
-- distribution: by identity
create table customers_trait (
  identity bigint not null,
  name text not null,
  value text not null,
  ts bigint not null,
  tie bigint not null,
  low bigint,
  high bigint,
  total bigint not null,
  times bigint not null,
  primary key (identity, name)
);

-- The words by which somebody is found, folded.
-- distribution: by identity
create table customers_word (
  identity bigint not null,
  word text not null,
  primary key (identity, word)
);
create index customers_word_word on customers_word (word, identity);

-- Companies, and who is what in them. A person is there by an identity, so that a merge or a split
-- moves nothing.
-- distribution: reference
create table customers_company (
  id bigint primary key,
  version bigint not null,
  name text not null,
  registration text not null,
  vat_number text not null,
  notes text not null,
  search text not null,
  created bigint not null,
  changed bigint not null
);
create index customers_company_name on customers_company (name);

-- distribution: by identity
create table customers_person (
  identity bigint not null,
  company bigint not null,
  role text not null,
  since bigint not null,
  primary key (identity, company)
);
create index customers_person_company on customers_person (company);
