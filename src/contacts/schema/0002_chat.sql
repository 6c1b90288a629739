-- What was said, numbered within its contact; client_id is the sender's own, so that what is sent
-- again is there once.
-- distribution: by contact_id
create table contacts_messages (
  contact_id bigint not null,
  number bigint not null,
  sender text not null,
  agent bigint,
  client_id text not null,
  words text not null,
  moment bigint not null,
  primary key (contact_id, number)
);

create unique index contacts_messages_once on contacts_messages (contact_id, sender, client_id);

-- By which token a visitor comes back to their contact: its hash.
-- distribution: by token
create table contacts_visitors (
  token text primary key,
  contact_id bigint not null
);

create index contacts_visitors_by_contact on contacts_visitors (contact_id);

-- What a customer thought of it.
-- distribution: by contact_id
create table contacts_ratings (
  contact_id bigint primary key,
  rating bigint not null,
  remark text not null,
  moment bigint not null
);

-- Answers that are ready, found by their code or by words.
-- distribution: reference
create table contacts_answers (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  title text not null,
  language text,
  words text not null,
  active boolean not null
);
