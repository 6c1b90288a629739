-- Why something did not go is said in the language of whoever looks: what was kept in English alone
-- has nothing here.
alter table connectors_kept add column message_nl text not null default '';
alter table connectors_queue add column message_nl text not null default '';
alter table connectors_calls add column message_nl text not null default '';
alter table connectors_deliveries add column message_nl text not null default '';
