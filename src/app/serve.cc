#include "app/serve.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <semaphore>
#include <set>

#include <fmt/format.h>

#include "access/access.h"
#include "app/above.h"
#include "app/capabilities.h"
#include "app/commands.h"
#include "app/figures.h"
#include "app/frame.h"
#include "app/home.h"
#include "app/upkeep.h"
#include "conflicts/looking.h"
#include "connectors/outgoing/sending.h"
#include "consent/consent.h"
#include "contacts/chat/switchboard.h"
#include "contacts/queue/rounds.h"
#include "customers/purge.h"
#include "decisions/engine.h"
#include "imports/jobs.h"
#include "journeys/index.h"
#include "orders/providers.h"
#include "orders/resourcing.h"
#include "platform/command/control.h"
#include "platform/jobs/runner.h"
#include "platform/mail/sending.h"
#include "platform/outbox/driver.h"
#include "platform/web/web_app.h"
#include "reports/sending.h"
#include "segments/buyers.h"
#include "segments/segments.h"
#include "simulator/jobs.h"
#include "value/renewing.h"

namespace sluis::app {
namespace {

constexpr Text kServing{"Sluis is serving on {0}", "Sluis draait op {0}"};
constexpr Text kSetup{"Set it up within a day at {0}{1}", "Richt het binnen een dag in op {0}{1}"};
constexpr unsigned kThreadsMax = 64;

enum class ServeRefusal : std::uint8_t { node_lost };
BOOST_DESCRIBE_ENUM(ServeRefusal, node_lost)

const RefusalKind& kind_of(ServeRefusal refusal) {
  switch (refusal) {
    case ServeRefusal::node_lost: {
      static constexpr RefusalKind kind{
          "node_lost",
          Category::unavailable,
          Retry::may_help,
          {"The database was away for too long, so another process may make ids in this one's "
           "place. Start it again.",
           "De database was te lang weg, zodat een ander proces in plaats van dit ids kan maken. "
           "Start het opnieuw."}};
      return kind;
    }
  }
  __builtin_unreachable();
}

// Waits until it is told to stop, or must.
class Ending {
 public:
  void node_lost() {
    lost_ = true;
    ends_.release();
  }
  Result<void> wait(const std::stop_token& stop) {
    const std::stop_callback on_stop(stop, [this] { ends_.release(); });
    ends_.acquire();
    if (lost_) return refuse(ServeRefusal::node_lost);
    return {};
  }

 private:
  std::counting_semaphore<> ends_{0};
  std::atomic<bool> lost_{false};
};

unsigned threads_of(const config::Settings& settings) {
  if (settings.threads) return static_cast<unsigned>(settings.threads->number);
  return std::clamp(std::thread::hardware_concurrency(), 1u, kThreadsMax);
}

// --web, else what was installed beside the program, else what was built in the sources.
Result<web::WebApp> web_app_of(const config::Settings& settings) {
  if (settings.web) return web::WebApp::load(*settings.web);
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& folder : {program / "../share/sluis/web", program / "../../web/dist"}) {
    if (std::filesystem::exists(folder / "index.html", error)) return web::WebApp::load(folder);
  }
  return web::WebApp::plain();
}

// The first line of a file with a secret; empty without a file.
std::string secret_in(const std::optional<std::filesystem::path>& file) {
  std::string secret;
  if (!file) return secret;
  std::ifstream lines(*file);
  std::getline(lines, secret);
  return secret;
}

mail::Setup mail_of(const config::Settings& settings) {
  mail::Setup setup{.account = {},
                    .from = settings.mail_from.value_or(Email{}),
                    .name = settings.mail_name ? settings.mail_name->text : std::string(),
                    .per_minute = settings.mail_per_minute.number,
                    .origin = config::origin_of(settings.public_url)};
  if (!settings.mail_url) return setup;
  setup.account =
      mail::Account{.server = *settings.mail_url,
                    .name = setup.from.text.substr(setup.from.text.find('@') + 1),
                    .user = settings.mail_user ? settings.mail_user->text : std::string(),
                    .password = secret_in(settings.mail_password),
                    .certificates = settings.outgoing_certificates};
  return setup;
}

// What everybody behind an identity agreed to.
bool may_be_mailed(store::Snapshot& snapshot, const mail::Consent& consent, Instant now) {
  const auto purpose = TextForm<consent::Purpose>::parse(consent.purpose);
  const auto behind =
      customers::identities_behind(snapshot, identities::customer_of(snapshot, consent.identity));
  return purpose &&
         consent::allowed(snapshot, behind, consent::Means::email, *purpose, now).allowed;
}

contacts::Relay relay_of(const config::Settings& settings) {
  return {.servers = settings.ice_servers, .secret = secret_in(settings.turn_secret)};
}

std::vector<jobs::Kind> job_kinds(const command::Home& home, events::Intake& intake,
                                  const config::Settings& settings) {
  std::vector<jobs::Kind> kinds = simulator::sample_jobs(
      {home.store, intake, home.ids, home.clock, home.location.folder->path() / "sample"},
      home.analytics);
  kinds.push_back(
      customers::purge_job({home.store, home.location, home.analytics, above_customers().clear}));
  kinds.push_back(orders::payment_job({home.store, intake, home.ids, home.clock}));
  kinds.push_back(conflicts::look_job({home.store, home.analytics, home.clock, home.ids}));
  kinds.push_back(reports::send_job(
      {home.store, home.analytics, home.clock, home.ids, config::origin_of(settings.public_url)}));
  kinds.push_back(value::fit_job({home.store, home.analytics, home.clock}));
  kinds.push_back(imports::import_job({home.store, intake, home.ids, home.clock}));
  return kinds;
}

// Who keeps something of what was shipped.
std::vector<events::Follower> followers(const command::Home& home, decisions::Engine& decisions) {
  return {[home] { return customers::renew_figures(home.store, home.analytics, home.clock.now()); },
          [home] { return segments::renew_members(home.store, home.analytics, home.clock.now()); },
          [home] { return segments::tell_buyers(home.store, home.analytics); },
          [home, &decisions] { return decisions.read_members(home.analytics); }};
}

std::vector<outbox::Consumer> consumers(const command::Home& home, events::Intake& intake) {
  std::vector<outbox::Consumer> all = {orders::resourcing(intake, home.clock, home.ids)};
  for (Capability& capability : capabilities()) {
    std::ranges::move(capability.consumers, std::back_inserter(all));
  }
  return all;
}

// Everything that runs while Sluis serves; taken down in the reverse order of these members.
class Serving {
 public:
  static Result<std::unique_ptr<Serving>> start(const config::Config& config) {
    auto serving = std::unique_ptr<Serving>(new Serving(config));
    TRY_VOID(serving->open_home());
    TRY_VOID(serving->open_doors());
    return serving;
  }

  Result<void> run(const std::stop_token& stop) { return ending_.wait(stop); }

  void stop() {
    log_.info("stopping");
    control_.reset();
    const auto grace =
        std::chrono::duration_cast<std::chrono::milliseconds>(config_.settings.stop_grace);
    for (const auto& server : servers_)
      server->stop(grace);
    dispatch_->finish();
  }

  // Where a browser on this machine finds it.
  std::string address() const {
    const config::Endpoint& first = config_.settings.listen.front();
    const bool tls = config_.settings.tls_certificate.has_value();
    const bool everywhere = first.address == "0.0.0.0" || first.address == "::";
    const config::Endpoint reached{everywhere ? "localhost" : first.address,
                                   servers_.front()->port()};
    return fmt::format("{}://{}", tls ? "https" : "http",
                       TextForm<config::Endpoint>::print(reached));
  }

  Result<std::optional<std::string>> setup_link() {
    command::Home& home = home_->home();
    return home.store.unit([&](store::Tx& tx) { return access::setup_link(tx, home.clock.now()); });
  }

 private:
  explicit Serving(const config::Config& config)
      : config_(config),
        log_clock_(std::nullopt),
        log_({.level = config.settings.log_level, .format = config.settings.log_format},
             log_clock_) {
    count_log(metrics_, log_);
  }

  Result<void> open_home() {
    home_ = TRY(OpenedHome::open(config_.settings, Claim::always, alarms()));
    command::Home& home = home_->home();
    count_store(metrics_, home.store);
    tail_.emplace(home.store);
    intake_ = TRY(events::open_intake(home.store, &*tail_, &metrics_));
    refusals_ = std::make_shared<consent::Refusals>(home.store, home.clock);
    refusals_heard_.emplace(refusals_->follow(*tail_));
    events::obey(*intake_, refusals_);
    driver_.emplace(
        home.store, home.clock, consumers(home, *intake_), outbox::DriverOptions{},
        [this](const outbox::Consumer& consumer, const outbox::Fact& fact, const Refusal& refusal) {
          log_.error(
              "fact refused",
              {{"consumer", consumer.name}, {"topic", fact.topic}, {"why", refusal.kind().name}});
        });
    runner_.emplace(home.store, home.clock, home.ids, job_kinds(home, *intake_, config_.settings),
                    jobs::RunnerOptions{});
    readers_.emplace(home.store, home.clock, *intake_, log_readers(home.ids),
                     [this](const events::Reader& reader, const Refusal& refusal) {
                       log_.error("events refused",
                                  {{"reader", reader.name}, {"why", refusal.kind().name}});
                     });
    upkeep_.emplace(home.store, home.clock, home.ids, *intake_,
                    Keeping{config_.settings.contacts_kept, home_->folder().path()}, log_,
                    config::origin_of(config_.settings.public_url));
    switchboard_.emplace(home.store, *tail_);
    rounds_.emplace(home.store, home.clock, home.ids, *intake_, [this](const Refusal& refusal) {
      log_.warning("a contact did not go on", {{"why", refusal.kind().name}});
    });
    TRY_VOID(decide());
    shipper_.emplace(home.store, home.analytics, followers(home, *decisions_),
                     [this](const Refusal& refusal) {
                       log_.error("shipping failed", {{"why", refusal.kind().name}});
                     });
    journeys_.emplace(home.store, home.analytics);
    journeys_->serve(events::appended(*intake_), [this](const Refusal& refusal) {
      log_.error("journeys not followed", {{"why", refusal.kind().name}});
    });
    return start_sending();
  }

  Result<void> start_sending() {
    const config::Settings& settings = config_.settings;
    client::OutgoingOptions options;
    options.private_hosts = settings.outgoing_private_hosts;
    options.certificates = settings.outgoing_certificates;
    outgoing_ = TRY(client::Outgoing::open(std::move(options)));
    command::Home& home = home_->home();
    sending_.emplace(
        connectors::outgoing::Places{home.store, home.clock, home.ids, *outgoing_, intake_.get()},
        [this](const Refusal& refusal) {
          log_.warning("a shop was not told", {{"why", refusal.kind().name}});
        });
    mails_ = TRY(mail::Sending::start(
        {home.store, home.clock, may_be_mailed}, mail_of(settings), [this](const Refusal& refusal) {
          log_.warning("mail did not go on", {{"why", refusal.kind().name}});
        }));
    return {};
  }

  Result<void> decide() {
    command::Home& home = home_->home();
    decisions_.emplace(home.store, home.clock, refusals_);
    TRY_VOID(decisions_->open());
    decisions_->serve(*tail_, events::appended(*intake_), [this](const Refusal& refusal) {
      log_.error("decisions not followed", {{"why", refusal.kind().name}});
    });
    return {};
  }

  Alarms alarms() {
    return {
        .node_lost =
            [this] {
              log_.error("node lost");
              ending_.node_lost();
            },
        .store_fault = [this](const std::string& what) { log_.warning("store", {{"why", what}}); }};
  }

  Result<void> open_doors() {
    command::Home& home = home_->home();
    web_app_.emplace(TRY(web_app_of(config_.settings)));
    doorkeeper_.emplace(home.store);
    blobs_.emplace(home.store.dialect(), home_->folder().path());
    std::vector<api::Route> all = routes(&*tail_, &metrics_, engines());
    figures_.emplace(all, metrics_, log_);
    dispatch_.emplace(std::move(all), surroundings());
    TRY_VOID(listen());
    commands_ = program_commands(&home_->clock(), engines());
    control_ = TRY(command::ControlServer::start(
        home_->folder().control_socket(),
        [this](const command::Call& call, std::string input, command::Screen& screen,
               const std::stop_token& cancel) {
          return command::run_call(*commands_, call, std::move(input), screen, cancel, config_,
                                   &home_->home());
        }));
    return {};
  }

  Engines engines() {
    return {.intake = intake_.get(),
            .journeys = &*journeys_,
            .switchboard = &*switchboard_,
            .decisions = &*decisions_,
            .relay = &relay_,
            .blobs = &*blobs_};
  }

  api::Surroundings surroundings() {
    command::Home& home = home_->home();
    return {.store = home.store,
            .clock = home.clock,
            .ids = home.ids,
            .authenticate =
                [this](store::Snapshot& snapshot, const api::Credentials& credentials,
                       Instant now) { return doorkeeper_->admit(snapshot, credentials, now); },
            .recognise = [this](const api::Credentials& credentials,
                                Instant now) { return doorkeeper_->recognise(credentials, now); },
            .analytics = &home.analytics,
            .web_app = &*web_app_,
            .for_frames = {std::begin(kFramePaths), std::end(kFramePaths)},
            .public_origin = config::origin_of(config_.settings.public_url),
            .observe = [this](const api::Served& served) { figures_->take(served); }};
  }

  // One server for each port, with all its addresses.
  Result<void> listen() {
    const config::Settings& settings = config_.settings;
    std::vector<std::uint16_t> ports;
    for (const config::Endpoint& endpoint : settings.listen) {
      if (std::ranges::find(ports, endpoint.port) == ports.end()) ports.push_back(endpoint.port);
    }
    for (const std::uint16_t port : ports) {
      servers_.push_back(TRY(http::Server::start(options_for(port), *dispatch_, log_clock_)));
      count_http(metrics_, *servers_.back());
    }
    return {};
  }

  http::Options options_for(std::uint16_t port) const {
    const config::Settings& settings = config_.settings;
    http::Options options{
        .addresses = {},
        .port = port,
        .threads = threads_of(settings),
        .certificate_file = settings.tls_certificate.value_or(std::filesystem::path()),
        .key_file = settings.tls_key.value_or(std::filesystem::path()),
        .trusted_proxies = settings.trusted_proxies,
        .staging_folder = home_->folder().staging()};
    for (const config::Endpoint& endpoint : settings.listen) {
      if (endpoint.port != port) continue;
      if (endpoint.address == "localhost") {
        options.addresses.insert(options.addresses.end(), {"127.0.0.1", "::1"});
      } else {
        options.addresses.push_back(endpoint.address);
      }
    }
    return options;
  }

  const config::Config& config_;
  const contacts::Relay relay_ = relay_of(config_.settings);
  Ending ending_;
  // Logs and the Date header tell the real time, also in tests.
  const platform::ProgramClock log_clock_;
  metrics::Registry metrics_;
  log::Log log_;
  std::optional<web::WebApp> web_app_;
  std::optional<access::Doorkeeper> doorkeeper_;
  std::optional<RequestFigures> figures_;
  std::optional<api::Dispatch> dispatch_;
  std::unique_ptr<OpenedHome> home_;
  std::optional<blobs::Blobs> blobs_;
  std::optional<outbox::Tail> tail_;
  std::shared_ptr<events::Intake> intake_;
  std::shared_ptr<consent::Refusals> refusals_;
  std::optional<outbox::Tail::Subscription> refusals_heard_;
  std::optional<events::Readers> readers_;
  std::optional<outbox::Driver> driver_;
  std::optional<jobs::Runner> runner_;
  std::optional<Upkeep> upkeep_;
  std::optional<contacts::Rounds> rounds_;
  std::optional<contacts::Switchboard> switchboard_;
  std::optional<decisions::Engine> decisions_;
  std::unique_ptr<client::Outgoing> outgoing_;
  std::optional<connectors::outgoing::Sending> sending_;
  std::unique_ptr<mail::Sending> mails_;
  std::optional<events::Shipper> shipper_;
  std::optional<journeys::Index> journeys_;
  std::vector<std::unique_ptr<http::Server>> servers_;
  std::unique_ptr<command::Table> commands_;
  std::unique_ptr<command::ControlServer> control_;
};

}  // namespace

Result<void> serve(command::Invocation& args) {
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away
  const auto serving = TRY(Serving::start(args.config()));
  const std::string address = serving->address();
  args.say({kServing, address});
  const std::string origin = config::origin_of(args.config().settings.public_url);
  if (const auto link = TRY(serving->setup_link())) {
    args.say({kSetup, origin.empty() ? address : origin, *link});
  }
  const auto ended = serving->run(args.cancel());
  serving->stop();
  return ended;
}

}  // namespace sluis::app
