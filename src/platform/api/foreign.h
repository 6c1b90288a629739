// Handlers of requests in the words of others. Such a request is read as it came: no cookie counts
// for it, its key stands where its convention has it, and any page may send it and read the answer.
//
// foreign<In>(read, f) is an append. `read` makes a std::shared_ptr<In> of the request, on the
// connection's thread; In has credentials(). It cannot refuse: who may not send is told that before
// anything else. Then f(const Call&, const In&) gives Result<Rows<http::Reply>>.
// foreign_answer(f) is a memory: f(const Foreign&) gives the http::Reply.
// foreign_work(f) is a prepare of anyone's: f(store::Store&, const Call&, const Foreign&) gives the
// http::Reply. It finds out itself who asks, and says what it refuses in the words of its
// convention.
#pragma once

#include "platform/api/handler.h"

namespace sluis::api {

// Nothing of it was checked.
struct Foreign {
  http::Head head;
  std::string_view body;
  Instant received;
};

template <class In, class Read, class F>
Handler foreign(Read read, F f) {
  Handler handler;
  handler.mode = Mode::append;
  handler.foreign = true;
  handler.parse = [read](const RawInput& raw) -> Result<Handler::Input> {
    return std::shared_ptr<const In>(read(Foreign{*raw.head, raw.body, raw.received}));
  };
  handler.credentials = [](const Handler::Input& input) {
    return static_cast<const In*>(input.get())->credentials();
  };
  handler.to_append = [f](const Call& about,
                          const Handler::Input& input) -> Result<Handler::Writing> {
    Rows<http::Reply> rows = TRY(f(about, *static_cast<const In*>(input.get())));
    return Handler::Writing{std::move(rows.write), std::move(rows.instead), rows.within};
  };
  return handler;
}

// A request that is handed on as it came.
inline Handler foreign_as_it_came(Mode mode) {
  Handler handler;
  handler.mode = mode;
  handler.foreign = true;
  handler.parse = [](const RawInput& raw) -> Result<Handler::Input> {
    return std::make_shared<const Foreign>(Foreign{*raw.head, raw.body, raw.received});
  };
  return handler;
}

template <class F>
Handler foreign_answer(F f) {
  Handler handler = foreign_as_it_came(Mode::memory);
  handler.in_memory = [f](const Call&, const Handler::Input& input) -> Handler::Answer {
    return f(*static_cast<const Foreign*>(input.get()));
  };
  return handler;
}

template <class F>
Handler foreign_work(F f) {
  Handler handler = foreign_as_it_came(Mode::prepare);
  handler.in_pool = [f](store::Store& store, const Call& about,
                        const Handler::Input& input) -> Handler::Answer {
    return f(store, about, *static_cast<const Foreign*>(input.get()));
  };
  return handler;
}

}  // namespace sluis::api
