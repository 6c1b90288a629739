-- Teams with their settings; skills, languages and opening hours as JSON.
-- distribution: reference
create table contacts_teams (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  name text not null,
  channel bigint not null,
  skills text not null,
  languages text not null,
  hours text not null,
  closed_on_holidays boolean not null,
  answer_s bigint not null,
  accept_s bigint not null,
  wrap_up_s bigint not null,
  overflow_s bigint not null,
  overflow_to bigint,
  waiting_most bigint not null,
  handling_s bigint not null,
  active boolean not null
);

-- Days on which the company is closed.
-- distribution: reference
create table contacts_holidays (
  day text primary key,
  name text not null
);

-- Who handles contacts, and what they do now. calls and chats grow by a statement that asks whether
-- there is room.
-- distribution: reference
create table contacts_agents (
  user_id bigint primary key,
  skills text not null,
  languages text not null,
  chats_most bigint not null,
  takes_calls boolean not null,
  active boolean not null,
  presence text not null,
  reason text not null,
  since bigint not null,
  seen bigint not null,
  session_id bigint,
  calls bigint not null check (calls >= 0),
  chats bigint not null check (chats >= 0),
  freed bigint not null
);

create index contacts_agents_there on contacts_agents (seen) where presence <> 'offline';

-- distribution: reference
create table contacts_members (
  team bigint not null,
  user_id bigint not null,
  primary key (team, user_id)
);

create index contacts_members_by_user on contacts_members (user_id);

-- How long somebody was there, and in what way; open-ended as long as it lasts.
-- distribution: by user_id
create table contacts_spells (
  user_id bigint not null,
  from_moment bigint not null,
  to_moment bigint,
  presence text not null,
  reason text not null,
  primary key (user_id, from_moment)
);

create index contacts_spells_by_end on contacts_spells (to_moment);

-- One row: whoever changes who waits or who is free takes it first, so that one after the other
-- decides who gets what.
-- distribution: reference
create table contacts_floor (
  id bigint primary key,
  turn bigint not null
);

insert into contacts_floor (id, turn) values (1, 0);

-- distribution: by id
create table contacts_contacts (
  id bigint primary key,
  version bigint not null,
  kind text not null,
  state text not null,
  team bigint not null,
  channel bigint not null,
  skill text,
  language text,
  identity bigint,
  location bigint,
  agent bigint,
  wanted bigint,
  wanted_until bigint,
  declined text not null,
  worth bigint not null,
  created bigint not null,
  rank bigint not null,
  offered bigint,
  answered bigint,
  ended bigint,
  due bigint,
  waited_s bigint not null,
  handled_s bigint not null,
  handled_from bigint,
  outcome text not null,
  order_reference text not null,
  messages bigint not null
);

create index contacts_contacts_waiting on contacts_contacts (team, rank, id)
  where state = 'waiting';
create index contacts_contacts_held on contacts_contacts (agent, id)
  where state in ('offered', 'active', 'wrap_up');
create index contacts_contacts_due on contacts_contacts (due) where due is not null;
create index contacts_contacts_by_team on contacts_contacts (team, id);
create index contacts_contacts_by_created on contacts_contacts (created);
create index contacts_contacts_by_agent on contacts_contacts (agent, id) where agent is not null;
create index contacts_contacts_by_identity on contacts_contacts (identity, id)
  where identity is not null;

-- Whom a contact is with; gone when they are forgotten.
-- distribution: by contact_id
create table contacts_callers (
  contact_id bigint primary key,
  name text not null,
  email text not null,
  phone text not null,
  question text not null
);

-- What happened to a contact, line by line.
-- distribution: by contact_id
create table contacts_timeline (
  contact_id bigint not null,
  id bigint not null,
  moment bigint not null,
  actor text not null,
  what text not null,
  agent bigint,
  team bigint,
  note text not null,
  primary key (contact_id, id)
);
