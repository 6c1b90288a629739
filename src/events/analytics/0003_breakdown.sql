-- What a money fact says of its amounts beyond their sums, where it says anything: the VAT on its
-- revenue, which parts of its cost are not of the goods, and the country of the buyer.
-- distribution: by event
create table events_breakdown (
  event bigint not null,
  day date not null,
  channel bigint not null,
  currency text not null,
  vat bigint not null,
  channel_fee bigint not null,
  payment_fee bigint not null,
  transport bigint not null,
  handling bigint not null,
  country text not null
);
create index events_breakdown_event on events_breakdown (event);

create view feed_breakdown as
select event, day, channel, currency, vat, channel_fee, payment_fee, transport, handling, country
from events_breakdown;
