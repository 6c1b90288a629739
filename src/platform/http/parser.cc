#include "platform/http/parser.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include <boost/beast/http/basic_parser.hpp>

namespace sluis::http {
namespace {

namespace beast = boost::beast;
using Error = beast::error_code;
using Octets = boost::asio::const_buffer;

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::get;
    case beast::http::verb::head:
      return Method::head;
    case beast::http::verb::post:
      return Method::post;
    case beast::http::verb::put:
      return Method::put;
    case beast::http::verb::patch:
      return Method::patch;
    case beast::http::verb::delete_:
      return Method::del;
    case beast::http::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_host(std::string_view host) {
  constexpr std::string_view kOthers = "-._~%!$&'()*+,;=:[]";
  return std::ranges::all_of(host, [&](char c) {
    return is_digit(c) || is_letter(c) || kOthers.find(c) != std::string_view::npos;
  });
}

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

// The request line of a version that is well formed but not ours.
bool names_other_version(std::string_view head) {
  const std::string_view line = head.substr(0, head.find("\r\n"));
  if (std::ranges::count(line, ' ') != 2) return false;
  const std::string_view version = line.substr(line.rfind(' ') + 1);
  return version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
         version[6] == '.' && is_digit(version[7]);
}

// Takes "http://host" off an absolute target, as sent to proxies.
std::optional<std::string_view> take_authority(std::string_view& target) {
  const std::size_t scheme = target.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  const std::string_view name = target.substr(0, scheme);
  if (!equal_ignoring_case(name, "http") && !equal_ignoring_case(name, "https"))
    return std::nullopt;
  const std::string_view rest = target.substr(scheme + 3);
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  target = rest.substr(end);
  return rest.substr(0, end);
}

// What the callbacks of the grammar saw of one message.
struct Seen {
  std::string_view bytes;  // the whole head
  MaybeFault fault = nullptr;
  Method method = Method::other;
  std::string_view method_text;
  std::string_view target;
  int version = 11;
  std::size_t hosts = 0;
  std::string_view host;
  std::size_t lengths = 0;
  std::string_view length;
  std::size_t codings = 0;
  std::string_view coding;
  std::string_view expectation;
};

class Message final : public beast::http::basic_parser<true> {
 public:
  Message(Seen& seen, std::vector<Field>& fields, std::size_t fields_max)
      : seen_(seen), fields_(fields), fields_max_(fields_max) {
    // The limits are kept elsewhere: on the head before it comes here, on the body afterwards.
    header_limit(std::numeric_limits<std::uint32_t>::max());
    body_limit(boost::none);
  }

 private:
  using View = beast::string_view;
  using Length = boost::optional<std::uint64_t>;

  void stop(const Fault& fault, Error& error) {
    seen_.fault = &fault;
    error = beast::http::error::bad_field;
  }

  // A folded value is either put together elsewhere or has a line break before it.
  bool is_folded(View name, View value) const {
    const char* const name_end = name.data() + name.size();
    const char* const end = seen_.bytes.data() + seen_.bytes.size();
    if (std::less<>()(value.data(), name_end) || !std::less<>()(value.data(), end)) return true;
    return std::find(name_end, value.data(), '\n') != value.data();
  }

  void on_request_impl(beast::http::verb verb, View method, View target, int version,
                       Error&) override {
    seen_.method = method_of(verb);
    seen_.method_text = view(method);
    seen_.target = view(target);
    seen_.version = version;
  }

  void on_field_impl(beast::http::field field, View name, View value, Error& error) override {
    if (is_folded(name, value)) return stop(kBadField, error);
    if (fields_.size() == fields_max_) return stop(kHeadTooLarge, error);
    fields_.push_back({view(name), view(value)});
    note(field, view(value));
  }

  void note(beast::http::field field, std::string_view value) {
    switch (field) {
      case beast::http::field::host:
        ++seen_.hosts;
        seen_.host = value;
        return;
      case beast::http::field::content_length:
        ++seen_.lengths;
        seen_.length = value;
        return;
      case beast::http::field::transfer_encoding:
        ++seen_.codings;
        seen_.coding = value;
        return;
      case beast::http::field::expect:
        seen_.expectation = value;
        return;
      default:
        return;
    }
  }

  void on_response_impl(int, View, int, Error&) override {}

  // The body is not read here: Beast's decoder of chunks asserts when they come in small pieces.
  std::size_t on_chunk_body_impl(std::uint64_t, View content, Error&) override {
    return content.size();
  }

  std::size_t on_body_impl(View content, Error&) override { return content.size(); }
  void on_header_impl(Error&) override {}
  void on_body_init_impl(const Length&, Error&) override {}
  void on_chunk_header_impl(std::uint64_t, View, Error&) override {}
  void on_finish_impl(Error&) override {}

  Seen& seen_;
  std::vector<Field>& fields_;
  const std::size_t fields_max_;
};

MaybeFault fault_of(Error error, const Seen& seen) {
  if (seen.fault != nullptr) return seen.fault;
  switch (static_cast<beast::http::error>(error.value())) {
    case beast::http::error::bad_version:
      return names_other_version(seen.bytes) ? &kBadVersion : &kBadRequestLine;
    case beast::http::error::bad_method:
      return &kBadRequestLine;
    case beast::http::error::bad_target:
      return &kBadTarget;
    case beast::http::error::bad_content_length:
    case beast::http::error::multiple_content_length:
    case beast::http::error::bad_transfer_encoding:
      return &kBadLength;
    default:
      return &kBadField;
  }
}

// Splits the target; an absolute one names the host itself (RFC 9112, 3.2.2).
MaybeFault read_target(const Seen& seen, Head& head) {
  if (!is_ascii(seen.target) || seen.target.find('#') != std::string_view::npos) return &kBadTarget;
  std::string_view rest = seen.target;
  if (const auto authority = take_authority(rest)) {
    head.host = *authority;
    if (head.host.empty()) return &kBadTarget;
    if (!rest.starts_with('/')) return &kBadTarget;
  } else if (rest == "*") {
    if (seen.method != Method::options) return &kBadTarget;
  } else if (!rest.starts_with('/')) {
    return &kBadTarget;
  }
  head.target = rest;
  const std::size_t mark = rest.find('?');
  head.path = rest.substr(0, mark);
  head.query = mark == std::string_view::npos ? std::string_view() : rest.substr(mark + 1);
  return nullptr;
}

MaybeFault read_host(const Seen& seen, bool http_1_0, Head& head) {
  if (seen.hosts > 1 || (seen.hosts == 0 && !http_1_0)) return &kBadHost;
  if (!is_host(seen.host)) return &kBadHost;
  if (head.host.empty()) head.host = seen.host;
  return is_host(head.host) ? nullptr : &kBadHost;
}

MaybeFault read_body_form(const Seen& seen, ParsedHead& parsed) {
  if (seen.codings > 0) {
    if (seen.codings > 1 || seen.lengths > 0 || parsed.http_1_0) return &kBadLength;
    if (!equal_ignoring_case(seen.coding, "chunked")) return &kUnknownCoding;
    parsed.body = BodyForm::chunked;
    return nullptr;
  }
  if (seen.lengths == 0) return nullptr;
  // A list of equal lengths may be understood, but one who sends that is up to no good.
  if (seen.lengths > 1 || !std::ranges::all_of(seen.length, is_digit)) return &kBadLength;
  return nullptr;
}

}  // namespace

// One message at a time: Beast's parser cannot be used again, so it is made anew in its place.
class RequestParser::Grammar {
 public:
  explicit Grammar(const Limits& limits) : limits_(limits) { fields_.reserve(16); }

  MaybeFault read_head(std::string_view bytes, ParsedHead& parsed) {
    seen_ = {};
    seen_.bytes = bytes;
    fields_.clear();
    parsed = {};
    message_.emplace(seen_, fields_, limits_.header_fields);
    Error error;
    const std::size_t taken = message_->put(Octets(bytes.data(), bytes.size()), error);
    if (error) return fault_of(error, seen_);
    if (taken != bytes.size()) return &kBadField;
    return check(parsed);
  }

 private:
  MaybeFault check(ParsedHead& parsed) {
    Head& head = parsed.head;
    head.method = seen_.method;
    head.method_text = seen_.method_text;
    head.fields = fields_;
    parsed.http_1_0 = seen_.version == 10;
    parsed.keep_alive = message_->keep_alive();
    if (seen_.target.size() > limits_.target_bytes) return &kTargetTooLong;
    if (const MaybeFault fault = read_target(seen_, head)) return fault;
    if (const MaybeFault fault = read_host(seen_, parsed.http_1_0, head)) return fault;
    if (const MaybeFault fault = read_body_form(seen_, parsed)) return fault;
    if (const auto length = message_->content_length(); length && *length > 0) {
      parsed.body = BodyForm::length;
      parsed.body_bytes = *length;
    }
    return check_expectation(parsed);
  }

  MaybeFault check_expectation(ParsedHead& parsed) const {
    if (seen_.expectation.empty() || parsed.http_1_0) return nullptr;
    if (!equal_ignoring_case(seen_.expectation, "100-continue")) return &kBadExpectation;
    parsed.expects_continue = parsed.body != BodyForm::none;
    return nullptr;
  }

  const Limits limits_;
  std::optional<Message> message_;
  Seen seen_;
  std::vector<Field> fields_;
};

RequestParser::RequestParser(const Limits& limits) : grammar_(std::make_unique<Grammar>(limits)) {}
RequestParser::~RequestParser() = default;

MaybeFault RequestParser::read_head(std::string_view bytes, ParsedHead& parsed) {
  return grammar_->read_head(bytes, parsed);
}

}  // namespace sluis::http
