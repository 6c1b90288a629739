CREATE VIEW events_batch_settled as
  select transaction_id, number, source, received, first_ts, last_ts, events, records
  from events_batch where transaction_id < 1;

CREATE VIEW feed_consent as
  select identity, means, purpose, ground, ts, expires, recorded from consent_evidence;

CREATE VIEW feed_contact as
  select id, kind, state, team, channel, created, answered, ended, waited_s, handled_s
  from contacts_contacts;

CREATE VIEW feed_coverage as
  select channel, aspect, name, events, last_ts from events_coverage;

CREATE VIEW feed_customer_of as
  select identity, customer, since from identities_merged;

CREATE VIEW feed_freshness as
  select source, channel, events, last_ts, last_received from events_freshness;

CREATE VIEW feed_identity as
  select identity, kind, value, first_seen, last_seen, verified from identities_identity;

CREATE VIEW feed_kpis_targets as
  select subject_kind, subject, kpi, from_day, to_day, value, currency from kpis_targets;

CREATE VIEW feed_order as
  select id, reference, channel, state, currency, payable, placed, changed from orders_orders;

CREATE VIEW feed_source as
  select id, code, name, kind, channel, currency, precedence, silent from events_source;

CREATE VIEW feed_variant as
  select one.id, one.product, one.sku, one.sku_key, one.gtin, product.name, product.category,
    one.active and product.state = 'on_sale' as on_sale, one.bundle, one.cost, one.cost_currency,
    one.search as variant_search, product.search as product_search
  from catalog_variants as one join catalog_products as product on product.id = one.product;

CREATE VIEW platform_outbox_settled as
  select transaction_id, number, topic, payload, created from platform_outbox
  where transaction_id < 1;

CREATE TABLE access_attempts (
  subject text primary key,
  failures integer not null,
  delay integer not null,
  last_try integer not null
) strict;

CREATE TABLE access_audit (
  id integer not null,
  entity_id text not null,
  entity text not null,
  action text not null,
  ts integer not null,
  actor text not null,
  actor_user integer,
  peer text not null,
  before text not null,
  after text not null,
  primary key (entity_id, id)
) strict;

CREATE TABLE access_customer_links (
  token blob primary key,
  customer integer not null,
  purpose text not null,
  created integer not null,
  created_by text not null,
  expires integer not null
) strict;

CREATE TABLE access_customer_sessions (
  token blob primary key,
  id integer not null,
  customer integer not null,
  purpose text not null,
  created integer not null,
  last_seen integer not null
) strict;

CREATE TABLE access_house (
  id integer primary key check (id = 1),
  admins integer not null check (admins >= 0),
  setup_token blob,
  setup_expires integer
) strict;

CREATE TABLE access_keys (
  id integer primary key,
  token blob not null unique,
  hint text not null,
  name text not null,
  scope text not null,
  roles text not null,
  partner integer,
  location integer,
  origins text not null,
  created integer not null,
  created_by text not null,
  last_used text,
  revoked integer
) strict;

CREATE TABLE access_links (
  user_id integer primary key references access_users (id),
  token blob not null unique,
  expires integer not null
) strict;

CREATE TABLE access_sessions (
  token blob primary key,
  id integer not null,
  user_id integer not null references access_users (id),
  created integer not null,
  last_seen integer not null,
  device text not null,
  peer text not null
) strict;

CREATE TABLE access_users (
  id integer primary key,
  email text not null unique,
  name text not null,
  language text not null,
  roles text not null,
  partner integer,
  location integer,
  active integer not null,
  password text,
  created integer not null,
  version integer not null
) strict;

CREATE TABLE catalog_edits (
  id integer primary key,
  actor text not null,
  moment integer not null,
  change text not null,
  products integer not null,
  changes integer not null,
  undone integer,
  products_before text not null,
  variants_before text not null
) strict;

CREATE TABLE catalog_parts (
  bundle integer not null references catalog_variants (id),
  position integer not null,
  variant integer not null references catalog_variants (id),
  quantity integer not null check (quantity > 0),
  primary key (bundle, position),
  unique (bundle, variant)
) strict;

CREATE TABLE catalog_pictures (
  name text primary key,
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes integer not null check (bytes > 0),
  created integer not null
) strict;

CREATE TABLE catalog_prices (
  variant integer not null references catalog_variants (id),
  position integer not null,
  channel integer,
  segment integer,
  currency text not null,
  amount integer not null check (amount >= 0),
  includes_vat integer not null,
  from_moment integer,
  to_moment integer,
  primary key (variant, position)
) strict;

CREATE TABLE catalog_products (
  id integer primary key,
  version integer not null,
  name text not null,
  description text not null,
  category text not null,
  vat text not null,
  state text not null,
  options text not null,
  created integer not null,
  changed integer not null,
  option_count integer not null,
  variants integer not null check (variants >= 0),
  search text not null,
  sort_name text not null
) strict;

CREATE TABLE catalog_requirements (
  channel integer primary key,
  version integer not null,
  needs text not null
) strict;

CREATE TABLE catalog_shown_pictures (
  product integer not null references catalog_products (id),
  position integer not null,
  picture text not null references catalog_pictures (name),
  alt text not null,
  primary key (product, position),
  unique (product, picture)
) strict;

CREATE TABLE catalog_texts (
  product integer not null references catalog_products (id),
  position integer not null,
  channel integer,
  language text not null,
  title text not null,
  description text not null,
  primary key (product, position)
) strict;

CREATE TABLE catalog_variants (
  id integer primary key,
  product integer not null references catalog_products (id),
  version integer not null,
  sku text not null,
  gtin text,
  option_values text not null,
  cost integer check (cost >= 0),
  cost_currency text not null,
  active integer not null,
  bundle integer not null,
  created integer not null,
  changed integer not null,
  sku_key text not null unique,
  search text not null
) strict;

CREATE TABLE channels_channels (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  form text not null,
  state text not null,
  own_traits text,
  phases text not null,
  goal text not null,
  owner integer,
  reach integer,
  reach_note text not null,
  currency text not null,
  partner integer,
  location integer,
  notes text not null,
  created integer not null,
  changed integer not null,
  kind text not null,
  missing text not null,
  missing_count integer not null,
  search text not null,
  sort_name text not null
) strict;

CREATE TABLE channels_checks (
  channel integer not null references channels_channels (id),
  position integer not null,
  name text not null,
  state text not null,
  note text not null,
  decided_by text,
  decided integer,
  primary key (channel, name)
) strict;

CREATE TABLE channels_costs (
  channel integer not null references channels_channels (id),
  position integer not null,
  kind text not null,
  note text not null,
  amount integer not null check (amount >= 0),
  currency text not null,
  per text not null,
  from_day text not null,
  to_day text,
  primary key (channel, position)
) strict;

CREATE TABLE channels_links (
  channel integer not null references channels_channels (id),
  position integer not null,
  to_channel integer not null references channels_channels (id),
  state text not null,
  shares text not null,
  note text not null,
  primary key (channel, to_channel),
  check (channel <> to_channel)
) strict;

CREATE TABLE company_settings (
  id integer not null primary key check (id = 1),
  name text not null,
  zone text not null,
  currency text not null,
  language text not null,
  version integer not null
) strict;

CREATE TABLE conflicts_conflicts (
  id integer primary key,
  version integer not null,
  key text not null unique,
  kind text not null,
  variant integer,
  product integer,
  sku text not null,
  name text not null,
  language text not null,
  about text not null,
  channel integer not null,
  value text not null,
  other integer,
  other_value text not null,
  reported_only integer not null,
  stake integer,
  currency text not null,
  no_stake text,
  since integer not null,
  state text not null,
  owner integer,
  reason text not null,
  changed integer not null,
  closed integer,
  search text not null,
  sort_name text not null
) strict;

CREATE TABLE conflicts_look (
  id integer primary key,
  night text not null,
  looked integer
) strict;

CREATE TABLE connectors_calls (
  connection integer not null,
  id integer not null,
  what text not null,
  things integer not null,
  moment integer not null,
  took_ms integer not null,
  lag_ms integer,
  why text not null,
  message text not null, message_nl text not null default '',
  primary key (connection, id)
) strict;

CREATE TABLE connectors_connections (
  id integer primary key,
  version integer not null,
  name text not null,
  system text not null,
  channel integer not null,
  location integer,
  address text not null,
  state text not null,
  calls_per_minute integer not null,
  key text not null unique,
  created integer not null,
  changed integer not null
, tells_stock integer not null default false, tells_prices integer not null default false) strict;

CREATE TABLE connectors_deliveries (
  subscription integer not null,
  transaction_number integer not null,
  number integer not null,
  fact text not null,
  body text not null,
  state text not null,
  created integer not null,
  attempts integer not null,
  answered integer,
  why text not null,
  message text not null, message_nl text not null default '',
  primary key (subscription, transaction_number, number)
) strict;

CREATE TABLE connectors_health (
  connection integer primary key,
  last_number integer not null,
  received integer,
  troubled integer,
  trouble text not null
) strict;

CREATE TABLE connectors_kept (
  connection integer not null,
  id integer not null,
  topic text not null,
  subject text not null,
  why text not null,
  message text not null,
  identity integer,
  body text not null,
  received integer not null, missing text not null default '', retry integer, message_nl text not null default '',
  primary key (connection, id)
) strict;

CREATE TABLE connectors_learnt (
  connection integer not null,
  variant integer not null,
  theirs text not null,
  parent text not null,
  item text not null,
  looked integer not null,
  price integer,
  primary key (connection, variant)
) strict;

CREATE TABLE connectors_numbers (
  connection integer not null,
  number integer not null,
  kind text not null,
  thing integer not null,
  primary key (connection, number),
  unique (connection, kind, thing)
) strict;

CREATE TABLE connectors_orders (
  connection integer not null,
  theirs text not null,
  ours integer not null,
  updated integer not null,
  primary key (connection, theirs)
) strict;

CREATE TABLE connectors_pace (
  connection integer primary key,
  next_call integer not null,
  not_before integer not null,
  busy_until integer not null,
  failures integer not null,
  told integer,
  sweep_after text,
  swept integer not null,
  their_location text not null
) strict;

CREATE TABLE connectors_queue (
  connection integer not null,
  kind text not null,
  variant integer not null,
  wanted integer not null,
  risk integer not null,
  since integer not null,
  due integer not null,
  attempts integer not null,
  again integer,
  claimed integer,
  failed integer not null,
  why text not null,
  message text not null, message_nl text not null default '',
  primary key (connection, kind, variant)
) strict;

CREATE TABLE connectors_secrets (
  connection integer not null,
  purpose text not null,
  id integer not null,
  secret text not null,
  created integer not null,
  ends integer,
  primary key (connection, purpose, id)
) strict;

CREATE TABLE connectors_subscriptions (
  id integer primary key,
  version integer not null,
  name text not null,
  address text not null,
  facts text not null,
  state text not null,
  created integer not null,
  changed integer not null,
  delivered integer,
  failing_since integer,
  failures integer not null,
  not_before integer not null,
  busy_until integer not null
) strict;

CREATE TABLE consent_count (
  identity integer primary key,
  evidence integer not null
) strict;

CREATE TABLE consent_evidence (
  identity integer not null,
  id integer not null,
  means text,
  purpose text,
  ground text not null,
  source text not null,
  text_version text not null,
  ts integer not null,
  expires integer,
  proof text not null,
  recorded integer not null,
  actor text not null,
  primary key (identity, id)
) strict;

CREATE TABLE contacts_agents (
  user_id integer primary key,
  skills text not null,
  languages text not null,
  chats_most integer not null,
  takes_calls integer not null,
  active integer not null,
  presence text not null,
  reason text not null,
  since integer not null,
  seen integer not null,
  session_id integer,
  calls integer not null check (calls >= 0),
  chats integer not null check (chats >= 0),
  freed integer not null
, extension text not null default '') strict;

CREATE TABLE contacts_answers (
  id integer primary key,
  version integer not null,
  code text not null unique,
  title text not null,
  language text,
  words text not null,
  active integer not null
) strict;

CREATE TABLE contacts_appointments (
  id integer primary key,
  version integer not null,
  way text not null,
  state text not null,
  team integer not null,
  agent integer not null,
  location integer,
  identity integer,
  contact_id integer,
  starts integer not null,
  ends integer not null,
  created integer not null, reminded integer not null default 0,
  check (ends > starts)
) strict;

CREATE TABLE contacts_callers (
  contact_id integer primary key,
  name text not null,
  email text not null,
  phone text not null,
  question text not null
) strict;

CREATE TABLE contacts_calls (
  call_id text not null,
  line integer not null,
  contact_id integer,
  number text not null,
  direction text not null,
  ended integer not null,
  moment integer not null,
  primary key (call_id, line)
) strict;

CREATE TABLE contacts_codes (
  code text primary key,
  identity integer not null,
  expires integer not null
) strict;

CREATE TABLE contacts_contacts (
  id integer primary key,
  version integer not null,
  kind text not null,
  state text not null,
  team integer not null,
  channel integer not null,
  skill text,
  language text,
  identity integer,
  location integer,
  agent integer,
  wanted integer,
  wanted_until integer,
  declined text not null,
  worth integer not null,
  created integer not null,
  rank integer not null,
  offered integer,
  answered integer,
  ended integer,
  due integer,
  waited_s integer not null,
  handled_s integer not null,
  handled_from integer,
  outcome text not null,
  order_reference text not null,
  messages integer not null
) strict;

CREATE TABLE contacts_doors (
  network text not null,
  hour integer not null,
  visits integer not null,
  bytes integer not null,
  primary key (network, hour)
) strict;

CREATE TABLE contacts_files (
  contact_id integer not null,
  number integer not null,
  sha256 text not null,
  secret text not null,
  primary key (contact_id, number)
) strict;

CREATE TABLE contacts_floor (
  id integer primary key,
  turn integer not null
) strict;

CREATE TABLE contacts_guests (
  appointment_id integer primary key,
  name text not null,
  email text not null,
  phone text not null,
  question text not null
) strict;

CREATE TABLE contacts_holidays (
  day text primary key,
  name text not null
) strict;

CREATE TABLE contacts_lines (
  id integer primary key,
  name text not null,
  team integer not null,
  token text not null unique,
  active integer not null
) strict;

CREATE TABLE contacts_members (
  team integer not null,
  user_id integer not null,
  primary key (team, user_id)
) strict;

CREATE TABLE contacts_messages (
  contact_id integer not null,
  number integer not null,
  sender text not null,
  agent integer,
  client_id text not null,
  words text not null,
  moment integer not null, file text, file_type text, file_bytes integer,
  primary key (contact_id, number)
) strict;

CREATE TABLE contacts_ratings (
  contact_id integer primary key,
  rating integer not null,
  remark text not null,
  moment integer not null
) strict;

CREATE TABLE contacts_spells (
  user_id integer not null,
  from_moment integer not null,
  to_moment integer,
  presence text not null,
  reason text not null,
  primary key (user_id, from_moment)
) strict;

CREATE TABLE contacts_stays (
  token text primary key,
  id integer not null,
  location integer not null,
  shelf text not null,
  variant integer,
  text_version text not null,
  since integer not null,
  ends integer not null,
  contact_id integer
) strict;

CREATE TABLE contacts_teams (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  channel integer not null,
  skills text not null,
  languages text not null,
  hours text not null,
  closed_on_holidays integer not null,
  answer_s integer not null,
  accept_s integer not null,
  wrap_up_s integer not null,
  overflow_s integer not null,
  overflow_to integer,
  waiting_most integer not null,
  handling_s integer not null,
  active integer not null
, location integer) strict;

CREATE TABLE contacts_timeline (
  contact_id integer not null,
  id integer not null,
  moment integer not null,
  actor text not null,
  what text not null,
  agent integer,
  team integer,
  note text not null,
  primary key (contact_id, id)
) strict;

CREATE TABLE contacts_visitors (
  token text primary key,
  contact_id integer not null
, device integer) strict;

CREATE TABLE customers_company (
  id integer primary key,
  version integer not null,
  name text not null,
  registration text not null,
  vat_number text not null,
  notes text not null,
  search text not null,
  created integer not null,
  changed integer not null
) strict;

CREATE TABLE customers_decision (
  identity integer not null,
  id integer not null,
  other integer not null,
  operation integer not null,
  step text not null check (step in ('joined', 'parted', 'undone')),
  ts integer not null,
  actor text not null,
  reason text not null,
  primary key (identity, id)
) strict;

CREATE TABLE customers_erasure (
  erased integer primary key,
  fresh integer not null,
  ts integer not null
) strict;

CREATE TABLE customers_guard (
  id integer primary key check (id = 1),
  changes integer not null
) strict;

CREATE TABLE customers_link (
  identity integer not null,
  other integer not null,
  number integer not null,
  seen integer,
  decision text not null
    check (decision = 'none' or decision = 'joined' or decision = 'parted'),
  decided integer not null,
  primary key (identity, other),
  check (identity <> other)
) strict;

CREATE TABLE customers_person (
  identity integer not null,
  company integer not null,
  role text not null,
  since integer not null,
  primary key (identity, company)
) strict;

CREATE TABLE customers_proposal (
  identity integer not null,
  other integer not null,
  since integer not null,
  primary key (identity, other)
) strict;

CREATE TABLE customers_trait (
  identity integer not null,
  name text not null,
  value text not null,
  ts integer not null,
  tie integer not null,
  low integer,
  high integer,
  total integer not null,
  times integer not null,
  primary key (identity, name)
) strict;

CREATE TABLE customers_word (
  identity integer not null,
  word text not null,
  primary key (identity, word)
) strict;

CREATE TABLE decisions_log (
  identity integer not null,
  id integer not null,
  ts integer not null,
  placement integer not null,
  policy integer not null,
  offer integer,
  held_out integer not null,
  reason text not null,
  gate text,
  probability real  not null,
  draw real  not null,
  cost real  not null,
  queue real  not null,
  exploration real  not null,
  sure real  not null,
  segment integer,
  buyer integer not null,
  phase text not null,
  learns integer not null,
  until integer not null,
  details blob not null,
  shown integer,
  dismissed integer,
  accepted integer,
  contact integer,
  orders integer not null,
  margin integer not null,
  primary key (identity, id)
) strict;

CREATE TABLE decisions_offers (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  act text not null,
  team integer,
  texts text not null,
  cost integer check (cost >= 0),
  wait_most_s integer not null,
  cap_times integer not null,
  cap_days integer not null,
  from_moment integer,
  until_moment integer,
  segments text not null,
  phases text not null,
  discount_basis_points integer,
  active integer not null,
  created integer not null,
  changed integer not null
) strict;

CREATE TABLE decisions_outcomes (
  identity integer not null,
  decision integer not null,
  event integer not null,
  ts integer not null,
  sale integer not null,
  margin integer not null,
  primary key (identity, decision, event)
) strict;

CREATE TABLE decisions_placements (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  channel integer not null,
  offers text not null,
  active integer not null,
  created integer not null,
  changed integer not null
, fee integer check (fee >= 0), agreement text not null default '{"nl":"","en":""}', at_once integer not null default false) strict;

CREATE TABLE decisions_secret (
  id integer primary key check (id = 1),
  secret blob not null
) strict;

CREATE TABLE decisions_settings (
  id integer primary key check (id = 1),
  version integer not null,
  active integer not null,
  hold_out_basis_points integer not null,
  exploration_basis_points integer not null,
  sure_basis_points integer not null,
  outcome_days integer not null,
  interest_views integer not null,
  hour_cost integer not null check (hour_cost >= 0),
  waiting_hour_cost integer not null check (waiting_hour_cost >= 0),
  segments text not null
, learning integer not null default true, floor_basis_points integer not null default 0) strict;

CREATE TABLE decisions_totals (
  placement integer not null,
  day text not null,
  offer integer not null,
  decisions integer not null,
  primary key (placement, day, offer)
) strict;

CREATE TABLE decisions_versions (
  number integer primary key,
  created integer not null,
  state text not null,
  reason text not null,
  design text not null,
  draws blob not null,
  visits integer not null,
  sales integer not null,
  margin integer not null,
  compared_rows integer not null,
  gain real ,
  gain_low real ,
  gain_high real 
) strict;

CREATE TABLE events_batch (
  number integer primary key autoincrement,
  transaction_id integer not null default 0,
  source integer not null,
  received integer not null,
  first_ts integer not null,
  last_ts integer not null,
  events integer not null,
  records blob not null
) strict;

CREATE TABLE events_coverage (
  channel integer not null,
  aspect text not null check (aspect = 'identity' or aspect = 'fact' or aspect = 'kind'),
  name text not null,
  events integer not null,
  last_ts integer not null,
  primary key (channel, aspect, name)
) strict;

CREATE TABLE events_cursor (
  name text primary key,
  transaction_id integer not null,
  number integer not null,
  moved integer not null
) strict;

CREATE TABLE events_freshness (
  source integer not null,
  channel integer not null,
  events integer not null,
  last_ts integer not null,
  last_received integer not null,
  primary key (source, channel)
) strict;

CREATE TABLE events_money (
  reference text not null,
  channel integer not null,
  kind text not null,
  part text not null,
  rank integer not null,
  event integer not null,
  ts integer not null,
  previous integer,
  previous_ts integer,
  primary key (reference, channel, kind, part)
) strict;

CREATE TABLE events_names (
  batch integer primary key,
  names blob not null
) strict;

CREATE TABLE events_quarantine (
  id integer primary key,
  source integer not null,
  received integer not null,
  reason text not null,
  pointer text not null,
  kind text not null,
  draft text not null,
  raw text not null,
  state text not null check (state in ('waiting', 'replayed', 'dropped')),
  changed integer not null
) strict;

CREATE TABLE events_source (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('live', 'import')),
  key integer unique,
  channel integer not null,
  currency text not null,
  zone text not null,
  precedence text not null check (precedence in ('browser', 'server', 'shop', 'own')),
  contract text not null,
  silence_minutes integer,
  silent integer not null default false,
  created integer not null,
  changed integer not null
) strict;

CREATE TABLE identities_identity (
  identity integer primary key,
  kind text not null check (kind = 'device' or kind = 'user' or kind = 'email' or kind = 'phone' or
    kind = 'card' or kind = 'marketplace' or kind = 'session_code'),
  value text not null,
  first_seen integer not null,
  last_seen integer not null,
  verified integer not null default false
) strict;

CREATE TABLE identities_merged (
  identity integer primary key,
  customer integer not null,
  since integer not null
) strict;

CREATE TABLE identities_pepper (
  id integer primary key check (id = 1),
  pepper blob not null
) strict;

CREATE TABLE imports_file (
  id integer primary key,
  name text not null,
  size integer not null,
  path text not null,
  created integer not null,
  created_by text not null
) strict;

CREATE TABLE imports_import (
  id integer primary key,
  file_name text not null,
  file_size integer not null,
  file_hash text not null,
  mapping_name text not null,
  mapping_hash text not null,
  mapping text not null,
  source integer not null,
  state text not null check (state in ('running', 'done', 'stopped', 'failed')),
  rows integer not null,
  events integer not null,
  duplicates integer not null,
  quarantined integer not null,
  withheld integer not null,
  problem_rows integer not null,
  bytes integer not null,
  problems text not null,
  started integer not null,
  changed integer not null,
  started_by text not null,
  unique (file_hash, mapping_hash)
) strict;

CREATE TABLE imports_mapping (
  id integer primary key,
  version integer not null,
  name text not null unique,
  title text not null,
  mapping text not null,
  created integer not null,
  changed integer not null,
  changed_by text not null
) strict;

CREATE TABLE kpis_built_in (
  code text primary key,
  owner integer,
  version integer not null
) strict;

CREATE TABLE kpis_definitions (
  code text primary key,
  name_en text not null,
  name_nl text not null,
  unit text not null,
  better text not null,
  source text not null,
  formula_en text not null,
  formula_nl text not null,
  version integer not null
, owner integer) strict;

CREATE TABLE kpis_targets (
  subject_kind text not null,
  subject integer not null,
  position integer not null,
  kpi text not null,
  from_day text not null,
  to_day text,
  value integer,
  currency text,
  primary key (subject, position)
) strict;

CREATE TABLE orders_buyers (
  order_id integer primary key,
  name text not null,
  email text not null,
  phone text not null,
  address text not null,
  note text not null
) strict;

CREATE TABLE orders_deliveries (
  order_id integer not null,
  id integer not null,
  method text not null,
  state text not null,
  location integer not null,
  expires integer,
  tracking text not null,
  created integer not null,
  handed_over integer,
  received integer, brought_to integer,
  primary key (order_id, id)
) strict;

CREATE TABLE orders_items (
  order_id integer not null,
  delivery integer not null,
  line integer not null,
  quantity integer not null,
  fulfilled integer not null check (fulfilled >= 0),
  cancelled integer not null check (cancelled >= 0),
  holds text not null,
  primary key (order_id, delivery, line),
  check (fulfilled + cancelled <= quantity)
) strict;

CREATE TABLE orders_lines (
  order_id integer not null,
  number integer not null,
  kind text not null,
  variant integer,
  sku text not null,
  name text not null,
  quantity integer not null check (quantity > 0),
  price integer not null,
  includes_vat integer not null,
  discount integer not null,
  vat_class text not null,
  vat_rate integer not null,
  net integer not null,
  vat integer not null,
  gross integer not null,
  goods_cost integer,
  channel_fee integer not null,
  payment_fee integer not null,
  transport_cost integer not null,
  cancelled integer not null check (cancelled >= 0),
  fulfilled integer not null check (fulfilled >= 0),
  returned integer not null check (returned >= 0),
  primary key (order_id, number),
  check (cancelled + fulfilled <= quantity),
  check (returned <= fulfilled)
) strict;

CREATE TABLE orders_orders (
  id integer primary key,
  version integer not null,
  reference text not null,
  state text not null,
  channel integer not null,
  partner integer,
  location integer,
  phase text not null,
  campaign text not null,
  agent integer,
  identity integer,
  country text not null,
  currency text not null,
  settlement text not null,
  net integer not null,
  vat integer not null,
  gross integer not null,
  rounding integer not null,
  payable integer not null,
  lapsed integer not null,
  waived integer not null check (waived >= 0),
  paid integer not null,
  refunded integer not null,
  cost integer,
  margin integer,
  voucher text not null,
  exchange_of integer,
  placed integer not null,
  confirmed integer,
  pay_by integer,
  changed integer not null,
  check (refunded >= 0 and refunded <= paid),
  check (lapsed >= 0 and lapsed <= gross)
) strict;

CREATE TABLE orders_payments (
  order_id integer not null,
  id integer not null,
  kind text not null,
  state text not null,
  method text not null,
  provider text,
  amount integer not null check (amount > 0),
  reference text not null,
  created integer not null,
  settled integer,
  primary key (order_id, id)
) strict;

CREATE TABLE orders_references (
  reference text not null,
  channel integer not null,
  order_id integer not null,
  primary key (reference, channel)
) strict;

CREATE TABLE orders_returns (
  order_id integer not null,
  id integer not null,
  state text not null,
  way text not null,
  withdrawal integer not null,
  channel integer,
  location integer,
  pieces text not null,
  restocked integer not null,
  reason text not null,
  created integer not null,
  received integer,
  primary key (order_id, id)
) strict;

CREATE TABLE orders_terms (
  channel integer primary key,
  currency text not null,
  fee_basis_points integer not null,
  payment_basis_points integer not null,
  payment_fixed integer not null,
  transport_cost integer not null,
  pay_minutes integer not null,
  accept_minutes integer not null,
  collect_minutes integer not null
) strict;

CREATE TABLE orders_timeline (
  order_id integer not null,
  id integer not null,
  moment integer not null,
  actor text not null,
  what text not null,
  pieces integer not null,
  amount integer,
  note text not null,
  primary key (order_id, id)
) strict;

CREATE TABLE orders_vouchers (
  code text primary key,
  name text not null,
  channel integer,
  currency text not null,
  amount integer not null check (amount >= 0),
  basis_points integer not null check (basis_points >= 0 and basis_points <= 10000),
  from_moment integer,
  to_moment integer,
  uses integer not null check (uses >= 0),
  uses_most integer not null,
  active integer not null,
  created integer not null, identity integer, given_by integer, floor_basis_points integer,
  check (uses <= uses_most)
) strict;

CREATE TABLE orders_withdrawals (
  order_id integer primary key,
  id integer not null,
  moment integer not null,
  confirmation text not null
) strict;

CREATE TABLE orders_words (
  order_id integer not null,
  word text not null,
  primary key (order_id, word)
) strict;

CREATE TABLE panel_answers (
  wave integer not null,
  identity integer not null,
  question text not null,
  choice text not null,
  words text not null,
  primary key (wave, identity, question, choice)
) strict;

CREATE TABLE panel_invitations (
  wave integer not null,
  identity integer not null,
  links integer not null,
  linked integer,
  answered integer,
  primary key (wave, identity)
) strict;

CREATE TABLE panel_links (
  token text primary key,
  wave integer not null,
  identity integer not null
) strict;

CREATE TABLE panel_participants (
  identity integer primary key,
  joined integer not null
) strict;

CREATE TABLE panel_questionnaires (
  id integer primary key,
  version integer not null,
  code text not null unique,
  title text not null,
  intro text not null,
  questions text not null,
  every_weeks integer not null,
  open_days integer not null,
  remind_days integer not null,
  seen_days integer not null,
  next_wave integer,
  created integer not null,
  changed integer not null
) strict;

CREATE TABLE panel_waves (
  id integer primary key,
  questionnaire integer not null,
  number integer not null,
  begins integer not null,
  ends integer not null,
  unique (questionnaire, number)
) strict;

CREATE TABLE platform_blob (
  sha256 text primary key,
  size integer not null,
  media_type text not null,
  created integer not null,
  bytes blob
) strict;

CREATE TABLE platform_cursor (
  name text primary key,
  transaction_id integer not null,
  number integer not null,
  moved integer not null
) strict;

CREATE TABLE platform_idempotency (
  scope text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  content_type text not null,
  headers text not null,
  body text not null,
  created integer not null,
  primary key (scope, key)
) strict;

CREATE TABLE platform_job (
  id integer primary key,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  message text not null default '',
  input text not null,
  cursor text not null default 'null',
  result text not null default 'null',
  creator integer,
  cancelling integer not null default false,
  holder integer not null default 0,
  leased_until integer not null default 0,
  announced integer not null default 0,
  created integer not null,
  changed integer not null
, message_nl text not null default '') strict;

CREATE TABLE platform_mail (
  id integer primary key,
  key text not null unique,
  kind text not null,
  address text not null,
  subject text not null,
  content blob not null,
  identity integer,
  purpose text not null,
  state text not null
    check (state in ('waiting', 'sent', 'refused', 'given_up', 'too_late', 'not_allowed')),
  created integer not null,
  until integer,
  not_before integer not null,
  attempts integer not null,
  settled integer,
  why text not null,
  message text not null,
  message_nl text not null
) strict;

CREATE TABLE platform_mail_server (
  id integer primary key check (id = 1),
  server text not null,
  address text not null,
  name text not null,
  per_minute integer not null,
  next_turn integer not null,
  not_before integer not null,
  busy_until integer not null,
  failures integer not null,
  why text not null,
  message text not null,
  message_nl text not null
, origin text not null default '') strict;

CREATE TABLE platform_mark (
  high integer not null,
  low integer not null,
  noted integer not null,
  primary key (high, low)
) strict;

CREATE TABLE platform_marks (
  number integer primary key autoincrement,
  noted integer not null,
  marks blob not null
) strict;

CREATE TABLE platform_migration (
  position integer primary key,
  name text not null unique,
  checksum text not null,
  version text not null
) strict;

CREATE TABLE platform_node (
  node integer primary key check (node between 0 and 63),
  leased_until integer not null,
  high_water integer not null
) strict;

CREATE TABLE platform_outbox (
  number integer primary key autoincrement,
  transaction_id integer not null default 0,
  topic text not null,
  payload text not null,
  created integer not null
) strict;

CREATE TABLE reports_subscriptions (
  reader integer primary key,
  weekday text not null,
  hour integer not null,
  zone text not null,
  language text not null,
  since integer not null,
  done_until integer not null
) strict;

CREATE TABLE segments_buyers (
  customer integer not null,
  segment integer not null,
  primary key (customer, segment)
) strict;

CREATE TABLE segments_segment (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  description text not null,
  rule text not null,
  owner integer,
  archived integer not null,
  created integer not null,
  changed integer not null
) strict;

CREATE TABLE segments_thresholds (
  id integer primary key check (id = 1),
  version integer not null,
  top integer not null,
  large integer not null,
  medium integer not null
) strict;

CREATE TABLE segments_told (
  segment integer primary key,
  version integer not null,
  day text not null,
  change integer not null
) strict;

CREATE TABLE simulator_sample (
  id integer primary key check (id = 1),
  state text not null check (state in ('loading', 'present', 'removing')),
  world text not null,
  seed integer not null,
  customers integer not null,
  days integer not null,
  from_day text not null,
  to_day text not null,
  events integer not null,
  channels text not null,
  name_given integer not null,
  job integer,
  started integer not null,
  changed integer not null
) strict;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE stock_beliefs (
  variant integer not null,
  teller integer not null,
  channel integer not null,
  location integer,
  units integer not null,
  since integer not null,
  delay_ms integer,
  primary key (variant, teller)
) strict;

CREATE TABLE stock_buffers (
  channel integer primary key,
  units integer not null check (units >= 0)
, by_hand integer not null default true, service integer not null default 9900) strict;

CREATE TABLE stock_delays (
  channel integer primary key,
  smoothed_ms integer not null,
  deviation_ms integer not null
) strict;

CREATE TABLE stock_incoming (
  variant integer not null,
  id integer not null,
  version integer not null,
  location integer not null,
  quantity integer not null,
  received integer not null check (received >= 0),
  kept integer not null check (kept >= 0),
  promised integer not null check (promised >= 0),
  expected integer not null,
  reference text not null,
  state text not null,
  created integer not null,
  changed integer not null,
  primary key (variant, id),
  check (received <= quantity),
  check (promised = 0 or promised + received + kept <= quantity)
) strict;

CREATE TABLE stock_levels (
  variant integer not null,
  location integer not null,
  on_hand integer not null,
  reserved integer not null check (reserved >= 0),
  safety integer not null check (safety >= 0),
  primary key (variant, location),
  check (reserved <= on_hand)
) strict;

CREATE TABLE stock_locations (
  id integer primary key,
  version integer not null,
  code text not null unique,
  name text not null,
  kind text not null,
  sells integer not null,
  rank integer not null,
  active integer not null,
  created integer not null,
  changed integer not null
) strict;

CREATE TABLE stock_movements (
  variant integer not null,
  id integer not null,
  location integer not null,
  kind text not null,
  quantity integer not null,
  moment integer not null,
  reference text not null,
  note text not null,
  actor text not null,
  primary key (variant, id)
) strict;

CREATE TABLE stock_reckoned (
  variant integer not null,
  channel integer not null,
  units integer not null check (units > 0),
  delay_ms integer not null,
  own integer not null,
  others integer not null,
  service integer not null,
  primary key (variant, channel)
) strict;

CREATE TABLE stock_reservations (
  variant integer not null,
  id integer not null,
  location integer not null,
  quantity integer not null check (quantity >= 0),
  fulfilled integer not null,
  broken integer not null,
  state text not null,
  purpose text not null,
  reference text not null,
  channel integer,
  bundle integer,
  incoming integer,
  expires integer,
  created integer not null,
  ended integer,
  primary key (variant, id)
) strict;

CREATE TABLE value_night (
  day text primary key
) strict;

CREATE TABLE views_view (
  id integer not null primary key,
  owner integer not null,
  screen text not null,
  name text not null,
  shared integer not null,
  state text not null,
  version integer not null
) strict;

CREATE INDEX access_attempts_last_try on access_attempts (last_try);

CREATE INDEX access_audit_id on access_audit (id);

CREATE INDEX access_customer_links_customer on access_customer_links (customer);

CREATE INDEX access_customer_sessions_customer on access_customer_sessions (customer);

CREATE INDEX access_sessions_user on access_sessions (user_id);

CREATE INDEX catalog_parts_by_variant on catalog_parts (variant);

CREATE INDEX catalog_prices_by_segment on catalog_prices (segment) where segment is not null;

CREATE INDEX catalog_products_by_name on catalog_products (sort_name, id);

CREATE UNIQUE INDEX catalog_variants_by_gtin on catalog_variants (gtin) where gtin is not null;

CREATE UNIQUE INDEX catalog_variants_by_values on catalog_variants (product, option_values);

CREATE INDEX channels_links_to on channels_links (to_channel);

CREATE INDEX conflicts_conflicts_by_state on conflicts_conflicts (state, stake);

CREATE INDEX connectors_deliveries_by_created on connectors_deliveries (created);

CREATE INDEX connectors_deliveries_waiting
  on connectors_deliveries (subscription, transaction_number, number) where state = 'waiting';

CREATE INDEX connectors_kept_by_identity on connectors_kept (identity) where identity is not null;

CREATE INDEX connectors_kept_retry on connectors_kept (retry) where retry is not null;

CREATE INDEX connectors_learnt_item on connectors_learnt (connection, item);

CREATE INDEX connectors_learnt_theirs on connectors_learnt (connection, theirs);

CREATE INDEX connectors_queue_due on connectors_queue (connection, due) where not failed;

CREATE INDEX consent_evidence_id on consent_evidence (id);

CREATE INDEX consent_evidence_refusals on consent_evidence (identity)
  where ground in ('objection', 'withdrawal');

CREATE INDEX contacts_agents_by_extension on contacts_agents (extension) where extension <> '';

CREATE INDEX contacts_agents_there on contacts_agents (seen) where presence <> 'offline';

CREATE INDEX contacts_appointments_ahead on contacts_appointments (starts)
  where state in ('booked', 'confirmed');

CREATE INDEX contacts_appointments_by_agent on contacts_appointments (agent, starts);

CREATE INDEX contacts_appointments_by_identity on contacts_appointments (identity, id)
  where identity is not null;

CREATE INDEX contacts_appointments_by_team on contacts_appointments (team, starts);

CREATE INDEX contacts_appointments_due on contacts_appointments (starts)
  where way = 'call_back' and state in ('booked', 'confirmed');

CREATE INDEX contacts_calls_by_contact on contacts_calls (contact_id);

CREATE INDEX contacts_calls_by_moment on contacts_calls (moment);

CREATE INDEX contacts_contacts_by_agent on contacts_contacts (agent, id) where agent is not null;

CREATE INDEX contacts_contacts_by_created on contacts_contacts (created);

CREATE INDEX contacts_contacts_by_identity on contacts_contacts (identity, id)
  where identity is not null;

CREATE INDEX contacts_contacts_by_team on contacts_contacts (team, id);

CREATE INDEX contacts_contacts_due on contacts_contacts (due) where due is not null;

CREATE INDEX contacts_contacts_held on contacts_contacts (agent, id)
  where state in ('offered', 'active', 'wrap_up');

CREATE INDEX contacts_contacts_waiting on contacts_contacts (team, rank, id)
  where state = 'waiting';

CREATE INDEX contacts_members_by_user on contacts_members (user_id);

CREATE UNIQUE INDEX contacts_messages_once on contacts_messages (contact_id, sender, client_id);

CREATE INDEX contacts_spells_by_end on contacts_spells (to_moment);

CREATE INDEX contacts_stays_by_contact on contacts_stays (contact_id) where contact_id is not null;

CREATE INDEX contacts_stays_by_end on contacts_stays (ends);

CREATE INDEX contacts_stays_by_id on contacts_stays (id);

CREATE INDEX contacts_stays_by_location on contacts_stays (location, ends);

CREATE INDEX contacts_visitors_by_contact on contacts_visitors (contact_id);

CREATE INDEX contacts_visitors_by_device on contacts_visitors (device);

CREATE INDEX customers_company_name on customers_company (name);

CREATE INDEX customers_decision_operation on customers_decision (operation);

CREATE INDEX customers_decision_other on customers_decision (other);

CREATE INDEX customers_erasure_ts on customers_erasure (ts, erased);

CREATE INDEX customers_link_number on customers_link (number) where identity < other;

CREATE INDEX customers_person_company on customers_person (company);

CREATE INDEX customers_proposal_since on customers_proposal (since);

CREATE INDEX customers_word_word on customers_word (word, identity);

CREATE INDEX decisions_log_by_id on decisions_log (id);

CREATE INDEX decisions_log_by_placement on decisions_log (placement, id);

CREATE INDEX decisions_outcomes_by_event on decisions_outcomes (event);

CREATE INDEX events_batch_order on events_batch (transaction_id, number);

CREATE INDEX events_quarantine_waiting on events_quarantine (source, reason, id)
  where state = 'waiting';

CREATE INDEX identities_merged_customer on identities_merged (customer);

CREATE INDEX kpis_targets_by_kpi on kpis_targets (kpi);

CREATE INDEX orders_deliveries_by_id on orders_deliveries (id);

CREATE INDEX orders_deliveries_due on orders_deliveries (expires)
  where state in ('asked', 'ready') and expires is not null;

CREATE INDEX orders_deliveries_open on orders_deliveries (location, id)
  where state in ('asked', 'accepted', 'on_its_way', 'ready');

CREATE INDEX orders_orders_by_channel on orders_orders (channel, id);

CREATE INDEX orders_orders_by_identity on orders_orders (identity, id);

CREATE INDEX orders_orders_by_location on orders_orders (location, id) where location is not null;

CREATE INDEX orders_orders_by_partner on orders_orders (partner, id) where partner is not null;

CREATE INDEX orders_orders_by_state on orders_orders (state, id);

CREATE INDEX orders_orders_unpaid on orders_orders (pay_by)
  where state = 'placed' and pay_by is not null;

CREATE INDEX orders_returns_by_id on orders_returns (id);

CREATE INDEX orders_vouchers_by_identity on orders_vouchers (identity) where identity is not null;

CREATE INDEX orders_words_by_word on orders_words (word, order_id);

CREATE INDEX panel_answers_by_identity on panel_answers (identity);

CREATE INDEX panel_invitations_by_identity on panel_invitations (identity);

CREATE INDEX panel_links_by_identity on panel_links (identity, wave);

CREATE INDEX platform_idempotency_age on platform_idempotency (created);

CREATE INDEX platform_job_waiting on platform_job (id) where state in ('queued', 'running');

CREATE INDEX platform_mail_address on platform_mail (address);

CREATE INDEX platform_mail_waiting on platform_mail (not_before, id) where state = 'waiting';

CREATE INDEX platform_outbox_order on platform_outbox (transaction_id, number);

CREATE INDEX segments_buyers_by_segment on segments_buyers (segment, customer);

CREATE INDEX stock_beliefs_by_teller on stock_beliefs (teller, variant);

CREATE INDEX stock_incoming_by_id on stock_incoming (id);

CREATE INDEX stock_movements_by_id on stock_movements (id);

CREATE INDEX stock_reservations_by_id on stock_reservations (id);

CREATE INDEX stock_reservations_by_reference on stock_reservations (reference);

CREATE INDEX stock_reservations_due on stock_reservations (expires)
  where ended is null and expires is not null;

CREATE INDEX stock_reservations_held on stock_reservations (variant, location)
  where state = 'held';

CREATE INDEX stock_reservations_waiting on stock_reservations (variant, incoming, id)
  where state = 'waiting';

CREATE INDEX views_view_screen on views_view (screen, owner);

