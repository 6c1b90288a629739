-- The last batch of the log that is in these tables, so that whoever has read them can go on in the
-- log.
create view feed_shipped_until as
select transaction_id, number, received from events_cursor where name = 'events.shipping';
