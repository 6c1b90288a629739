-- Who is in which segment, from a day until a day, as it was known from a moment until a moment;
-- to_day and until are empty where that has no end yet. Rows are closed, never removed.
-- distribution: by customer
create table segments_member (
  segment bigint not null,
  customer bigint not null,
  from_day date not null,
  to_day date,
  since bigint not null,
  until bigint
);
create index segments_member_customer on segments_member (customer);

-- Who comes in and who leaves, on the way to segments_member.
-- distribution: by customer
create table segments_move (
  customer bigint not null,
  enters boolean not null
);

create view feed_segment_member as
select segment, customer, from_day, to_day, since from segments_member where until is null;
