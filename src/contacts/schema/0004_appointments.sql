-- When somebody is to be called back, received or visited, and by whom.
-- distribution: by id
create table contacts_appointments (
  id bigint primary key,
  version bigint not null,
  way text not null,
  state text not null,
  team bigint not null,
  agent bigint not null,
  location bigint,
  identity bigint,
  contact_id bigint,
  starts bigint not null,
  ends bigint not null,
  created bigint not null,
  check (ends > starts)
);

create index contacts_appointments_by_agent on contacts_appointments (agent, starts);
create index contacts_appointments_by_team on contacts_appointments (team, starts);
create index contacts_appointments_by_identity on contacts_appointments (identity, id)
  where identity is not null;
create index contacts_appointments_due on contacts_appointments (starts)
  where way = 'call_back' and state in ('booked', 'confirmed');

-- With whom; gone when they are forgotten.
-- distribution: by appointment_id
create table contacts_guests (
  appointment_id bigint primary key,
  name text not null,
  email text not null,
  phone text not null,
  question text not null
);
