CREATE TABLE public.access_attempts (
    subject text NOT NULL COLLATE pg_catalog."C",
    failures bigint NOT NULL,
    delay bigint NOT NULL,
    last_try bigint NOT NULL
);

CREATE TABLE public.access_audit (
    id bigint NOT NULL,
    entity_id text NOT NULL COLLATE pg_catalog."C",
    entity text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    ts bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    actor_user bigint,
    peer text NOT NULL COLLATE pg_catalog."C",
    before text NOT NULL COLLATE pg_catalog."C",
    after text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.access_customer_links (
    token bytea NOT NULL,
    customer bigint NOT NULL,
    purpose text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    created_by text NOT NULL COLLATE pg_catalog."C",
    expires bigint NOT NULL
);

CREATE TABLE public.access_customer_sessions (
    token bytea NOT NULL,
    id bigint NOT NULL,
    customer bigint NOT NULL,
    purpose text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    last_seen bigint NOT NULL
);

CREATE TABLE public.access_house (
    id bigint NOT NULL,
    admins bigint NOT NULL,
    setup_token bytea,
    setup_expires bigint,
    CONSTRAINT access_house_admins_check CHECK ((admins >= 0)),
    CONSTRAINT access_house_id_check CHECK ((id = 1))
);

CREATE TABLE public.access_keys (
    id bigint NOT NULL,
    token bytea NOT NULL,
    hint text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    roles text NOT NULL COLLATE pg_catalog."C",
    partner bigint,
    location bigint,
    origins text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    created_by text NOT NULL COLLATE pg_catalog."C",
    last_used text COLLATE pg_catalog."C",
    revoked bigint
);

CREATE TABLE public.access_links (
    user_id bigint NOT NULL,
    token bytea NOT NULL,
    expires bigint NOT NULL
);

CREATE TABLE public.access_sessions (
    token bytea NOT NULL,
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    created bigint NOT NULL,
    last_seen bigint NOT NULL,
    device text NOT NULL COLLATE pg_catalog."C",
    peer text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.access_users (
    id bigint NOT NULL,
    email text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    roles text NOT NULL COLLATE pg_catalog."C",
    partner bigint,
    location bigint,
    active boolean NOT NULL,
    password text COLLATE pg_catalog."C",
    created bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE public.catalog_edits (
    id bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    moment bigint NOT NULL,
    change text NOT NULL COLLATE pg_catalog."C",
    products bigint NOT NULL,
    changes bigint NOT NULL,
    undone bigint,
    products_before text NOT NULL COLLATE pg_catalog."C",
    variants_before text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.catalog_parts (
    bundle bigint NOT NULL,
    "position" bigint NOT NULL,
    variant bigint NOT NULL,
    quantity bigint NOT NULL,
    CONSTRAINT catalog_parts_quantity_check CHECK ((quantity > 0))
);

CREATE TABLE public.catalog_pictures (
    name text NOT NULL COLLATE pg_catalog."C",
    media_type text NOT NULL COLLATE pg_catalog."C",
    width bigint NOT NULL,
    height bigint NOT NULL,
    bytes bigint NOT NULL,
    created bigint NOT NULL,
    CONSTRAINT catalog_pictures_bytes_check CHECK ((bytes > 0)),
    CONSTRAINT catalog_pictures_height_check CHECK ((height > 0)),
    CONSTRAINT catalog_pictures_width_check CHECK ((width > 0))
);

CREATE TABLE public.catalog_prices (
    variant bigint NOT NULL,
    "position" bigint NOT NULL,
    channel bigint,
    segment bigint,
    currency text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    includes_vat boolean NOT NULL,
    from_moment bigint,
    to_moment bigint,
    CONSTRAINT catalog_prices_amount_check CHECK ((amount >= 0))
);

CREATE TABLE public.catalog_products (
    id bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    category text NOT NULL COLLATE pg_catalog."C",
    vat text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    options text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL,
    option_count bigint NOT NULL,
    variants bigint NOT NULL,
    search text NOT NULL COLLATE pg_catalog."C",
    sort_name text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT catalog_products_variants_check CHECK ((variants >= 0))
);

CREATE TABLE public.catalog_requirements (
    channel bigint NOT NULL,
    version bigint NOT NULL,
    needs text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.catalog_shown_pictures (
    product bigint NOT NULL,
    "position" bigint NOT NULL,
    picture text NOT NULL COLLATE pg_catalog."C",
    alt text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.catalog_texts (
    product bigint NOT NULL,
    "position" bigint NOT NULL,
    channel bigint,
    language text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.catalog_variants (
    id bigint NOT NULL,
    product bigint NOT NULL,
    version bigint NOT NULL,
    sku text NOT NULL COLLATE pg_catalog."C",
    gtin text COLLATE pg_catalog."C",
    option_values text NOT NULL COLLATE pg_catalog."C",
    cost bigint,
    cost_currency text NOT NULL COLLATE pg_catalog."C",
    active boolean NOT NULL,
    bundle boolean NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    sku_key text NOT NULL COLLATE pg_catalog."C",
    search text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT catalog_variants_cost_check CHECK ((cost >= 0))
);

CREATE TABLE public.channels_channels (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    form text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    own_traits text COLLATE pg_catalog."C",
    phases text NOT NULL COLLATE pg_catalog."C",
    goal text NOT NULL COLLATE pg_catalog."C",
    owner bigint,
    reach bigint,
    reach_note text NOT NULL COLLATE pg_catalog."C",
    currency text NOT NULL COLLATE pg_catalog."C",
    partner bigint,
    location bigint,
    notes text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    missing text NOT NULL COLLATE pg_catalog."C",
    missing_count bigint NOT NULL,
    search text NOT NULL COLLATE pg_catalog."C",
    sort_name text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.channels_checks (
    channel bigint NOT NULL,
    "position" bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    decided_by text COLLATE pg_catalog."C",
    decided bigint
);

CREATE TABLE public.channels_costs (
    channel bigint NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    per text NOT NULL COLLATE pg_catalog."C",
    from_day text NOT NULL COLLATE pg_catalog."C",
    to_day text COLLATE pg_catalog."C",
    CONSTRAINT channels_costs_amount_check CHECK ((amount >= 0))
);

CREATE TABLE public.channels_links (
    channel bigint NOT NULL,
    "position" bigint NOT NULL,
    to_channel bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    shares text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT channels_links_check CHECK ((channel <> to_channel))
);

CREATE TABLE public.company_settings (
    id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    zone text NOT NULL COLLATE pg_catalog."C",
    currency text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    CONSTRAINT company_settings_id_check CHECK ((id = 1))
);

CREATE TABLE public.conflicts_conflicts (
    id bigint NOT NULL,
    version bigint NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    variant bigint,
    product bigint,
    sku text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    about text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    value text NOT NULL COLLATE pg_catalog."C",
    other bigint,
    other_value text NOT NULL COLLATE pg_catalog."C",
    reported_only boolean NOT NULL,
    stake bigint,
    currency text NOT NULL COLLATE pg_catalog."C",
    no_stake text COLLATE pg_catalog."C",
    since bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    owner bigint,
    reason text NOT NULL COLLATE pg_catalog."C",
    changed bigint NOT NULL,
    closed bigint,
    search text NOT NULL COLLATE pg_catalog."C",
    sort_name text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.conflicts_look (
    id bigint NOT NULL,
    night text NOT NULL COLLATE pg_catalog."C",
    looked bigint
);

CREATE TABLE public.connectors_calls (
    connection bigint NOT NULL,
    id bigint NOT NULL,
    what text NOT NULL COLLATE pg_catalog."C",
    things bigint NOT NULL,
    moment bigint NOT NULL,
    took_ms bigint NOT NULL,
    lag_ms bigint,
    why text NOT NULL COLLATE pg_catalog."C",
    message text NOT NULL COLLATE pg_catalog."C",
    message_nl text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.connectors_connections (
    id bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    system text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    location bigint,
    address text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    calls_per_minute bigint NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL,
    tells_stock boolean DEFAULT false NOT NULL,
    tells_prices boolean DEFAULT false NOT NULL
);

CREATE TABLE public.connectors_deliveries (
    subscription bigint NOT NULL,
    transaction_number bigint NOT NULL,
    number bigint NOT NULL,
    fact text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    attempts bigint NOT NULL,
    answered bigint,
    why text NOT NULL COLLATE pg_catalog."C",
    message text NOT NULL COLLATE pg_catalog."C",
    message_nl text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.connectors_health (
    connection bigint NOT NULL,
    last_number bigint NOT NULL,
    received bigint,
    troubled bigint,
    trouble text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.connectors_kept (
    connection bigint NOT NULL,
    id bigint NOT NULL,
    topic text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    why text NOT NULL COLLATE pg_catalog."C",
    message text NOT NULL COLLATE pg_catalog."C",
    identity bigint,
    body text NOT NULL COLLATE pg_catalog."C",
    received bigint NOT NULL,
    missing text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    retry bigint,
    message_nl text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.connectors_learnt (
    connection bigint NOT NULL,
    variant bigint NOT NULL,
    theirs text NOT NULL COLLATE pg_catalog."C",
    parent text NOT NULL COLLATE pg_catalog."C",
    item text NOT NULL COLLATE pg_catalog."C",
    looked bigint NOT NULL,
    price bigint
);

CREATE TABLE public.connectors_numbers (
    connection bigint NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    thing bigint NOT NULL
);

CREATE TABLE public.connectors_orders (
    connection bigint NOT NULL,
    theirs text NOT NULL COLLATE pg_catalog."C",
    ours bigint NOT NULL,
    updated bigint NOT NULL
);

CREATE TABLE public.connectors_pace (
    connection bigint NOT NULL,
    next_call bigint NOT NULL,
    not_before bigint NOT NULL,
    busy_until bigint NOT NULL,
    failures bigint NOT NULL,
    told bigint,
    sweep_after text COLLATE pg_catalog."C",
    swept bigint NOT NULL,
    their_location text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.connectors_queue (
    connection bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    variant bigint NOT NULL,
    wanted bigint NOT NULL,
    risk bigint NOT NULL,
    since bigint NOT NULL,
    due bigint NOT NULL,
    attempts bigint NOT NULL,
    again bigint,
    claimed bigint,
    failed boolean NOT NULL,
    why text NOT NULL COLLATE pg_catalog."C",
    message text NOT NULL COLLATE pg_catalog."C",
    message_nl text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.connectors_secrets (
    connection bigint NOT NULL,
    purpose text NOT NULL COLLATE pg_catalog."C",
    id bigint NOT NULL,
    secret text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    ends bigint
);

CREATE TABLE public.connectors_subscriptions (
    id bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    facts text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL,
    delivered bigint,
    failing_since bigint,
    failures bigint NOT NULL,
    not_before bigint NOT NULL,
    busy_until bigint NOT NULL
);

CREATE TABLE public.consent_count (
    identity bigint NOT NULL,
    evidence bigint NOT NULL
);

CREATE TABLE public.consent_evidence (
    identity bigint NOT NULL,
    id bigint NOT NULL,
    means text COLLATE pg_catalog."C",
    purpose text COLLATE pg_catalog."C",
    ground text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    text_version text NOT NULL COLLATE pg_catalog."C",
    ts bigint NOT NULL,
    expires bigint,
    proof text NOT NULL COLLATE pg_catalog."C",
    recorded bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_agents (
    user_id bigint NOT NULL,
    skills text NOT NULL COLLATE pg_catalog."C",
    languages text NOT NULL COLLATE pg_catalog."C",
    chats_most bigint NOT NULL,
    takes_calls boolean NOT NULL,
    active boolean NOT NULL,
    presence text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    since bigint NOT NULL,
    seen bigint NOT NULL,
    session_id bigint,
    calls bigint NOT NULL,
    chats bigint NOT NULL,
    freed bigint NOT NULL,
    extension text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT contacts_agents_calls_check CHECK ((calls >= 0)),
    CONSTRAINT contacts_agents_chats_check CHECK ((chats >= 0))
);

CREATE TABLE public.contacts_answers (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    active boolean NOT NULL
);

CREATE TABLE public.contacts_appointments (
    id bigint NOT NULL,
    version bigint NOT NULL,
    way text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    team bigint NOT NULL,
    agent bigint NOT NULL,
    location bigint,
    identity bigint,
    contact_id bigint,
    starts bigint NOT NULL,
    ends bigint NOT NULL,
    created bigint NOT NULL,
    reminded bigint DEFAULT 0 NOT NULL,
    CONSTRAINT contacts_appointments_check CHECK ((ends > starts))
);

CREATE TABLE public.contacts_callers (
    contact_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    phone text NOT NULL COLLATE pg_catalog."C",
    question text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_calls (
    call_id text NOT NULL COLLATE pg_catalog."C",
    line bigint NOT NULL,
    contact_id bigint,
    number text NOT NULL COLLATE pg_catalog."C",
    direction text NOT NULL COLLATE pg_catalog."C",
    ended boolean NOT NULL,
    moment bigint NOT NULL
);

CREATE TABLE public.contacts_codes (
    code text NOT NULL COLLATE pg_catalog."C",
    identity bigint NOT NULL,
    expires bigint NOT NULL
);

CREATE TABLE public.contacts_contacts (
    id bigint NOT NULL,
    version bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    team bigint NOT NULL,
    channel bigint NOT NULL,
    skill text COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C",
    identity bigint,
    location bigint,
    agent bigint,
    wanted bigint,
    wanted_until bigint,
    declined text NOT NULL COLLATE pg_catalog."C",
    worth bigint NOT NULL,
    created bigint NOT NULL,
    rank bigint NOT NULL,
    offered bigint,
    answered bigint,
    ended bigint,
    due bigint,
    waited_s bigint NOT NULL,
    handled_s bigint NOT NULL,
    handled_from bigint,
    outcome text NOT NULL COLLATE pg_catalog."C",
    order_reference text NOT NULL COLLATE pg_catalog."C",
    messages bigint NOT NULL
);

CREATE TABLE public.contacts_doors (
    network text NOT NULL COLLATE pg_catalog."C",
    hour bigint NOT NULL,
    visits bigint NOT NULL,
    bytes bigint NOT NULL
);

CREATE TABLE public.contacts_files (
    contact_id bigint NOT NULL,
    number bigint NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    secret text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_floor (
    id bigint NOT NULL,
    turn bigint NOT NULL
);

CREATE TABLE public.contacts_guests (
    appointment_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    phone text NOT NULL COLLATE pg_catalog."C",
    question text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_holidays (
    day text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_lines (
    id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    team bigint NOT NULL,
    token text NOT NULL COLLATE pg_catalog."C",
    active boolean NOT NULL
);

CREATE TABLE public.contacts_members (
    team bigint NOT NULL,
    user_id bigint NOT NULL
);

CREATE TABLE public.contacts_messages (
    contact_id bigint NOT NULL,
    number bigint NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    agent bigint,
    client_id text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    moment bigint NOT NULL,
    file text COLLATE pg_catalog."C",
    file_type text COLLATE pg_catalog."C",
    file_bytes bigint
);

CREATE TABLE public.contacts_ratings (
    contact_id bigint NOT NULL,
    rating bigint NOT NULL,
    remark text NOT NULL COLLATE pg_catalog."C",
    moment bigint NOT NULL
);

CREATE TABLE public.contacts_spells (
    user_id bigint NOT NULL,
    from_moment bigint NOT NULL,
    to_moment bigint,
    presence text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_stays (
    token text NOT NULL COLLATE pg_catalog."C",
    id bigint NOT NULL,
    location bigint NOT NULL,
    shelf text NOT NULL COLLATE pg_catalog."C",
    variant bigint,
    text_version text NOT NULL COLLATE pg_catalog."C",
    since bigint NOT NULL,
    ends bigint NOT NULL,
    contact_id bigint
);

CREATE TABLE public.contacts_teams (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    skills text NOT NULL COLLATE pg_catalog."C",
    languages text NOT NULL COLLATE pg_catalog."C",
    hours text NOT NULL COLLATE pg_catalog."C",
    closed_on_holidays boolean NOT NULL,
    answer_s bigint NOT NULL,
    accept_s bigint NOT NULL,
    wrap_up_s bigint NOT NULL,
    overflow_s bigint NOT NULL,
    overflow_to bigint,
    waiting_most bigint NOT NULL,
    handling_s bigint NOT NULL,
    active boolean NOT NULL,
    location bigint
);

CREATE TABLE public.contacts_timeline (
    contact_id bigint NOT NULL,
    id bigint NOT NULL,
    moment bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    agent bigint,
    team bigint,
    note text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.contacts_visitors (
    token text NOT NULL COLLATE pg_catalog."C",
    contact_id bigint NOT NULL,
    device bigint
);

CREATE TABLE public.customers_company (
    id bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    registration text NOT NULL COLLATE pg_catalog."C",
    vat_number text NOT NULL COLLATE pg_catalog."C",
    notes text NOT NULL COLLATE pg_catalog."C",
    search text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL
);

CREATE TABLE public.customers_decision (
    identity bigint NOT NULL,
    id bigint NOT NULL,
    other bigint NOT NULL,
    operation bigint NOT NULL,
    step text NOT NULL COLLATE pg_catalog."C",
    ts bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT customers_decision_step_check CHECK ((step = ANY (ARRAY['joined'::text, 'parted'::text, 'undone'::text])))
);

CREATE TABLE public.customers_erasure (
    erased bigint NOT NULL,
    fresh bigint NOT NULL,
    ts bigint NOT NULL
);

CREATE TABLE public.customers_guard (
    id bigint NOT NULL,
    changes bigint NOT NULL,
    CONSTRAINT customers_guard_id_check CHECK ((id = 1))
);

CREATE TABLE public.customers_link (
    identity bigint NOT NULL,
    other bigint NOT NULL,
    number bigint NOT NULL,
    seen bigint,
    decision text NOT NULL COLLATE pg_catalog."C",
    decided bigint NOT NULL,
    CONSTRAINT customers_link_check CHECK ((identity <> other)),
    CONSTRAINT customers_link_decision_check CHECK (((decision = 'none'::text) OR (decision = 'joined'::text) OR (decision = 'parted'::text)))
);

CREATE TABLE public.customers_person (
    identity bigint NOT NULL,
    company bigint NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    since bigint NOT NULL
);

CREATE TABLE public.customers_proposal (
    identity bigint NOT NULL,
    other bigint NOT NULL,
    since bigint NOT NULL
);

CREATE TABLE public.customers_trait (
    identity bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    ts bigint NOT NULL,
    tie bigint NOT NULL,
    low bigint,
    high bigint,
    total bigint NOT NULL,
    times bigint NOT NULL
);

CREATE TABLE public.customers_word (
    identity bigint NOT NULL,
    word text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.decisions_log (
    identity bigint NOT NULL,
    id bigint NOT NULL,
    ts bigint NOT NULL,
    placement bigint NOT NULL,
    policy bigint NOT NULL,
    offer bigint,
    held_out boolean NOT NULL,
    reason text NOT NULL COLLATE pg_catalog."C",
    gate text COLLATE pg_catalog."C",
    probability double precision NOT NULL,
    draw double precision NOT NULL,
    cost double precision NOT NULL,
    queue double precision NOT NULL,
    exploration double precision NOT NULL,
    sure double precision NOT NULL,
    segment bigint,
    buyer boolean NOT NULL,
    phase text NOT NULL COLLATE pg_catalog."C",
    learns boolean NOT NULL,
    until bigint NOT NULL,
    details bytea NOT NULL,
    shown bigint,
    dismissed bigint,
    accepted bigint,
    contact bigint,
    orders bigint NOT NULL,
    margin bigint NOT NULL
);

CREATE TABLE public.decisions_offers (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    act text NOT NULL COLLATE pg_catalog."C",
    team bigint,
    texts text NOT NULL COLLATE pg_catalog."C",
    cost bigint,
    wait_most_s bigint NOT NULL,
    cap_times bigint NOT NULL,
    cap_days bigint NOT NULL,
    from_moment bigint,
    until_moment bigint,
    segments text NOT NULL COLLATE pg_catalog."C",
    phases text NOT NULL COLLATE pg_catalog."C",
    discount_basis_points bigint,
    active boolean NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    CONSTRAINT decisions_offers_cost_check CHECK ((cost >= 0))
);

CREATE TABLE public.decisions_outcomes (
    identity bigint NOT NULL,
    decision bigint NOT NULL,
    event bigint NOT NULL,
    ts bigint NOT NULL,
    sale boolean NOT NULL,
    margin bigint NOT NULL
);

CREATE TABLE public.decisions_placements (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    offers text NOT NULL COLLATE pg_catalog."C",
    active boolean NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    fee bigint,
    agreement text DEFAULT '{"nl":"","en":""}'::text NOT NULL COLLATE pg_catalog."C",
    at_once boolean DEFAULT false NOT NULL,
    CONSTRAINT decisions_placements_fee_check CHECK ((fee >= 0))
);

CREATE TABLE public.decisions_secret (
    id bigint NOT NULL,
    secret bytea NOT NULL,
    CONSTRAINT decisions_secret_id_check CHECK ((id = 1))
);

CREATE TABLE public.decisions_settings (
    id bigint NOT NULL,
    version bigint NOT NULL,
    active boolean NOT NULL,
    hold_out_basis_points bigint NOT NULL,
    exploration_basis_points bigint NOT NULL,
    sure_basis_points bigint NOT NULL,
    outcome_days bigint NOT NULL,
    interest_views bigint NOT NULL,
    hour_cost bigint NOT NULL,
    waiting_hour_cost bigint NOT NULL,
    segments text NOT NULL COLLATE pg_catalog."C",
    learning boolean DEFAULT true NOT NULL,
    floor_basis_points bigint DEFAULT 0 NOT NULL,
    CONSTRAINT decisions_settings_hour_cost_check CHECK ((hour_cost >= 0)),
    CONSTRAINT decisions_settings_id_check CHECK ((id = 1)),
    CONSTRAINT decisions_settings_waiting_hour_cost_check CHECK ((waiting_hour_cost >= 0))
);

CREATE TABLE public.decisions_totals (
    placement bigint NOT NULL,
    day text NOT NULL COLLATE pg_catalog."C",
    offer bigint NOT NULL,
    decisions bigint NOT NULL
);

CREATE TABLE public.decisions_versions (
    number bigint NOT NULL,
    created bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    design text NOT NULL COLLATE pg_catalog."C",
    draws bytea NOT NULL,
    visits bigint NOT NULL,
    sales bigint NOT NULL,
    margin bigint NOT NULL,
    compared_rows bigint NOT NULL,
    gain double precision,
    gain_low double precision,
    gain_high double precision
);

CREATE TABLE public.events_batch (
    number bigint NOT NULL,
    transaction_id bigint DEFAULT ((pg_current_xact_id())::text)::bigint NOT NULL,
    source bigint NOT NULL,
    received bigint NOT NULL,
    first_ts bigint NOT NULL,
    last_ts bigint NOT NULL,
    events bigint NOT NULL,
    records bytea NOT NULL
);

ALTER TABLE public.events_batch ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_batch_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.events_batch_settled AS
 SELECT events_batch.transaction_id,
    events_batch.number,
    events_batch.source,
    events_batch.received,
    events_batch.first_ts,
    events_batch.last_ts,
    events_batch.events,
    events_batch.records
   FROM public.events_batch
  WHERE (events_batch.transaction_id < ((pg_snapshot_xmin(pg_current_snapshot()))::text)::bigint);

CREATE TABLE public.events_coverage (
    channel bigint NOT NULL,
    aspect text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    events bigint NOT NULL,
    last_ts bigint NOT NULL,
    CONSTRAINT events_coverage_aspect_check CHECK (((aspect = 'identity'::text) OR (aspect = 'fact'::text) OR (aspect = 'kind'::text)))
);

CREATE TABLE public.events_cursor (
    name text NOT NULL COLLATE pg_catalog."C",
    transaction_id bigint NOT NULL,
    number bigint NOT NULL,
    moved bigint NOT NULL
);

CREATE TABLE public.events_freshness (
    source bigint NOT NULL,
    channel bigint NOT NULL,
    events bigint NOT NULL,
    last_ts bigint NOT NULL,
    last_received bigint NOT NULL
);

CREATE TABLE public.events_money (
    reference text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    part text NOT NULL COLLATE pg_catalog."C",
    rank bigint NOT NULL,
    event bigint NOT NULL,
    ts bigint NOT NULL,
    previous bigint,
    previous_ts bigint
);

CREATE TABLE public.events_names (
    batch bigint NOT NULL,
    names bytea NOT NULL
);

CREATE TABLE public.events_quarantine (
    id bigint NOT NULL,
    source bigint NOT NULL,
    received bigint NOT NULL,
    reason text NOT NULL COLLATE pg_catalog."C",
    pointer text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    draft text NOT NULL COLLATE pg_catalog."C",
    raw text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    changed bigint NOT NULL,
    CONSTRAINT events_quarantine_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'replayed'::text, 'dropped'::text])))
);

CREATE TABLE public.events_source (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    key bigint,
    channel bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    zone text NOT NULL COLLATE pg_catalog."C",
    precedence text NOT NULL COLLATE pg_catalog."C",
    contract text NOT NULL COLLATE pg_catalog."C",
    silence_minutes bigint,
    silent boolean DEFAULT false NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    CONSTRAINT events_source_kind_check CHECK ((kind = ANY (ARRAY['live'::text, 'import'::text]))),
    CONSTRAINT events_source_precedence_check CHECK ((precedence = ANY (ARRAY['browser'::text, 'server'::text, 'shop'::text, 'own'::text])))
);

CREATE VIEW public.feed_consent AS
 SELECT consent_evidence.identity,
    consent_evidence.means,
    consent_evidence.purpose,
    consent_evidence.ground,
    consent_evidence.ts,
    consent_evidence.expires,
    consent_evidence.recorded
   FROM public.consent_evidence;

CREATE VIEW public.feed_contact AS
 SELECT contacts_contacts.id,
    contacts_contacts.kind,
    contacts_contacts.state,
    contacts_contacts.team,
    contacts_contacts.channel,
    contacts_contacts.created,
    contacts_contacts.answered,
    contacts_contacts.ended,
    contacts_contacts.waited_s,
    contacts_contacts.handled_s
   FROM public.contacts_contacts;

CREATE VIEW public.feed_coverage AS
 SELECT events_coverage.channel,
    events_coverage.aspect,
    events_coverage.name,
    events_coverage.events,
    events_coverage.last_ts
   FROM public.events_coverage;

CREATE TABLE public.identities_merged (
    identity bigint NOT NULL,
    customer bigint NOT NULL,
    since bigint NOT NULL
);

CREATE VIEW public.feed_customer_of AS
 SELECT identities_merged.identity,
    identities_merged.customer,
    identities_merged.since
   FROM public.identities_merged;

CREATE VIEW public.feed_freshness AS
 SELECT events_freshness.source,
    events_freshness.channel,
    events_freshness.events,
    events_freshness.last_ts,
    events_freshness.last_received
   FROM public.events_freshness;

CREATE TABLE public.identities_identity (
    identity bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    first_seen bigint NOT NULL,
    last_seen bigint NOT NULL,
    verified boolean DEFAULT false NOT NULL,
    CONSTRAINT identities_identity_kind_check CHECK (((kind = 'device'::text) OR (kind = 'user'::text) OR (kind = 'email'::text) OR (kind = 'phone'::text) OR (kind = 'card'::text) OR (kind = 'marketplace'::text) OR (kind = 'session_code'::text)))
);

CREATE VIEW public.feed_identity AS
 SELECT identities_identity.identity,
    identities_identity.kind,
    identities_identity.value,
    identities_identity.first_seen,
    identities_identity.last_seen,
    identities_identity.verified
   FROM public.identities_identity;

CREATE TABLE public.kpis_targets (
    subject_kind text NOT NULL COLLATE pg_catalog."C",
    subject bigint NOT NULL,
    "position" bigint NOT NULL,
    kpi text NOT NULL COLLATE pg_catalog."C",
    from_day text NOT NULL COLLATE pg_catalog."C",
    to_day text COLLATE pg_catalog."C",
    value bigint,
    currency text COLLATE pg_catalog."C"
);

CREATE VIEW public.feed_kpis_targets AS
 SELECT kpis_targets.subject_kind,
    kpis_targets.subject,
    kpis_targets.kpi,
    kpis_targets.from_day,
    kpis_targets.to_day,
    kpis_targets.value,
    kpis_targets.currency
   FROM public.kpis_targets;

CREATE TABLE public.orders_orders (
    id bigint NOT NULL,
    version bigint NOT NULL,
    reference text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    partner bigint,
    location bigint,
    phase text NOT NULL COLLATE pg_catalog."C",
    campaign text NOT NULL COLLATE pg_catalog."C",
    agent bigint,
    identity bigint,
    country text NOT NULL COLLATE pg_catalog."C",
    currency text NOT NULL COLLATE pg_catalog."C",
    settlement text NOT NULL COLLATE pg_catalog."C",
    net bigint NOT NULL,
    vat bigint NOT NULL,
    gross bigint NOT NULL,
    rounding bigint NOT NULL,
    payable bigint NOT NULL,
    lapsed bigint NOT NULL,
    waived bigint NOT NULL,
    paid bigint NOT NULL,
    refunded bigint NOT NULL,
    cost bigint,
    margin bigint,
    voucher text NOT NULL COLLATE pg_catalog."C",
    exchange_of bigint,
    placed bigint NOT NULL,
    confirmed bigint,
    pay_by bigint,
    changed bigint NOT NULL,
    CONSTRAINT orders_orders_check CHECK (((refunded >= 0) AND (refunded <= paid))),
    CONSTRAINT orders_orders_check1 CHECK (((lapsed >= 0) AND (lapsed <= gross))),
    CONSTRAINT orders_orders_waived_check CHECK ((waived >= 0))
);

CREATE VIEW public.feed_order AS
 SELECT orders_orders.id,
    orders_orders.reference,
    orders_orders.channel,
    orders_orders.state,
    orders_orders.currency,
    orders_orders.payable,
    orders_orders.placed,
    orders_orders.changed
   FROM public.orders_orders;

CREATE VIEW public.feed_source AS
 SELECT events_source.id,
    events_source.code,
    events_source.name,
    events_source.kind,
    events_source.channel,
    events_source.currency,
    events_source.precedence,
    events_source.silent
   FROM public.events_source;

CREATE VIEW public.feed_variant AS
 SELECT one.id,
    one.product,
    one.sku,
    one.sku_key,
    one.gtin,
    product.name,
    product.category,
    (one.active AND (product.state = 'on_sale'::text)) AS on_sale,
    one.bundle,
    one.cost,
    one.cost_currency,
    one.search AS variant_search,
    product.search AS product_search
   FROM (public.catalog_variants one
     JOIN public.catalog_products product ON ((product.id = one.product)));

CREATE TABLE public.identities_pepper (
    id bigint NOT NULL,
    pepper bytea NOT NULL,
    CONSTRAINT identities_pepper_id_check CHECK ((id = 1))
);

CREATE TABLE public.imports_file (
    id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    created_by text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.imports_import (
    id bigint NOT NULL,
    file_name text NOT NULL COLLATE pg_catalog."C",
    file_size bigint NOT NULL,
    file_hash text NOT NULL COLLATE pg_catalog."C",
    mapping_name text NOT NULL COLLATE pg_catalog."C",
    mapping_hash text NOT NULL COLLATE pg_catalog."C",
    mapping text NOT NULL COLLATE pg_catalog."C",
    source bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    rows bigint NOT NULL,
    events bigint NOT NULL,
    duplicates bigint NOT NULL,
    quarantined bigint NOT NULL,
    withheld bigint NOT NULL,
    problem_rows bigint NOT NULL,
    bytes bigint NOT NULL,
    problems text NOT NULL COLLATE pg_catalog."C",
    started bigint NOT NULL,
    changed bigint NOT NULL,
    started_by text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT imports_import_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'failed'::text])))
);

CREATE TABLE public.imports_mapping (
    id bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    mapping text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL,
    changed_by text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.kpis_built_in (
    code text NOT NULL COLLATE pg_catalog."C",
    owner bigint,
    version bigint NOT NULL
);

CREATE TABLE public.kpis_definitions (
    code text NOT NULL COLLATE pg_catalog."C",
    name_en text NOT NULL COLLATE pg_catalog."C",
    name_nl text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    better text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    formula_en text NOT NULL COLLATE pg_catalog."C",
    formula_nl text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    owner bigint
);

CREATE TABLE public.orders_buyers (
    order_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    phone text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.orders_deliveries (
    order_id bigint NOT NULL,
    id bigint NOT NULL,
    method text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    location bigint NOT NULL,
    expires bigint,
    tracking text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    handed_over bigint,
    received bigint,
    brought_to bigint
);

CREATE TABLE public.orders_items (
    order_id bigint NOT NULL,
    delivery bigint NOT NULL,
    line bigint NOT NULL,
    quantity bigint NOT NULL,
    fulfilled bigint NOT NULL,
    cancelled bigint NOT NULL,
    holds text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT orders_items_cancelled_check CHECK ((cancelled >= 0)),
    CONSTRAINT orders_items_check CHECK (((fulfilled + cancelled) <= quantity)),
    CONSTRAINT orders_items_fulfilled_check CHECK ((fulfilled >= 0))
);

CREATE TABLE public.orders_lines (
    order_id bigint NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    variant bigint,
    sku text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    quantity bigint NOT NULL,
    price bigint NOT NULL,
    includes_vat boolean NOT NULL,
    discount bigint NOT NULL,
    vat_class text NOT NULL COLLATE pg_catalog."C",
    vat_rate bigint NOT NULL,
    net bigint NOT NULL,
    vat bigint NOT NULL,
    gross bigint NOT NULL,
    goods_cost bigint,
    channel_fee bigint NOT NULL,
    payment_fee bigint NOT NULL,
    transport_cost bigint NOT NULL,
    cancelled bigint NOT NULL,
    fulfilled bigint NOT NULL,
    returned bigint NOT NULL,
    CONSTRAINT orders_lines_cancelled_check CHECK ((cancelled >= 0)),
    CONSTRAINT orders_lines_check CHECK (((cancelled + fulfilled) <= quantity)),
    CONSTRAINT orders_lines_check1 CHECK ((returned <= fulfilled)),
    CONSTRAINT orders_lines_fulfilled_check CHECK ((fulfilled >= 0)),
    CONSTRAINT orders_lines_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT orders_lines_returned_check CHECK ((returned >= 0))
);

CREATE TABLE public.orders_payments (
    order_id bigint NOT NULL,
    id bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    method text NOT NULL COLLATE pg_catalog."C",
    provider text COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    reference text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    settled bigint,
    CONSTRAINT orders_payments_amount_check CHECK ((amount > 0))
);

CREATE TABLE public.orders_references (
    reference text NOT NULL COLLATE pg_catalog."C",
    channel bigint NOT NULL,
    order_id bigint NOT NULL
);

CREATE TABLE public.orders_returns (
    order_id bigint NOT NULL,
    id bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    way text NOT NULL COLLATE pg_catalog."C",
    withdrawal boolean NOT NULL,
    channel bigint,
    location bigint,
    pieces text NOT NULL COLLATE pg_catalog."C",
    restocked boolean NOT NULL,
    reason text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    received bigint
);

CREATE TABLE public.orders_terms (
    channel bigint NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    fee_basis_points bigint NOT NULL,
    payment_basis_points bigint NOT NULL,
    payment_fixed bigint NOT NULL,
    transport_cost bigint NOT NULL,
    pay_minutes bigint NOT NULL,
    accept_minutes bigint NOT NULL,
    collect_minutes bigint NOT NULL
);

CREATE TABLE public.orders_timeline (
    order_id bigint NOT NULL,
    id bigint NOT NULL,
    moment bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    pieces bigint NOT NULL,
    amount bigint,
    note text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.orders_vouchers (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    channel bigint,
    currency text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    basis_points bigint NOT NULL,
    from_moment bigint,
    to_moment bigint,
    uses bigint NOT NULL,
    uses_most bigint NOT NULL,
    active boolean NOT NULL,
    created bigint NOT NULL,
    identity bigint,
    given_by bigint,
    floor_basis_points bigint,
    CONSTRAINT orders_vouchers_amount_check CHECK ((amount >= 0)),
    CONSTRAINT orders_vouchers_basis_points_check CHECK (((basis_points >= 0) AND (basis_points <= 10000))),
    CONSTRAINT orders_vouchers_check CHECK ((uses <= uses_most)),
    CONSTRAINT orders_vouchers_uses_check CHECK ((uses >= 0))
);

CREATE TABLE public.orders_withdrawals (
    order_id bigint NOT NULL,
    id bigint NOT NULL,
    moment bigint NOT NULL,
    confirmation text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.orders_words (
    order_id bigint NOT NULL,
    word text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.panel_answers (
    wave bigint NOT NULL,
    identity bigint NOT NULL,
    question text NOT NULL COLLATE pg_catalog."C",
    choice text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.panel_invitations (
    wave bigint NOT NULL,
    identity bigint NOT NULL,
    links bigint NOT NULL,
    linked bigint,
    answered bigint
);

CREATE TABLE public.panel_links (
    token text NOT NULL COLLATE pg_catalog."C",
    wave bigint NOT NULL,
    identity bigint NOT NULL
);

CREATE TABLE public.panel_participants (
    identity bigint NOT NULL,
    joined bigint NOT NULL
);

CREATE TABLE public.panel_questionnaires (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    intro text NOT NULL COLLATE pg_catalog."C",
    questions text NOT NULL COLLATE pg_catalog."C",
    every_weeks bigint NOT NULL,
    open_days bigint NOT NULL,
    remind_days bigint NOT NULL,
    seen_days bigint NOT NULL,
    next_wave bigint,
    created bigint NOT NULL,
    changed bigint NOT NULL
);

CREATE TABLE public.panel_waves (
    id bigint NOT NULL,
    questionnaire bigint NOT NULL,
    number bigint NOT NULL,
    begins bigint NOT NULL,
    ends bigint NOT NULL
);

CREATE TABLE public.platform_blob (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    media_type text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    bytes bytea
);

CREATE TABLE public.platform_cursor (
    name text NOT NULL COLLATE pg_catalog."C",
    transaction_id bigint NOT NULL,
    number bigint NOT NULL,
    moved bigint NOT NULL
);

CREATE TABLE public.platform_idempotency (
    scope text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    request_hash text NOT NULL COLLATE pg_catalog."C",
    status bigint NOT NULL,
    content_type text NOT NULL COLLATE pg_catalog."C",
    headers text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL
);

CREATE TABLE public.platform_job (
    id bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    done bigint DEFAULT 0 NOT NULL,
    total bigint DEFAULT 0 NOT NULL,
    message text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    input text NOT NULL COLLATE pg_catalog."C",
    cursor text DEFAULT 'null'::text NOT NULL COLLATE pg_catalog."C",
    result text DEFAULT 'null'::text NOT NULL COLLATE pg_catalog."C",
    creator bigint,
    cancelling boolean DEFAULT false NOT NULL,
    holder bigint DEFAULT 0 NOT NULL,
    leased_until bigint DEFAULT 0 NOT NULL,
    announced bigint DEFAULT 0 NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    message_nl text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT platform_job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

CREATE TABLE public.platform_mail (
    id bigint NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    content bytea NOT NULL,
    identity bigint,
    purpose text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    until bigint,
    not_before bigint NOT NULL,
    attempts bigint NOT NULL,
    settled bigint,
    why text NOT NULL COLLATE pg_catalog."C",
    message text NOT NULL COLLATE pg_catalog."C",
    message_nl text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT platform_mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'given_up'::text, 'too_late'::text, 'not_allowed'::text])))
);

CREATE TABLE public.platform_mail_server (
    id bigint NOT NULL,
    server text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    per_minute bigint NOT NULL,
    next_turn bigint NOT NULL,
    not_before bigint NOT NULL,
    busy_until bigint NOT NULL,
    failures bigint NOT NULL,
    why text NOT NULL COLLATE pg_catalog."C",
    message text NOT NULL COLLATE pg_catalog."C",
    message_nl text NOT NULL COLLATE pg_catalog."C",
    origin text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT platform_mail_server_id_check CHECK ((id = 1))
);

CREATE TABLE public.platform_mark (
    high bigint NOT NULL,
    low bigint NOT NULL,
    noted bigint NOT NULL
);

CREATE TABLE public.platform_marks (
    number bigint NOT NULL,
    noted bigint NOT NULL,
    marks bytea NOT NULL
);

ALTER TABLE public.platform_marks ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.platform_marks_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.platform_migration (
    "position" bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    checksum text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.platform_node (
    node bigint NOT NULL,
    leased_until bigint NOT NULL,
    high_water bigint NOT NULL,
    CONSTRAINT platform_node_node_check CHECK (((node >= 0) AND (node <= 63)))
);

CREATE TABLE public.platform_outbox (
    number bigint NOT NULL,
    transaction_id bigint DEFAULT ((pg_current_xact_id())::text)::bigint NOT NULL,
    topic text NOT NULL COLLATE pg_catalog."C",
    payload text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL
);

ALTER TABLE public.platform_outbox ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.platform_outbox_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.platform_outbox_settled AS
 SELECT platform_outbox.transaction_id,
    platform_outbox.number,
    platform_outbox.topic,
    platform_outbox.payload,
    platform_outbox.created
   FROM public.platform_outbox
  WHERE (platform_outbox.transaction_id < ((pg_snapshot_xmin(pg_current_snapshot()))::text)::bigint);

CREATE TABLE public.reports_subscriptions (
    reader bigint NOT NULL,
    weekday text NOT NULL COLLATE pg_catalog."C",
    hour bigint NOT NULL,
    zone text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    since bigint NOT NULL,
    done_until bigint NOT NULL
);

CREATE TABLE public.segments_buyers (
    customer bigint NOT NULL,
    segment bigint NOT NULL
);

CREATE TABLE public.segments_segment (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL COLLATE pg_catalog."C",
    owner bigint,
    archived boolean NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL
);

CREATE TABLE public.segments_thresholds (
    id bigint NOT NULL,
    version bigint NOT NULL,
    top bigint NOT NULL,
    large bigint NOT NULL,
    medium bigint NOT NULL,
    CONSTRAINT segments_thresholds_id_check CHECK ((id = 1))
);

CREATE TABLE public.segments_told (
    segment bigint NOT NULL,
    version bigint NOT NULL,
    day text NOT NULL COLLATE pg_catalog."C",
    change bigint NOT NULL
);

CREATE TABLE public.simulator_sample (
    id bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    world text NOT NULL COLLATE pg_catalog."C",
    seed bigint NOT NULL,
    customers bigint NOT NULL,
    days bigint NOT NULL,
    from_day text NOT NULL COLLATE pg_catalog."C",
    to_day text NOT NULL COLLATE pg_catalog."C",
    events bigint NOT NULL,
    channels text NOT NULL COLLATE pg_catalog."C",
    name_given boolean NOT NULL,
    job bigint,
    started bigint NOT NULL,
    changed bigint NOT NULL,
    CONSTRAINT simulator_sample_id_check CHECK ((id = 1)),
    CONSTRAINT simulator_sample_state_check CHECK ((state = ANY (ARRAY['loading'::text, 'present'::text, 'removing'::text])))
);

CREATE TABLE public.stock_beliefs (
    variant bigint NOT NULL,
    teller bigint NOT NULL,
    channel bigint NOT NULL,
    location bigint,
    units bigint NOT NULL,
    since bigint NOT NULL,
    delay_ms bigint
);

CREATE TABLE public.stock_buffers (
    channel bigint NOT NULL,
    units bigint NOT NULL,
    by_hand boolean DEFAULT true NOT NULL,
    service bigint DEFAULT 9900 NOT NULL,
    CONSTRAINT stock_buffers_units_check CHECK ((units >= 0))
);

CREATE TABLE public.stock_delays (
    channel bigint NOT NULL,
    smoothed_ms bigint NOT NULL,
    deviation_ms bigint NOT NULL
);

CREATE TABLE public.stock_incoming (
    variant bigint NOT NULL,
    id bigint NOT NULL,
    version bigint NOT NULL,
    location bigint NOT NULL,
    quantity bigint NOT NULL,
    received bigint NOT NULL,
    kept bigint NOT NULL,
    promised bigint NOT NULL,
    expected bigint NOT NULL,
    reference text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    changed bigint NOT NULL,
    CONSTRAINT stock_incoming_check CHECK ((received <= quantity)),
    CONSTRAINT stock_incoming_check1 CHECK (((promised = 0) OR (((promised + received) + kept) <= quantity))),
    CONSTRAINT stock_incoming_kept_check CHECK ((kept >= 0)),
    CONSTRAINT stock_incoming_promised_check CHECK ((promised >= 0)),
    CONSTRAINT stock_incoming_received_check CHECK ((received >= 0))
);

CREATE TABLE public.stock_levels (
    variant bigint NOT NULL,
    location bigint NOT NULL,
    on_hand bigint NOT NULL,
    reserved bigint NOT NULL,
    safety bigint NOT NULL,
    CONSTRAINT stock_levels_check CHECK ((reserved <= on_hand)),
    CONSTRAINT stock_levels_reserved_check CHECK ((reserved >= 0)),
    CONSTRAINT stock_levels_safety_check CHECK ((safety >= 0))
);

CREATE TABLE public.stock_locations (
    id bigint NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    sells boolean NOT NULL,
    rank bigint NOT NULL,
    active boolean NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL
);

CREATE TABLE public.stock_movements (
    variant bigint NOT NULL,
    id bigint NOT NULL,
    location bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    quantity bigint NOT NULL,
    moment bigint NOT NULL,
    reference text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    actor text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.stock_reckoned (
    variant bigint NOT NULL,
    channel bigint NOT NULL,
    units bigint NOT NULL,
    delay_ms bigint NOT NULL,
    own bigint NOT NULL,
    others bigint NOT NULL,
    service bigint NOT NULL,
    CONSTRAINT stock_reckoned_units_check CHECK ((units > 0))
);

CREATE TABLE public.stock_reservations (
    variant bigint NOT NULL,
    id bigint NOT NULL,
    location bigint NOT NULL,
    quantity bigint NOT NULL,
    fulfilled bigint NOT NULL,
    broken bigint NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    purpose text NOT NULL COLLATE pg_catalog."C",
    reference text NOT NULL COLLATE pg_catalog."C",
    channel bigint,
    bundle bigint,
    incoming bigint,
    expires bigint,
    created bigint NOT NULL,
    ended bigint,
    CONSTRAINT stock_reservations_quantity_check CHECK ((quantity >= 0))
);

CREATE TABLE public.value_night (
    day text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.views_view (
    id bigint NOT NULL,
    owner bigint NOT NULL,
    screen text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    shared boolean NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL
);

ALTER TABLE ONLY public.access_attempts
    ADD CONSTRAINT access_attempts_pkey PRIMARY KEY (subject);

ALTER TABLE ONLY public.access_audit
    ADD CONSTRAINT access_audit_pkey PRIMARY KEY (entity_id, id);

ALTER TABLE ONLY public.access_customer_links
    ADD CONSTRAINT access_customer_links_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.access_customer_sessions
    ADD CONSTRAINT access_customer_sessions_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.access_house
    ADD CONSTRAINT access_house_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_token_key UNIQUE (token);

ALTER TABLE ONLY public.access_links
    ADD CONSTRAINT access_links_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.access_links
    ADD CONSTRAINT access_links_token_key UNIQUE (token);

ALTER TABLE ONLY public.access_sessions
    ADD CONSTRAINT access_sessions_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.access_users
    ADD CONSTRAINT access_users_email_key UNIQUE (email);

ALTER TABLE ONLY public.access_users
    ADD CONSTRAINT access_users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalog_edits
    ADD CONSTRAINT catalog_edits_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalog_parts
    ADD CONSTRAINT catalog_parts_bundle_variant_key UNIQUE (bundle, variant);

ALTER TABLE ONLY public.catalog_parts
    ADD CONSTRAINT catalog_parts_pkey PRIMARY KEY (bundle, "position");

ALTER TABLE ONLY public.catalog_pictures
    ADD CONSTRAINT catalog_pictures_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.catalog_prices
    ADD CONSTRAINT catalog_prices_pkey PRIMARY KEY (variant, "position");

ALTER TABLE ONLY public.catalog_products
    ADD CONSTRAINT catalog_products_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalog_requirements
    ADD CONSTRAINT catalog_requirements_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY public.catalog_shown_pictures
    ADD CONSTRAINT catalog_shown_pictures_pkey PRIMARY KEY (product, "position");

ALTER TABLE ONLY public.catalog_shown_pictures
    ADD CONSTRAINT catalog_shown_pictures_product_picture_key UNIQUE (product, picture);

ALTER TABLE ONLY public.catalog_texts
    ADD CONSTRAINT catalog_texts_pkey PRIMARY KEY (product, "position");

ALTER TABLE ONLY public.catalog_variants
    ADD CONSTRAINT catalog_variants_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalog_variants
    ADD CONSTRAINT catalog_variants_sku_key_key UNIQUE (sku_key);

ALTER TABLE ONLY public.channels_channels
    ADD CONSTRAINT channels_channels_code_key UNIQUE (code);

ALTER TABLE ONLY public.channels_channels
    ADD CONSTRAINT channels_channels_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.channels_checks
    ADD CONSTRAINT channels_checks_pkey PRIMARY KEY (channel, name);

ALTER TABLE ONLY public.channels_costs
    ADD CONSTRAINT channels_costs_pkey PRIMARY KEY (channel, "position");

ALTER TABLE ONLY public.channels_links
    ADD CONSTRAINT channels_links_pkey PRIMARY KEY (channel, to_channel);

ALTER TABLE ONLY public.company_settings
    ADD CONSTRAINT company_settings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conflicts_conflicts
    ADD CONSTRAINT conflicts_conflicts_key_key UNIQUE (key);

ALTER TABLE ONLY public.conflicts_conflicts
    ADD CONSTRAINT conflicts_conflicts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conflicts_look
    ADD CONSTRAINT conflicts_look_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.connectors_calls
    ADD CONSTRAINT connectors_calls_pkey PRIMARY KEY (connection, id);

ALTER TABLE ONLY public.connectors_connections
    ADD CONSTRAINT connectors_connections_key_key UNIQUE (key);

ALTER TABLE ONLY public.connectors_connections
    ADD CONSTRAINT connectors_connections_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.connectors_deliveries
    ADD CONSTRAINT connectors_deliveries_pkey PRIMARY KEY (subscription, transaction_number, number);

ALTER TABLE ONLY public.connectors_health
    ADD CONSTRAINT connectors_health_pkey PRIMARY KEY (connection);

ALTER TABLE ONLY public.connectors_kept
    ADD CONSTRAINT connectors_kept_pkey PRIMARY KEY (connection, id);

ALTER TABLE ONLY public.connectors_learnt
    ADD CONSTRAINT connectors_learnt_pkey PRIMARY KEY (connection, variant);

ALTER TABLE ONLY public.connectors_numbers
    ADD CONSTRAINT connectors_numbers_connection_kind_thing_key UNIQUE (connection, kind, thing);

ALTER TABLE ONLY public.connectors_numbers
    ADD CONSTRAINT connectors_numbers_pkey PRIMARY KEY (connection, number);

ALTER TABLE ONLY public.connectors_orders
    ADD CONSTRAINT connectors_orders_pkey PRIMARY KEY (connection, theirs);

ALTER TABLE ONLY public.connectors_pace
    ADD CONSTRAINT connectors_pace_pkey PRIMARY KEY (connection);

ALTER TABLE ONLY public.connectors_queue
    ADD CONSTRAINT connectors_queue_pkey PRIMARY KEY (connection, kind, variant);

ALTER TABLE ONLY public.connectors_secrets
    ADD CONSTRAINT connectors_secrets_pkey PRIMARY KEY (connection, purpose, id);

ALTER TABLE ONLY public.connectors_subscriptions
    ADD CONSTRAINT connectors_subscriptions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consent_count
    ADD CONSTRAINT consent_count_pkey PRIMARY KEY (identity);

ALTER TABLE ONLY public.consent_evidence
    ADD CONSTRAINT consent_evidence_pkey PRIMARY KEY (identity, id);

ALTER TABLE ONLY public.contacts_agents
    ADD CONSTRAINT contacts_agents_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.contacts_answers
    ADD CONSTRAINT contacts_answers_code_key UNIQUE (code);

ALTER TABLE ONLY public.contacts_answers
    ADD CONSTRAINT contacts_answers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts_appointments
    ADD CONSTRAINT contacts_appointments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts_callers
    ADD CONSTRAINT contacts_callers_pkey PRIMARY KEY (contact_id);

ALTER TABLE ONLY public.contacts_calls
    ADD CONSTRAINT contacts_calls_pkey PRIMARY KEY (call_id, line);

ALTER TABLE ONLY public.contacts_codes
    ADD CONSTRAINT contacts_codes_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.contacts_contacts
    ADD CONSTRAINT contacts_contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts_doors
    ADD CONSTRAINT contacts_doors_pkey PRIMARY KEY (network, hour);

ALTER TABLE ONLY public.contacts_files
    ADD CONSTRAINT contacts_files_pkey PRIMARY KEY (contact_id, number);

ALTER TABLE ONLY public.contacts_floor
    ADD CONSTRAINT contacts_floor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts_guests
    ADD CONSTRAINT contacts_guests_pkey PRIMARY KEY (appointment_id);

ALTER TABLE ONLY public.contacts_holidays
    ADD CONSTRAINT contacts_holidays_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.contacts_lines
    ADD CONSTRAINT contacts_lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts_lines
    ADD CONSTRAINT contacts_lines_token_key UNIQUE (token);

ALTER TABLE ONLY public.contacts_members
    ADD CONSTRAINT contacts_members_pkey PRIMARY KEY (team, user_id);

ALTER TABLE ONLY public.contacts_messages
    ADD CONSTRAINT contacts_messages_pkey PRIMARY KEY (contact_id, number);

ALTER TABLE ONLY public.contacts_ratings
    ADD CONSTRAINT contacts_ratings_pkey PRIMARY KEY (contact_id);

ALTER TABLE ONLY public.contacts_spells
    ADD CONSTRAINT contacts_spells_pkey PRIMARY KEY (user_id, from_moment);

ALTER TABLE ONLY public.contacts_stays
    ADD CONSTRAINT contacts_stays_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.contacts_teams
    ADD CONSTRAINT contacts_teams_code_key UNIQUE (code);

ALTER TABLE ONLY public.contacts_teams
    ADD CONSTRAINT contacts_teams_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts_timeline
    ADD CONSTRAINT contacts_timeline_pkey PRIMARY KEY (contact_id, id);

ALTER TABLE ONLY public.contacts_visitors
    ADD CONSTRAINT contacts_visitors_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.customers_company
    ADD CONSTRAINT customers_company_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customers_decision
    ADD CONSTRAINT customers_decision_pkey PRIMARY KEY (identity, id);

ALTER TABLE ONLY public.customers_erasure
    ADD CONSTRAINT customers_erasure_pkey PRIMARY KEY (erased);

ALTER TABLE ONLY public.customers_guard
    ADD CONSTRAINT customers_guard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customers_link
    ADD CONSTRAINT customers_link_pkey PRIMARY KEY (identity, other);

ALTER TABLE ONLY public.customers_person
    ADD CONSTRAINT customers_person_pkey PRIMARY KEY (identity, company);

ALTER TABLE ONLY public.customers_proposal
    ADD CONSTRAINT customers_proposal_pkey PRIMARY KEY (identity, other);

ALTER TABLE ONLY public.customers_trait
    ADD CONSTRAINT customers_trait_pkey PRIMARY KEY (identity, name);

ALTER TABLE ONLY public.customers_word
    ADD CONSTRAINT customers_word_pkey PRIMARY KEY (identity, word);

ALTER TABLE ONLY public.decisions_log
    ADD CONSTRAINT decisions_log_pkey PRIMARY KEY (identity, id);

ALTER TABLE ONLY public.decisions_offers
    ADD CONSTRAINT decisions_offers_code_key UNIQUE (code);

ALTER TABLE ONLY public.decisions_offers
    ADD CONSTRAINT decisions_offers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decisions_outcomes
    ADD CONSTRAINT decisions_outcomes_pkey PRIMARY KEY (identity, decision, event);

ALTER TABLE ONLY public.decisions_placements
    ADD CONSTRAINT decisions_placements_code_key UNIQUE (code);

ALTER TABLE ONLY public.decisions_placements
    ADD CONSTRAINT decisions_placements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decisions_secret
    ADD CONSTRAINT decisions_secret_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decisions_settings
    ADD CONSTRAINT decisions_settings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decisions_totals
    ADD CONSTRAINT decisions_totals_pkey PRIMARY KEY (placement, day, offer);

ALTER TABLE ONLY public.decisions_versions
    ADD CONSTRAINT decisions_versions_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.events_batch
    ADD CONSTRAINT events_batch_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.events_coverage
    ADD CONSTRAINT events_coverage_pkey PRIMARY KEY (channel, aspect, name);

ALTER TABLE ONLY public.events_cursor
    ADD CONSTRAINT events_cursor_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.events_freshness
    ADD CONSTRAINT events_freshness_pkey PRIMARY KEY (source, channel);

ALTER TABLE ONLY public.events_money
    ADD CONSTRAINT events_money_pkey PRIMARY KEY (reference, channel, kind, part);

ALTER TABLE ONLY public.events_names
    ADD CONSTRAINT events_names_pkey PRIMARY KEY (batch);

ALTER TABLE ONLY public.events_quarantine
    ADD CONSTRAINT events_quarantine_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events_source
    ADD CONSTRAINT events_source_code_key UNIQUE (code);

ALTER TABLE ONLY public.events_source
    ADD CONSTRAINT events_source_key_key UNIQUE (key);

ALTER TABLE ONLY public.events_source
    ADD CONSTRAINT events_source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identities_identity
    ADD CONSTRAINT identities_identity_pkey PRIMARY KEY (identity);

ALTER TABLE ONLY public.identities_merged
    ADD CONSTRAINT identities_merged_pkey PRIMARY KEY (identity);

ALTER TABLE ONLY public.identities_pepper
    ADD CONSTRAINT identities_pepper_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.imports_file
    ADD CONSTRAINT imports_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_file_hash_mapping_hash_key UNIQUE (file_hash, mapping_hash);

ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.imports_mapping
    ADD CONSTRAINT imports_mapping_name_key UNIQUE (name);

ALTER TABLE ONLY public.imports_mapping
    ADD CONSTRAINT imports_mapping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_built_in
    ADD CONSTRAINT kpis_built_in_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.kpis_definitions
    ADD CONSTRAINT kpis_definitions_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.kpis_targets
    ADD CONSTRAINT kpis_targets_pkey PRIMARY KEY (subject, "position");

ALTER TABLE ONLY public.orders_buyers
    ADD CONSTRAINT orders_buyers_pkey PRIMARY KEY (order_id);

ALTER TABLE ONLY public.orders_deliveries
    ADD CONSTRAINT orders_deliveries_pkey PRIMARY KEY (order_id, id);

ALTER TABLE ONLY public.orders_items
    ADD CONSTRAINT orders_items_pkey PRIMARY KEY (order_id, delivery, line);

ALTER TABLE ONLY public.orders_lines
    ADD CONSTRAINT orders_lines_pkey PRIMARY KEY (order_id, number);

ALTER TABLE ONLY public.orders_orders
    ADD CONSTRAINT orders_orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.orders_payments
    ADD CONSTRAINT orders_payments_pkey PRIMARY KEY (order_id, id);

ALTER TABLE ONLY public.orders_references
    ADD CONSTRAINT orders_references_pkey PRIMARY KEY (reference, channel);

ALTER TABLE ONLY public.orders_returns
    ADD CONSTRAINT orders_returns_pkey PRIMARY KEY (order_id, id);

ALTER TABLE ONLY public.orders_terms
    ADD CONSTRAINT orders_terms_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY public.orders_timeline
    ADD CONSTRAINT orders_timeline_pkey PRIMARY KEY (order_id, id);

ALTER TABLE ONLY public.orders_vouchers
    ADD CONSTRAINT orders_vouchers_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.orders_withdrawals
    ADD CONSTRAINT orders_withdrawals_pkey PRIMARY KEY (order_id);

ALTER TABLE ONLY public.orders_words
    ADD CONSTRAINT orders_words_pkey PRIMARY KEY (order_id, word);

ALTER TABLE ONLY public.panel_answers
    ADD CONSTRAINT panel_answers_pkey PRIMARY KEY (wave, identity, question, choice);

ALTER TABLE ONLY public.panel_invitations
    ADD CONSTRAINT panel_invitations_pkey PRIMARY KEY (wave, identity);

ALTER TABLE ONLY public.panel_links
    ADD CONSTRAINT panel_links_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.panel_participants
    ADD CONSTRAINT panel_participants_pkey PRIMARY KEY (identity);

ALTER TABLE ONLY public.panel_questionnaires
    ADD CONSTRAINT panel_questionnaires_code_key UNIQUE (code);

ALTER TABLE ONLY public.panel_questionnaires
    ADD CONSTRAINT panel_questionnaires_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.panel_waves
    ADD CONSTRAINT panel_waves_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.panel_waves
    ADD CONSTRAINT panel_waves_questionnaire_number_key UNIQUE (questionnaire, number);

ALTER TABLE ONLY public.platform_blob
    ADD CONSTRAINT platform_blob_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY public.platform_cursor
    ADD CONSTRAINT platform_cursor_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.platform_idempotency
    ADD CONSTRAINT platform_idempotency_pkey PRIMARY KEY (scope, key);

ALTER TABLE ONLY public.platform_job
    ADD CONSTRAINT platform_job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.platform_mail
    ADD CONSTRAINT platform_mail_key_key UNIQUE (key);

ALTER TABLE ONLY public.platform_mail
    ADD CONSTRAINT platform_mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.platform_mail_server
    ADD CONSTRAINT platform_mail_server_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.platform_mark
    ADD CONSTRAINT platform_mark_pkey PRIMARY KEY (high, low);

ALTER TABLE ONLY public.platform_marks
    ADD CONSTRAINT platform_marks_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.platform_migration
    ADD CONSTRAINT platform_migration_name_key UNIQUE (name);

ALTER TABLE ONLY public.platform_migration
    ADD CONSTRAINT platform_migration_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.platform_node
    ADD CONSTRAINT platform_node_pkey PRIMARY KEY (node);

ALTER TABLE ONLY public.platform_outbox
    ADD CONSTRAINT platform_outbox_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.reports_subscriptions
    ADD CONSTRAINT reports_subscriptions_pkey PRIMARY KEY (reader);

ALTER TABLE ONLY public.segments_buyers
    ADD CONSTRAINT segments_buyers_pkey PRIMARY KEY (customer, segment);

ALTER TABLE ONLY public.segments_segment
    ADD CONSTRAINT segments_segment_code_key UNIQUE (code);

ALTER TABLE ONLY public.segments_segment
    ADD CONSTRAINT segments_segment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.segments_thresholds
    ADD CONSTRAINT segments_thresholds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.segments_told
    ADD CONSTRAINT segments_told_pkey PRIMARY KEY (segment);

ALTER TABLE ONLY public.simulator_sample
    ADD CONSTRAINT simulator_sample_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_beliefs
    ADD CONSTRAINT stock_beliefs_pkey PRIMARY KEY (variant, teller);

ALTER TABLE ONLY public.stock_buffers
    ADD CONSTRAINT stock_buffers_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY public.stock_delays
    ADD CONSTRAINT stock_delays_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY public.stock_incoming
    ADD CONSTRAINT stock_incoming_pkey PRIMARY KEY (variant, id);

ALTER TABLE ONLY public.stock_levels
    ADD CONSTRAINT stock_levels_pkey PRIMARY KEY (variant, location);

ALTER TABLE ONLY public.stock_locations
    ADD CONSTRAINT stock_locations_code_key UNIQUE (code);

ALTER TABLE ONLY public.stock_locations
    ADD CONSTRAINT stock_locations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_movements
    ADD CONSTRAINT stock_movements_pkey PRIMARY KEY (variant, id);

ALTER TABLE ONLY public.stock_reckoned
    ADD CONSTRAINT stock_reckoned_pkey PRIMARY KEY (variant, channel);

ALTER TABLE ONLY public.stock_reservations
    ADD CONSTRAINT stock_reservations_pkey PRIMARY KEY (variant, id);

ALTER TABLE ONLY public.value_night
    ADD CONSTRAINT value_night_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.views_view
    ADD CONSTRAINT views_view_pkey PRIMARY KEY (id);

CREATE INDEX access_attempts_last_try ON public.access_attempts USING btree (last_try);

CREATE INDEX access_audit_id ON public.access_audit USING btree (id);

CREATE INDEX access_customer_links_customer ON public.access_customer_links USING btree (customer);

CREATE INDEX access_customer_sessions_customer ON public.access_customer_sessions USING btree (customer);

CREATE INDEX access_sessions_user ON public.access_sessions USING btree (user_id);

CREATE INDEX catalog_parts_by_variant ON public.catalog_parts USING btree (variant);

CREATE INDEX catalog_prices_by_segment ON public.catalog_prices USING btree (segment) WHERE (segment IS NOT NULL);

CREATE INDEX catalog_products_by_name ON public.catalog_products USING btree (sort_name, id);

CREATE UNIQUE INDEX catalog_variants_by_gtin ON public.catalog_variants USING btree (gtin) WHERE (gtin IS NOT NULL);

CREATE UNIQUE INDEX catalog_variants_by_values ON public.catalog_variants USING btree (product, option_values);

CREATE INDEX channels_links_to ON public.channels_links USING btree (to_channel);

CREATE INDEX conflicts_conflicts_by_state ON public.conflicts_conflicts USING btree (state, stake);

CREATE INDEX connectors_deliveries_by_created ON public.connectors_deliveries USING btree (created);

CREATE INDEX connectors_deliveries_waiting ON public.connectors_deliveries USING btree (subscription, transaction_number, number) WHERE (state = 'waiting'::text);

CREATE INDEX connectors_kept_by_identity ON public.connectors_kept USING btree (identity) WHERE (identity IS NOT NULL);

CREATE INDEX connectors_kept_retry ON public.connectors_kept USING btree (retry) WHERE (retry IS NOT NULL);

CREATE INDEX connectors_learnt_item ON public.connectors_learnt USING btree (connection, item);

CREATE INDEX connectors_learnt_theirs ON public.connectors_learnt USING btree (connection, theirs);

CREATE INDEX connectors_queue_due ON public.connectors_queue USING btree (connection, due) WHERE (NOT failed);

CREATE INDEX consent_evidence_id ON public.consent_evidence USING btree (id);

CREATE INDEX consent_evidence_refusals ON public.consent_evidence USING btree (identity) WHERE (ground = ANY (ARRAY['objection'::text, 'withdrawal'::text]));

CREATE INDEX contacts_agents_by_extension ON public.contacts_agents USING btree (extension) WHERE (extension <> ''::text);

CREATE INDEX contacts_agents_there ON public.contacts_agents USING btree (seen) WHERE (presence <> 'offline'::text);

CREATE INDEX contacts_appointments_ahead ON public.contacts_appointments USING btree (starts) WHERE (state = ANY (ARRAY['booked'::text, 'confirmed'::text]));

CREATE INDEX contacts_appointments_by_agent ON public.contacts_appointments USING btree (agent, starts);

CREATE INDEX contacts_appointments_by_identity ON public.contacts_appointments USING btree (identity, id) WHERE (identity IS NOT NULL);

CREATE INDEX contacts_appointments_by_team ON public.contacts_appointments USING btree (team, starts);

CREATE INDEX contacts_appointments_due ON public.contacts_appointments USING btree (starts) WHERE ((way = 'call_back'::text) AND (state = ANY (ARRAY['booked'::text, 'confirmed'::text])));

CREATE INDEX contacts_calls_by_contact ON public.contacts_calls USING btree (contact_id);

CREATE INDEX contacts_calls_by_moment ON public.contacts_calls USING btree (moment);

CREATE INDEX contacts_contacts_by_agent ON public.contacts_contacts USING btree (agent, id) WHERE (agent IS NOT NULL);

CREATE INDEX contacts_contacts_by_created ON public.contacts_contacts USING btree (created);

CREATE INDEX contacts_contacts_by_identity ON public.contacts_contacts USING btree (identity, id) WHERE (identity IS NOT NULL);

CREATE INDEX contacts_contacts_by_team ON public.contacts_contacts USING btree (team, id);

CREATE INDEX contacts_contacts_due ON public.contacts_contacts USING btree (due) WHERE (due IS NOT NULL);

CREATE INDEX contacts_contacts_held ON public.contacts_contacts USING btree (agent, id) WHERE (state = ANY (ARRAY['offered'::text, 'active'::text, 'wrap_up'::text]));

CREATE INDEX contacts_contacts_waiting ON public.contacts_contacts USING btree (team, rank, id) WHERE (state = 'waiting'::text);

CREATE INDEX contacts_members_by_user ON public.contacts_members USING btree (user_id);

CREATE UNIQUE INDEX contacts_messages_once ON public.contacts_messages USING btree (contact_id, sender, client_id);

CREATE INDEX contacts_spells_by_end ON public.contacts_spells USING btree (to_moment);

CREATE INDEX contacts_stays_by_contact ON public.contacts_stays USING btree (contact_id) WHERE (contact_id IS NOT NULL);

CREATE INDEX contacts_stays_by_end ON public.contacts_stays USING btree (ends);

CREATE INDEX contacts_stays_by_id ON public.contacts_stays USING btree (id);

CREATE INDEX contacts_stays_by_location ON public.contacts_stays USING btree (location, ends);

CREATE INDEX contacts_visitors_by_contact ON public.contacts_visitors USING btree (contact_id);

CREATE INDEX contacts_visitors_by_device ON public.contacts_visitors USING btree (device);

CREATE INDEX customers_company_name ON public.customers_company USING btree (name);

CREATE INDEX customers_decision_operation ON public.customers_decision USING btree (operation);

CREATE INDEX customers_decision_other ON public.customers_decision USING btree (other);

CREATE INDEX customers_erasure_ts ON public.customers_erasure USING btree (ts, erased);

CREATE INDEX customers_link_number ON public.customers_link USING btree (number) WHERE (identity < other);

CREATE INDEX customers_person_company ON public.customers_person USING btree (company);

CREATE INDEX customers_proposal_since ON public.customers_proposal USING btree (since);

CREATE INDEX customers_word_word ON public.customers_word USING btree (word, identity);

CREATE INDEX decisions_log_by_id ON public.decisions_log USING btree (id);

CREATE INDEX decisions_log_by_placement ON public.decisions_log USING btree (placement, id);

CREATE INDEX decisions_outcomes_by_event ON public.decisions_outcomes USING btree (event);

CREATE INDEX events_batch_order ON public.events_batch USING btree (transaction_id, number);

CREATE INDEX events_quarantine_waiting ON public.events_quarantine USING btree (source, reason, id) WHERE (state = 'waiting'::text);

CREATE INDEX identities_merged_customer ON public.identities_merged USING btree (customer);

CREATE INDEX kpis_targets_by_kpi ON public.kpis_targets USING btree (kpi);

CREATE INDEX orders_deliveries_by_id ON public.orders_deliveries USING btree (id);

CREATE INDEX orders_deliveries_due ON public.orders_deliveries USING btree (expires) WHERE ((state = ANY (ARRAY['asked'::text, 'ready'::text])) AND (expires IS NOT NULL));

CREATE INDEX orders_deliveries_open ON public.orders_deliveries USING btree (location, id) WHERE (state = ANY (ARRAY['asked'::text, 'accepted'::text, 'on_its_way'::text, 'ready'::text]));

CREATE INDEX orders_orders_by_channel ON public.orders_orders USING btree (channel, id);

CREATE INDEX orders_orders_by_identity ON public.orders_orders USING btree (identity, id);

CREATE INDEX orders_orders_by_location ON public.orders_orders USING btree (location, id) WHERE (location IS NOT NULL);

CREATE INDEX orders_orders_by_partner ON public.orders_orders USING btree (partner, id) WHERE (partner IS NOT NULL);

CREATE INDEX orders_orders_by_state ON public.orders_orders USING btree (state, id);

CREATE INDEX orders_orders_unpaid ON public.orders_orders USING btree (pay_by) WHERE ((state = 'placed'::text) AND (pay_by IS NOT NULL));

CREATE INDEX orders_returns_by_id ON public.orders_returns USING btree (id);

CREATE INDEX orders_vouchers_by_identity ON public.orders_vouchers USING btree (identity) WHERE (identity IS NOT NULL);

CREATE INDEX orders_words_by_word ON public.orders_words USING btree (word, order_id);

CREATE INDEX panel_answers_by_identity ON public.panel_answers USING btree (identity);

CREATE INDEX panel_invitations_by_identity ON public.panel_invitations USING btree (identity);

CREATE INDEX panel_links_by_identity ON public.panel_links USING btree (identity, wave);

CREATE INDEX platform_idempotency_age ON public.platform_idempotency USING btree (created);

CREATE INDEX platform_job_waiting ON public.platform_job USING btree (id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX platform_mail_address ON public.platform_mail USING btree (address);

CREATE INDEX platform_mail_waiting ON public.platform_mail USING btree (not_before, id) WHERE (state = 'waiting'::text);

CREATE INDEX platform_outbox_order ON public.platform_outbox USING btree (transaction_id, number);

CREATE INDEX segments_buyers_by_segment ON public.segments_buyers USING btree (segment, customer);

CREATE INDEX stock_beliefs_by_teller ON public.stock_beliefs USING btree (teller, variant);

CREATE INDEX stock_incoming_by_id ON public.stock_incoming USING btree (id);

CREATE INDEX stock_movements_by_id ON public.stock_movements USING btree (id);

CREATE INDEX stock_reservations_by_id ON public.stock_reservations USING btree (id);

CREATE INDEX stock_reservations_by_reference ON public.stock_reservations USING btree (reference);

CREATE INDEX stock_reservations_due ON public.stock_reservations USING btree (expires) WHERE ((ended IS NULL) AND (expires IS NOT NULL));

CREATE INDEX stock_reservations_held ON public.stock_reservations USING btree (variant, location) WHERE (state = 'held'::text);

CREATE INDEX stock_reservations_waiting ON public.stock_reservations USING btree (variant, incoming, id) WHERE (state = 'waiting'::text);

CREATE INDEX views_view_screen ON public.views_view USING btree (screen, owner);

ALTER TABLE ONLY public.access_links
    ADD CONSTRAINT access_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.access_users(id);

ALTER TABLE ONLY public.access_sessions
    ADD CONSTRAINT access_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.access_users(id);

ALTER TABLE ONLY public.catalog_parts
    ADD CONSTRAINT catalog_parts_bundle_fkey FOREIGN KEY (bundle) REFERENCES public.catalog_variants(id);

ALTER TABLE ONLY public.catalog_parts
    ADD CONSTRAINT catalog_parts_variant_fkey FOREIGN KEY (variant) REFERENCES public.catalog_variants(id);

ALTER TABLE ONLY public.catalog_prices
    ADD CONSTRAINT catalog_prices_variant_fkey FOREIGN KEY (variant) REFERENCES public.catalog_variants(id);

ALTER TABLE ONLY public.catalog_shown_pictures
    ADD CONSTRAINT catalog_shown_pictures_picture_fkey FOREIGN KEY (picture) REFERENCES public.catalog_pictures(name);

ALTER TABLE ONLY public.catalog_shown_pictures
    ADD CONSTRAINT catalog_shown_pictures_product_fkey FOREIGN KEY (product) REFERENCES public.catalog_products(id);

ALTER TABLE ONLY public.catalog_texts
    ADD CONSTRAINT catalog_texts_product_fkey FOREIGN KEY (product) REFERENCES public.catalog_products(id);

ALTER TABLE ONLY public.catalog_variants
    ADD CONSTRAINT catalog_variants_product_fkey FOREIGN KEY (product) REFERENCES public.catalog_products(id);

ALTER TABLE ONLY public.channels_checks
    ADD CONSTRAINT channels_checks_channel_fkey FOREIGN KEY (channel) REFERENCES public.channels_channels(id);

ALTER TABLE ONLY public.channels_costs
    ADD CONSTRAINT channels_costs_channel_fkey FOREIGN KEY (channel) REFERENCES public.channels_channels(id);

ALTER TABLE ONLY public.channels_links
    ADD CONSTRAINT channels_links_channel_fkey FOREIGN KEY (channel) REFERENCES public.channels_channels(id);

ALTER TABLE ONLY public.channels_links
    ADD CONSTRAINT channels_links_to_channel_fkey FOREIGN KEY (to_channel) REFERENCES public.channels_channels(id);
