-- The nights in which a fit was begun, so that it happens once, whichever process comes first.
-- distribution: reference
create table value_night (
  day text primary key
);
