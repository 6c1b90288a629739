-- What people said, and what else allows or forbids something with them. Rows are only added;
-- forgetting a person removes them, but for the bare fact of an objection. Moments are
-- microseconds since 1970, UTC.
-- distribution: by identity
create table consent_evidence (
  identity bigint not null,
  id bigint not null,
  means text,
  purpose text,
  ground text not null,
  source text not null,
  text_version text not null,
  ts bigint not null,
  expires bigint,
  proof text not null,
  recorded bigint not null,
  actor text not null,
  primary key (identity, id)
);
create index consent_evidence_id on consent_evidence (id);
-- Who refuses anything: what a process reads when it starts.
create index consent_evidence_refusals on consent_evidence (identity)
  where ground in ('objection', 'withdrawal');

-- How much there is of each identity, so that nobody fills the table with one.
-- distribution: by identity
create table consent_count (
  identity bigint primary key,
  evidence bigint not null
);

create view feed_consent as
  select identity, means, purpose, ground, ts, expires, recorded from consent_evidence;
