create index catalog_parts_by_variant on catalog_parts (variant);
