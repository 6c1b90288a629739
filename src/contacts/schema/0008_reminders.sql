-- For which beginning the guest was reminded, or needs no reminder.
alter table contacts_appointments add column reminded bigint not null default 0;

create index contacts_appointments_ahead on contacts_appointments (starts)
  where state in ('booked', 'confirmed');
