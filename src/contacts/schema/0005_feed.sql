-- What others may know of contacts: whose team, how long, and whether it was answered.
create view feed_contact as
  select id, kind, state, team, channel, created, answered, ended, waited_s, handled_s
  from contacts_contacts;
