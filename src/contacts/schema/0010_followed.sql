-- The browser of a visitor who agreed that it is followed: who helps them sees what they did.
alter table contacts_visitors add column device bigint;

create index contacts_visitors_by_device on contacts_visitors (device);
