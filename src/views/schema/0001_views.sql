-- A view of a screen: what is filtered, sorted and shown. `state` is the screen's own; the server
-- keeps it without reading it.
-- distribution: reference
create table views_view (
  id bigint not null primary key,
  owner bigint not null,
  screen text not null,
  name text not null,
  shared boolean not null,
  state text not null,
  version bigint not null
);
create index views_view_screen on views_view (screen, owner);
