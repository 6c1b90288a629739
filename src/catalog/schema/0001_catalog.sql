-- What is sold. search and sort_name follow from the rest and are there to find and sort by;
-- variants counts those of the product, so that options cannot change under them.
-- distribution: reference
create table catalog_products (
  id bigint primary key,
  version bigint not null,
  name text not null,
  description text not null,
  category text not null,
  vat text not null,
  state text not null,
  options text not null,
  created bigint not null,
  changed bigint not null,
  option_count bigint not null,
  variants bigint not null check (variants >= 0),
  search text not null,
  sort_name text not null
);

create index catalog_products_by_name on catalog_products (sort_name, id);

-- What people order and stock counts. sku_key is the SKU without capitals and accents.
-- distribution: reference
create table catalog_variants (
  id bigint primary key,
  product bigint not null references catalog_products (id),
  version bigint not null,
  sku text not null,
  gtin text,
  option_values text not null,
  cost bigint check (cost >= 0),
  cost_currency text not null,
  active boolean not null,
  bundle boolean not null,
  created bigint not null,
  changed bigint not null,
  sku_key text not null unique,
  search text not null
);

create unique index catalog_variants_by_gtin on catalog_variants (gtin) where gtin is not null;
create unique index catalog_variants_by_values on catalog_variants (product, option_values);

-- What a variant costs a customer, in the order in which it was written down.
-- distribution: reference
create table catalog_prices (
  variant bigint not null references catalog_variants (id),
  position bigint not null,
  channel bigint,
  segment bigint,
  currency text not null,
  amount bigint not null check (amount >= 0),
  includes_vat boolean not null,
  from_moment bigint,
  to_moment bigint,
  primary key (variant, position)
);

-- What a bundle is made of. A part is no bundle, and neither ever becomes the other.
-- distribution: reference
create table catalog_parts (
  bundle bigint not null references catalog_variants (id),
  position bigint not null,
  variant bigint not null references catalog_variants (id),
  quantity bigint not null check (quantity > 0),
  primary key (bundle, position),
  unique (bundle, variant)
);

-- What can be ordered, for lists of what others keep of it. search is that of product and variant.
create view feed_variant as
  select one.id, one.product, one.sku, one.sku_key, one.gtin, product.name, product.category,
    one.active and product.state = 'on_sale' as on_sale, one.bundle, one.cost, one.cost_currency,
    one.search as variant_search, product.search as product_search
  from catalog_variants as one join catalog_products as product on product.id = one.product;
