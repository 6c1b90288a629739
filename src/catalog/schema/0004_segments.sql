create index catalog_prices_by_segment on catalog_prices (segment) where segment is not null;
