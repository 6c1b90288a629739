// Between HTTP and the handlers: finds the route, runs it in its mode, and applies what the route
// table says of who may call it, its limits, its idempotency and its versions.
#pragma once

#include <functional>
#include <memory>
#include <shared_mutex>
#include <vector>

#include "platform/api/deadlines.h"
#include "platform/api/router.h"
#include "platform/api/workers.h"
#include "platform/http/service.h"

namespace sluis::web {
class WebApp;
}
namespace sluis::analytics {
class Store;
}

namespace sluis::api {

// Who that is. Without credentials nobody; with bad ones the refusal `unauthenticated`.
using Authenticate =
    std::function<Result<Principal>(store::Snapshot&, const Credentials&, Instant now)>;

// The same from memory, for routes in mode `append`; nothing where it must be looked up.
using Recognise = std::function<std::optional<Result<Principal>>(const Credentials&, Instant now)>;

// A request that was answered, for logs and metrics.
struct Served {
  RequestId id;
  const Route* route;  // null: a file of the web app, or an unknown path
  http::Method method;
  int status;
  Duration took;
  std::size_t body_bytes;
  std::string_view fault;  // what went wrong inside; empty: nothing
};

struct Surroundings {
  store::Store& store;
  const Clock& clock;
  IdSource& ids;
  Authenticate authenticate;
  Recognise recognise = {};
  analytics::Store* analytics = nullptr;  // for the mode query
  const web::WebApp* web_app = nullptr;   // has what no route has
  // Addresses, by how they begin, that pages in a frame without an origin of their own may use: no
  // cookie counts there.
  std::vector<std::string> for_frames = {};
  std::string public_origin;  // "https://sluis.example.com"; empty: as Host says
  unsigned workers = 2;       // threads for the modes prepare and file
  std::function<void(const Served&)> observe;

  bool is_for_frames(std::string_view path) const;
};

class Exchange;

class Dispatch : public http::Service {
 public:
  Dispatch(std::vector<Route> routes, Surroundings surroundings);

  http::Admission admit(const http::Head& head) override;
  void serve(const http::Request& request, http::Responder responder) override;
  const std::vector<Route>& routes() const { return routes_; }
  // Ends what it does on threads of its own, and begins no stream and no question any more: what
  // they follow and ask may go before the store does. The dispatch must outlive the store, whose
  // threads may still be answering requests that took longer than the server's patience.
  void finish();

 private:
  using Running = std::shared_ptr<Exchange>;
  bool takes_foreign(std::string_view path) const;
  bool preflights(const http::Head& head) const;
  http::Admission turn_away(const http::Head& head, const Refusal& refusal,
                            std::vector<http::Header> headers = {}) const;
  http::Reply web_app_reply(const http::Head& head) const;
  void run_in_memory(const Running& exchange);
  void run_in_snapshot(const Running& exchange);
  void run_in_query(const Running& exchange);
  void ask(const Running& exchange, const std::stop_token& departure);
  void run_in_unit(const Running& exchange);
  void run_to_append(const Running& exchange);
  void append_rows(const Running& exchange);
  void append_in_time(const Running& exchange, Handler::Writing writing);
  void run_in_pool(const Running& exchange);
  void run_in_stream(const Running& exchange);
  void look_again(const Running& exchange);

  const std::vector<Route> routes_;
  const Router router_;
  const Surroundings surroundings_;
  Workers workers_;
  Deadlines deadlines_;
  std::shared_mutex beginning_;  // shared by each stream and question while it begins
  bool finished_ = false;
};

}  // namespace sluis::api
