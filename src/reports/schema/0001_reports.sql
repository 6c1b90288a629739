-- Who gets the report of the week, and when by the clocks of which zone (empty: the company's).
-- done_until: all that was due until then went, or was given up.
-- distribution: reference
create table reports_subscriptions (
  reader bigint primary key,
  weekday text not null,
  hour bigint not null,
  zone text not null,
  language text not null,
  since bigint not null,
  done_until bigint not null
);
