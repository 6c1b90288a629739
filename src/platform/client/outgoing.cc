#include "platform/client/outgoing.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "platform/client/link.h"
#include "platform/http/message.h"

namespace sluis::client {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using SteadyClock = std::chrono::steady_clock;

bool is_named(const std::vector<std::string>& hosts, const Target& target) {
  const std::string with_port = target.host + ":" + std::to_string(target.port);
  return std::ranges::any_of(hosts, [&](const std::string& one) {
    return http::equal_ignoring_case(one, target.host) || http::equal_ignoring_case(one, with_port);
  });
}

std::string path_of(const boost::urls::url_view& url) {
  std::string path(url.encoded_resource());
  path.resize(path.find('#') == std::string::npos ? path.size() : path.find('#'));
  return path.starts_with('/') ? path : "/" + path;
}

Result<Target> target_of(const std::string& address, const std::vector<std::string>& named) {
  const auto url = boost::urls::parse_uri(address);
  const bool readable = url && (url->scheme() == "https" || url->scheme() == "http") &&
                        !url->has_userinfo() && !url->encoded_host().empty() &&
                        (!url->has_port() || url->port_number() != 0);
  if (!readable) return refuse(OutgoingRefusal::address_unfitting, address);
  Target target{.host = std::string(url->encoded_host_address()), .path = path_of(*url)};
  target.tls = url->scheme() == "https";
  target.port = url->has_port() ? url->port_number() : target.tls ? 443 : 80;
  target.may_be_private = is_named(named, target);
  if (!target.tls && !target.may_be_private)
    return refuse(OutgoingRefusal::address_unfitting, address);
  return target;
}

}  // namespace

std::string_view OutgoingAnswer::header(std::string_view name) const {
  const auto found = std::ranges::find_if(headers, [&](const HeaderField& field) {
    return http::equal_ignoring_case(field.name, name);
  });
  return found == headers.end() ? std::string_view() : found->value;
}

// The connections that are open and not in use, by whom they go to.
class Outgoing::Pool {
 public:
  explicit Pool(OutgoingOptions options) : options_(std::move(options)) {}

  Result<void> prepare() {
    context_.set_verify_mode(ssl::verify_peer);
    return believe(context_, options_.certificates);
  }

  Result<OutgoingAnswer> call(const OutgoingRequest& request, const std::stop_token& stop) {
    Target to = TRY(target_of(request.address, options_.private_hosts));
    const std::string path = std::exchange(to.path, {});
    const Deadline end = SteadyClock::now() + options_.whole_longest;
    std::unique_ptr<Link> link = TRY(link_to(to, end, stop));
    auto exchanged = TRY(link->exchange(request, path, options_.answer_bytes, end, stop));
    if (exchanged.reusable) keep(to, std::move(link));
    return std::move(exchanged.answer);
  }

 private:
  struct Kept {
    std::unique_ptr<Link> link;
    Deadline until;
  };

  Result<std::unique_ptr<Link>> link_to(const Target& to, Deadline end,
                                        const std::stop_token& stop) {
    if (stop.stop_requested()) return refuse(OutgoingRefusal::stopped);
    while (auto kept = take(to))
      if (kept->is_quiet()) return kept;
    auto link = std::make_unique<Link>(to, context_);
    TRY_VOID(link->open(std::min(end, SteadyClock::now() + options_.connect_longest), stop));
    return link;
  }

  std::unique_ptr<Link> take(const Target& to) {
    const std::lock_guard lock(mutex_);
    std::vector<Kept>& kept = kept_[to];
    std::erase_if(kept, [now = SteadyClock::now()](const Kept& one) { return one.until < now; });
    if (kept.empty()) return nullptr;
    std::unique_ptr<Link> link = std::move(kept.back().link);
    kept.pop_back();
    return link;
  }

  void keep(const Target& to, std::unique_ptr<Link> link) {
    const std::lock_guard lock(mutex_);
    std::vector<Kept>& kept = kept_[to];
    if (kept.size() < options_.kept_per_host)
      kept.push_back({std::move(link), SteadyClock::now() + options_.kept_longest});
  }

  const OutgoingOptions options_;
  ssl::context context_{ssl::context::tls_client};
  std::mutex mutex_;
  std::map<Target, std::vector<Kept>> kept_;
};

Outgoing::Outgoing(std::unique_ptr<Pool> pool) : pool_(std::move(pool)) {}
Outgoing::~Outgoing() = default;

Result<std::unique_ptr<Outgoing>> Outgoing::open(OutgoingOptions options) {
  auto pool = std::make_unique<Pool>(std::move(options));
  TRY_VOID(pool->prepare());
  return std::unique_ptr<Outgoing>(new Outgoing(std::move(pool)));
}

Result<OutgoingAnswer> Outgoing::call(const OutgoingRequest& request, const std::stop_token& stop) {
  return pool_->call(request, stop);
}

}  // namespace sluis::client
