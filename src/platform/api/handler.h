// Handlers are plain functions; api::read(f), api::write(f) … wrap one with the way it runs and the
// shapes of its input and output, so that a route table is data.
//
//   memory   Result<Out> f(const Call&, const In&)                 on the connection's thread
//   read     Result<Out> f(store::Snapshot&, const Call&, const In&)     on the reader pool
//   query    Result<Out> f(Stores&, const Call&, const In&)        on an analytical connection,
//   under
//                                                                  the time limit of the route
//   write    Result<Out> f(store::Tx&, const Call&, const In&)     one unit; answered once durable;
//                                                                  may run again, does no other I/O
//   append   Result<Rows<Out>> f(const Call&, const In&)           on the connection's thread, from
//                                                                  memory; the rows are written in
//                                                                  one unit, as those of `write`
//   prepare  Result<Out> f(store::Store&, const Call&, const In&)  on a bounded pool: slow pure
//   work
//                                                                  such as hashing a password, and
//                                                                  units of its own
//   file     as prepare; the body went to a file (In has `FileBody body`)
//   stream   Result<std::shared_ptr<http::EventStream>> f(store::Snapshot&, const Call&, const In&)
//
// Requests in the words of others have handlers of their own: foreign.h.
//
// In is a described struct and may be left out. Out is a described struct, Page<T>, Download, void,
// or Reply<> of one of these.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <type_traits>

#include "kernel/json.h"
#include "platform/api/input.h"
#include "platform/http/event_stream.h"
#include "platform/store/store.h"

namespace sluis::analytics {
class Snapshot;
}

namespace sluis::api {

enum class Mode : std::uint8_t { memory, read, query, write, append, prepare, file, stream };

// What was decided from memory and is still to be written. May run again; what it needs of the
// request stays until that is answered.
template <class Out>
struct Rows {
  std::function<Result<Out>(store::Tx&)> write;
  // The answer when that fails or takes longer than this; nothing of it is begun after that.
  std::optional<Out> instead = {};
  std::chrono::milliseconds within{0};
};

// What a handler takes and gives, for the API description.
struct Shape {
  input::Fields input;              // its body beside the parameters of path and query
  const JsonForm* reply = nullptr;  // null: no body, or not JSON
  bool download = false;            // not JSON
};

// A described struct without fields, for handlers without input.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

// What a `query` handler reads: one state of the figures, and the operational store in snapshots of
// its own.
struct Stores {
  analytics::Snapshot& figures;
  store::Store& store;
};

struct Handler {
  using Input = std::shared_ptr<const void>;
  using Answer = Result<http::Reply>;
  using Stream = Result<std::shared_ptr<http::EventStream>>;
  struct Writing {
    std::function<Answer(store::Tx&)> write;
    std::optional<http::Reply> instead = {};
    std::chrono::milliseconds within{0};
  };

  Mode mode;
  std::function<Result<Input>(const RawInput&)> parse;
  Shape shape;
  bool foreign = false;                                  // see foreign.h
  std::function<Credentials(const Input&)> credentials;  // of a foreign append
  // The one of its mode is set.
  std::function<Answer(const Call&, const Input&)> in_memory;
  std::function<Answer(store::Snapshot&, const Call&, const Input&)> in_snapshot;
  std::function<Answer(Stores&, const Call&, const Input&)> in_query;
  std::function<Answer(store::Tx&, const Call&, const Input&)> in_unit;
  std::function<Result<Writing>(const Call&, const Input&)> to_append;
  std::function<Answer(store::Store&, const Call&, const Input&)> in_pool;
  std::function<Stream(store::Snapshot&, const Call&, const Input&)> in_stream;
};

// Headers and bytes of the answer to be sent.
http::Reply json_reply(int status, const JsonForm& form, const void* value,
                       std::optional<std::int64_t> version, std::vector<http::Header> headers);
http::Reply empty_reply(std::optional<std::int64_t> version, std::vector<http::Header> headers);
http::Reply download_reply(Download download, std::vector<http::Header> headers);

namespace handler {  // the pieces of read(), write() …

template <class T>
struct Unwrapped {
  using type = T;
};
template <class T>
struct Unwrapped<Reply<T>> {
  using type = T;
};
template <class T>
struct Unwrapped<Rows<T>> : Unwrapped<T> {};

template <class T>
http::Reply rendered(Reply<T> reply) {
  if constexpr (std::same_as<T, Download>) {
    return download_reply(std::move(reply.value), std::move(reply.headers));
  } else {
    return json_reply(reply.status, kJsonForm<T>, &reply.value, reply.version,
                      std::move(reply.headers));
  }
}
template <>
inline http::Reply rendered(Reply<Nothing> reply) {
  return empty_reply(reply.version, std::move(reply.headers));
}
template <class T>
http::Reply rendered(T value) {
  return rendered(Reply<T>{.value = std::move(value), .version = {}, .headers = {}});
}

template <class Out>
Handler::Answer answered(Result<Out> out) {
  if (!out) return std::unexpected(std::move(out).error());
  if constexpr (std::is_void_v<Out>) {
    return rendered(Nothing{});
  } else {
    return rendered(*std::move(out));
  }
}

// The input type of R f(Where&, const Call&[, const In&]) or R f(const Call&[, const In&]).
template <class F>
struct Signature;
template <class Out, class Where, class In>
struct Signature<Result<Out> (*)(Where&, const Call&, const In&)> {
  using Input = In;
  using Output = Out;
};
template <class Out, class Where>
struct Signature<Result<Out> (*)(Where&, const Call&)> {
  using Input = Nothing;
  using Output = Out;
};
template <class Out, class In>
struct Signature<Result<Out> (*)(const Call&, const In&)> {
  using Input = In;
  using Output = Out;
};
template <class Out>
struct Signature<Result<Out> (*)(const Call&)> {
  using Input = Nothing;
  using Output = Out;
};

// A function pointer as it is; a lambda or other object through its call operator.
template <class F>
struct Pointer {
  using type = F;
};
template <class R, class C, class... A>
struct Pointer<R (C::*)(A...) const> {
  using type = R (*)(A...);
};
template <class F>
  requires std::is_class_v<F>
struct Pointer<F> : Pointer<decltype(&F::operator())> {};

template <class F>
using SignatureOf = Signature<typename Pointer<F>::type>;

template <class In>
Result<Handler::Input> parsed(const RawInput& raw) {
  auto in = std::make_shared<In>();
  TRY_VOID(read_fields(raw, input::kFields<In>, in.get()));
  return in;
}

template <class F>
Shape shape_of() {
  using Value = typename Unwrapped<typename SignatureOf<F>::Output>::type;
  Shape shape{.input = input::kFields<typename SignatureOf<F>::Input>};
  if constexpr (std::same_as<Value, Download>) {
    shape.download = true;
  } else if constexpr (DescribedStruct<Value> && !std::same_as<Value, Nothing>) {
    shape.reply = &kJsonForm<Value>;
  }
  return shape;
}

template <class F>
Handler described(Mode mode) {
  Handler handler;
  handler.mode = mode;
  handler.parse = parsed<typename SignatureOf<F>::Input>;
  handler.shape = shape_of<F>();
  return handler;
}

// Calls f with its typed input, if it takes one.
template <class F, class... Where>
auto call(const F& f, const Handler::Input& input, Where&... where) {
  using In = typename SignatureOf<F>::Input;
  if constexpr (std::is_invocable_v<const F&, Where&..., const In&>) {
    return f(where..., *static_cast<const In*>(input.get()));
  } else {
    return f(where...);
  }
}

// A plain function of which only `run` knows the types; one type for all of them, since a closure
// for each would have its own copy of what std::function needs.
template <class Where>
struct Plain {
  using Function = void (*)();
  Function f;
  Handler::Answer (*run)(Function f, Where& where, const Call& about, const Handler::Input& input);

  Handler::Answer operator()(Where& where, const Call& about, const Handler::Input& input) const {
    return run(f, where, about, input);
  }
};

template <class Where, class F>
Handler::Answer run(typename Plain<Where>::Function f, Where& where, const Call& about,
                    const Handler::Input& input) {
  return answered(call(reinterpret_cast<F>(f), input, where, about));
}

template <class Where, class F>
std::function<Handler::Answer(Where&, const Call&, const Handler::Input&)> in(F f) {
  if constexpr (std::is_pointer_v<F>) {
    return Plain<Where>{reinterpret_cast<typename Plain<Where>::Function>(f), run<Where, F>};
  } else {
    return [f](Where& where, const Call& about, const Handler::Input& input) {
      return answered(call(f, input, where, about));
    };
  }
}

template <class F>
Handler in_pool(Mode mode, F f) {
  Handler handler = described<F>(mode);
  handler.in_pool = in<store::Store>(f);
  return handler;
}

}  // namespace handler

template <class F>
Handler memory(F f) {
  Handler handler = handler::described<F>(Mode::memory);
  handler.in_memory = [f](const Call& about, const Handler::Input& input) {
    return handler::answered(handler::call(f, input, about));
  };
  return handler;
}

template <class F>
Handler read(F f) {
  Handler handler = handler::described<F>(Mode::read);
  handler.in_snapshot = handler::in<store::Snapshot>(f);
  return handler;
}

template <class F>
Handler query(F f) {
  Handler handler = handler::described<F>(Mode::query);
  handler.in_query = handler::in<Stores>(f);
  return handler;
}

template <class F>
Handler write(F f) {
  Handler handler = handler::described<F>(Mode::write);
  handler.in_unit = handler::in<store::Tx>(f);
  return handler;
}

template <class F>
Handler append(F f) {
  Handler handler = handler::described<F>(Mode::append);
  handler.to_append = [f](const Call& about,
                          const Handler::Input& input) -> Result<Handler::Writing> {
    auto rows = TRY(handler::call(f, input, about));
    Handler::Writing writing{.write = [write = std::move(rows.write)](
                                          store::Tx& tx) { return handler::answered(write(tx)); },
                             .within = rows.within};
    if (rows.instead) writing.instead = handler::rendered(*std::move(rows.instead));
    return writing;
  };
  return handler;
}

template <class F>
Handler prepare(F f) {
  return handler::in_pool(Mode::prepare, f);
}

template <class F>
Handler file(F f) {
  return handler::in_pool(Mode::file, f);
}

template <class F>
Handler stream(F f) {
  Handler handler = handler::described<F>(Mode::stream);
  handler.in_stream = [f](store::Snapshot& snapshot, const Call& about,
                          const Handler::Input& input) {
    return handler::call(f, input, snapshot, about);
  };
  return handler;
}

}  // namespace sluis::api
