-- Mail that is to go out, or went; see platform/mail. The content is there only while it waits.
-- distribution: local
create table platform_mail (
  id bigint primary key,
  key text not null unique,
  kind text not null,
  address text not null,
  subject text not null,
  content bytea not null,
  identity bigint,
  purpose text not null,
  state text not null
    check (state in ('waiting', 'sent', 'refused', 'given_up', 'too_late', 'not_allowed')),
  created bigint not null,
  until bigint,
  not_before bigint not null,
  attempts bigint not null,
  settled bigint,
  why text not null,
  message text not null,
  message_nl text not null
);
create index platform_mail_waiting on platform_mail (not_before, id) where state = 'waiting';
create index platform_mail_address on platform_mail (address);

-- With whom mail is handed over, as Sluis was last started, and how that goes: one row.
-- distribution: local
create table platform_mail_server (
  id bigint primary key check (id = 1),
  server text not null,
  address text not null,
  name text not null,
  per_minute bigint not null,
  next_turn bigint not null,
  not_before bigint not null,
  busy_until bigint not null,
  failures bigint not null,
  why text not null,
  message text not null,
  message_nl text not null
);
insert into platform_mail_server (id, server, address, name, per_minute, next_turn, not_before,
  busy_until, failures, why, message, message_nl)
  values (1, '', '', '', 60, 0, 0, 0, 0, '', '', '');
