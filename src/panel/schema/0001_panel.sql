-- What is asked; texts and questions are JSON, as they go over the wire.
-- distribution: reference
create table panel_questionnaires (
  id bigint primary key,
  version bigint not null,
  code text not null unique,
  title text not null,
  intro text not null,
  questions text not null,
  every_weeks bigint not null,
  open_days bigint not null,
  remind_days bigint not null,
  seen_days bigint not null,
  next_wave bigint,
  created bigint not null,
  changed bigint not null
);

-- distribution: reference
create table panel_waves (
  id bigint primary key,
  questionnaire bigint not null,
  number bigint not null,
  begins bigint not null,
  ends bigint not null,
  unique (questionnaire, number)
);

-- Who takes part: an e-mail address each.
-- distribution: by identity
create table panel_participants (
  identity bigint primary key,
  joined bigint not null
);

-- Who is asked in a wave. links: how many they were given, linked: when the last one. Of somebody
-- who was erased the identity leads to nobody.
-- distribution: by identity
create table panel_invitations (
  wave bigint not null,
  identity bigint not null,
  links bigint not null,
  linked bigint,
  answered bigint,
  primary key (wave, identity)
);
create index panel_invitations_by_identity on panel_invitations (identity);

-- Tokens as their hashes, of who can still answer.
-- distribution: by token
create table panel_links (
  token text primary key,
  wave bigint not null,
  identity bigint not null
);
create index panel_links_by_identity on panel_links (identity, wave);

-- What people said: a row for each choice, or one with their words. It is no event, and in no
-- measure.
-- distribution: by identity
create table panel_answers (
  wave bigint not null,
  identity bigint not null,
  question text not null,
  choice text not null,
  words text not null,
  primary key (wave, identity, question, choice)
);
create index panel_answers_by_identity on panel_answers (identity);
