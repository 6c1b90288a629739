-- Where browsers find Sluis, as it was last started; empty where nobody said so.
alter table platform_mail_server add column origin text not null default '';
