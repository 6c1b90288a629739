-- What a job says is kept in each language: whoever reads it may not be who began it.
alter table platform_job add column message_nl text not null default '';
update platform_job set message_nl = message;
