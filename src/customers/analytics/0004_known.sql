-- Identities of whom consent was told, and when: who never did anything is a customer too. One may
-- be there more than once; the first moment holds. Everything is worked out anew.
-- distribution: by identity
create table customers_known (
  identity bigint not null,
  since bigint not null
);
create index customers_known_identity on customers_known (identity);

delete from customers_followed;
