-- What a channel says of a product in a language, in the order in which it was written down.
-- Without a channel: all of them.
-- distribution: reference
create table catalog_texts (
  product bigint not null references catalog_products (id),
  position bigint not null,
  channel bigint,
  language text not null,
  title text not null,
  description text not null,
  primary key (product, position)
);

-- A picture that was sent in, by the SHA-256 of what is in it.
-- distribution: reference
create table catalog_pictures (
  name text primary key,
  media_type text not null,
  width bigint not null check (width > 0),
  height bigint not null check (height > 0),
  bytes bigint not null check (bytes > 0),
  created bigint not null
);

-- The pictures of a product, in the order in which they are shown.
-- distribution: reference
create table catalog_shown_pictures (
  product bigint not null references catalog_products (id),
  position bigint not null,
  picture text not null references catalog_pictures (name),
  alt text not null,
  primary key (product, position),
  unique (product, picture)
);

-- What a channel needs of every product, where it is not what channels of its form usually need.
-- distribution: reference
create table catalog_requirements (
  channel bigint primary key,
  version bigint not null,
  needs text not null
);

-- What was done to many products at once, and what they were before, so that it can be undone.
-- distribution: reference
create table catalog_edits (
  id bigint primary key,
  actor text not null,
  moment bigint not null,
  change text not null,
  products bigint not null,
  changes bigint not null,
  undone bigint,
  products_before text not null,
  variants_before text not null
);
