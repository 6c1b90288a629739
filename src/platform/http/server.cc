#include "platform/http/server.h"

#include <condition_variable>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/http/listener.h"

namespace sluis::http {
namespace {

using Endpoint = asio::ip::tcp::endpoint;
using Millis = std::chrono::milliseconds;

Result<std::vector<Endpoint>> read_addresses(const Options& options) {
  std::vector<Endpoint> endpoints;
  for (const std::string& text : options.addresses) {
    Error error;
    const auto address = asio::ip::make_address(text, error);
    if (error) return refuse(StartRefusal::address_unknown, text);
    endpoints.emplace_back(address, options.port);
  }
  return endpoints;
}

// A machine without IPv6 has no ::1; that is no reason not to listen on the others.
bool is_missing_loopback(const Endpoint& endpoint) {
  if (endpoint.address() != asio::ip::address_v6::loopback()) return false;
  asio::io_context io;
  asio::ip::tcp::socket probe(io);
  Error error;
  probe.open(endpoint.protocol(), error);
  if (!error) probe.bind(Endpoint(endpoint.address(), 0), error);
  return static_cast<bool>(error);
}

Result<void> check_staging(const std::filesystem::path& folder) {
  if (folder.empty() || ::access(folder.c_str(), W_OK | X_OK) == 0) return {};
  return refuse(StartRefusal::staging_unusable, folder.string());
}

}  // namespace

class Server::Running {
 public:
  Running(Options options, Proxies proxies, Service& service, const Clock& clock)
      : options_(std::move(options)),
        proxies_(std::move(proxies)),
        setting_{options_.limits, options_.staging_folder, proxies_, service, clock},
        occupancy_(std::make_shared<Occupancy>(options_.limits)) {
    for (unsigned i = 0; i < std::max(1U, options_.threads); ++i)
      loops_.push_back(std::make_shared<Loop>(setting_));
  }

  Result<void> listen() {
    if (!options_.certificate_file.empty() || !options_.key_file.empty())
      tls_ = TRY(Tls::load(options_.certificate_file, options_.key_file));
    port_ = options_.port;
    for (Endpoint endpoint : TRY(read_addresses(options_))) {
      if (endpoint.address().is_v6() && is_missing_loopback(endpoint)) continue;
      endpoint.port(port_);
      if (port_ != 0) TRY_VOID(check_free(endpoint));
      for (const auto& loop : loops_) {
        endpoint.port(port_);
        Acceptor acceptor = TRY(http::listen(*loop, endpoint));
        port_ = acceptor.local_endpoint().port();
        listeners_.push_back(
            std::make_shared<Listener>(loop, std::move(acceptor), occupancy_, tls_));
      }
    }
    return {};
  }

  void run() {
    for (auto& listener : std::exchange(listeners_, {}))
      Listener::begin(std::move(listener));
    for (std::size_t i = 0; i < loops_.size(); ++i) {
      threads_.emplace_back([this, i] {
        pthread_setname_np(pthread_self(), fmt::format("http-{}", i).c_str());
        loops_[i]->run();
        const std::lock_guard lock(mutex_);
        ++ended_;
        end_.notify_all();
      });
    }
  }

  void stop(Millis grace) {
    for (const auto& loop : loops_)
      loop->post([loop] { loop->finish(); });
    {
      std::unique_lock lock(mutex_);
      end_.wait_for(lock, grace, [&] { return ended_ == threads_.size(); });
    }
    for (const auto& loop : loops_)
      loop->post([loop] { loop->abort(); });
    for (std::thread& thread : threads_)
      thread.join();
    threads_.clear();
  }

  std::uint16_t port() const { return port_; }

  Stats stats() const {
    Stats stats{.connections_open = occupancy_->total()};
    for (const auto& loop : loops_) {
      const Counters& counters = loop->around().counters;
      stats.connections_accepted += counters.connections_accepted.value();
      stats.connections_refused += counters.connections_refused.value();
      stats.requests += counters.requests.value();
      stats.requests_refused += counters.requests_refused.value();
      stats.requests_failed += counters.requests_failed.value();
      stats.bytes_received += counters.bytes_received.value();
      stats.bytes_sent += counters.bytes_sent.value();
    }
    return stats;
  }

 private:
  const Options options_;
  const Proxies proxies_;
  const Setting setting_;
  const std::shared_ptr<Occupancy> occupancy_;
  std::shared_ptr<Tls> tls_;
  std::uint16_t port_ = 0;
  std::vector<std::shared_ptr<Loop>> loops_;
  std::vector<std::shared_ptr<Listener>> listeners_;  // until run()
  std::vector<std::thread> threads_;

  std::mutex mutex_;
  std::condition_variable end_;
  std::size_t ended_ = 0;
};

const RefusalKind& kind_of(StartRefusal refusal) {
  switch (refusal) {
    case StartRefusal::address_unknown: {
      static constexpr RefusalKind kind{
          "address_unknown",
          Category::invalid,
          Retry::useless,
          {"'{0}' is not an address to listen on; it should be like 127.0.0.1 or ::1.",
           "'{0}' is geen adres om op te luisteren; zo hoort het: 127.0.0.1 of ::1."}};
      return kind;
    }
    case StartRefusal::port_in_use: {
      static constexpr RefusalKind kind{
          "port_in_use",
          Category::unavailable,
          Retry::may_help,
          {"Port {0} on {1} is in use by another program; stop that or choose another port.",
           "Poort {0} op {1} is al in gebruik door een ander programma; stop dat of kies een "
           "andere poort."}};
      return kind;
    }
    case StartRefusal::port_not_allowed: {
      static constexpr RefusalKind kind{
          "port_not_allowed",
          Category::forbidden,
          Retry::useless,
          {"This user may not listen on port {0} of {1}; choose one from 1024.",
           "Deze gebruiker mag niet op poort {0} van {1} luisteren; kies er een vanaf 1024."}};
      return kind;
    }
    case StartRefusal::cannot_listen: {
      static constexpr RefusalKind kind{"cannot_listen",
                                        Category::unavailable,
                                        Retry::may_help,
                                        {"It is not possible to listen on {0} port {1}: {2}.",
                                         "Luisteren op {0} poort {1} lukt niet: {2}."}};
      return kind;
    }
    case StartRefusal::certificate_unreadable: {
      static constexpr RefusalKind kind{
          "certificate_unreadable",
          Category::invalid,
          Retry::useless,
          {"The certificate {0} cannot be read: {1}. It should be a PEM file.",
           "Het certificaat {0} is niet te lezen: {1}. Het hoort een PEM-bestand te zijn."}};
      return kind;
    }
    case StartRefusal::key_unreadable: {
      static constexpr RefusalKind kind{
          "key_unreadable",
          Category::invalid,
          Retry::useless,
          {"The key {0} cannot be read: {1}. It should be a PEM file.",
           "De sleutel {0} is niet te lezen: {1}. Het hoort een PEM-bestand te zijn."}};
      return kind;
    }
    case StartRefusal::key_mismatch: {
      static constexpr RefusalKind kind{"key_mismatch",
                                        Category::invalid,
                                        Retry::useless,
                                        {"The key {0} does not belong to the certificate {1}.",
                                         "De sleutel {0} hoort niet bij het certificaat {1}."}};
      return kind;
    }
    case StartRefusal::proxy_unknown: {
      static constexpr RefusalKind kind{
          "proxy_unknown",
          Category::invalid,
          Retry::useless,
          {"A trusted proxy is neither an address nor a network; it should be like 10.0.0.1 or "
           "10.0.0.0/8.",
           "Een vertrouwde proxy is geen adres en geen netwerk; zo hoort het: 10.0.0.1 of "
           "10.0.0.0/8."}};
      return kind;
    }
    case StartRefusal::staging_unusable: {
      static constexpr RefusalKind kind{
          "staging_unusable",
          Category::unavailable,
          Retry::may_help,
          {"No files can be written in the folder {0}; it must exist and be writable.",
           "In de map {0} kan niet worden geschreven; zij moet bestaan en schrijfbaar zijn."}};
      return kind;
    }
  }
  assertion_failed("a known refusal");
}

Result<std::unique_ptr<Server>> Server::start(Options options, Service& service,
                                              const Clock& clock) {
  auto proxies = Proxies::parse(options.trusted_proxies);
  if (!proxies) return refuse(StartRefusal::proxy_unknown);
  TRY_VOID(check_staging(options.staging_folder));
  auto running = std::make_unique<Running>(std::move(options), *std::move(proxies), service, clock);
  TRY_VOID(running->listen());
  running->run();
  return std::unique_ptr<Server>(new Server(std::move(running)));
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}
Server::~Server() {
  stop(Millis(0));
}
std::uint16_t Server::port() const {
  return running_->port();
}
Stats Server::stats() const {
  return running_->stats();
}
void Server::stop(Millis grace) {
  running_->stop(grace);
}

}  // namespace sluis::http
