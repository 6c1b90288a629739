-- Whether new versions of the policy take over by themselves; not after one was rolled back.
alter table decisions_settings add column learning boolean not null default true;
