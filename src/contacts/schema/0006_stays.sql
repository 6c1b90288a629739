-- The store whose people a team is.
alter table contacts_teams add column location bigint;

-- Who is in a store now and agreed that its people know: gone when its time is over. The token is
-- kept as its hash; text_version names the words that they agreed to.
-- distribution: by token
create table contacts_stays (
  token text primary key,
  id bigint not null,
  location bigint not null,
  shelf text not null,
  variant bigint,
  text_version text not null,
  since bigint not null,
  ends bigint not null,
  contact_id bigint
);

create index contacts_stays_by_id on contacts_stays (id);
create index contacts_stays_by_location on contacts_stays (location, ends);
create index contacts_stays_by_end on contacts_stays (ends);
create index contacts_stays_by_contact on contacts_stays (contact_id) where contact_id is not null;
