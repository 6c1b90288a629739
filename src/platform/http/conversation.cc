#include "platform/http/conversation.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "kernel/assert.h"
#include "platform/http/event_stream.h"
#include "platform/http/socket.h"

namespace sluis::http {
namespace {

constexpr std::size_t kBufferBytes = 8 * 1024;
// A refused body up to this size is read and thrown away; for a larger one the connection closes.
constexpr std::uint64_t kThrownAwayBytesMax = 64 * 1024;
constexpr std::size_t kNoEnd = 0;

bool lists_token(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view item = list.substr(0, comma);
    while (item.starts_with(' ') || item.starts_with('\t'))
      item.remove_prefix(1);
    while (item.ends_with(' ') || item.ends_with('\t'))
      item.remove_suffix(1);
    if (equal_ignoring_case(item, token)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace

Conversation::Conversation(Surroundings& around, Peer peer)
    : around_(around),
      peer_(std::move(peer)),
      from_proxy_(around.proxies.trusts(peer_.address)),
      parser_(around.limits),
      body_(around.staging_folder),
      buffer_(kBufferBytes) {}

Conversation::Next Conversation::proceed(const std::shared_ptr<Answering>& self) {
  while (true) {
    if (out_.size() > around_.limits.unsent_bytes) return Next::proceed;
    switch (phase_) {
      case Phase::head:
        if (!read_head()) return Next::read;
        break;
      case Phase::body:
        if (!read_body()) return Next::read;
        break;
      case Phase::ready:
        serve(self);
        break;
      case Phase::answering:
        return Next::answer;
      case Phase::streaming:
        return Next::stream;
      case Phase::upgraded:
        return Next::upgrade;
      case Phase::closing:
        return Next::close;
    }
  }
}

std::string_view Conversation::buffered() const {
  return {buffer_.data() + begin_, end_ - begin_};
}

std::span<char> Conversation::space() {
  if (phase_ == Phase::body) return body_.space();
  if (end_ == buffer_.size()) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
    if (end_ > buffer_.size() / 2) buffer_.resize(buffer_.size() * 2);
  }
  return std::span(buffer_).subspan(end_);
}

void Conversation::received(std::size_t bytes) {
  around_.counters.bytes_received.add(bytes);
  if (phase_ == Phase::body) {
    body_.received(bytes);
  } else {
    end_ += bytes;
  }
}

// Nothing more will come, and what is there is not a whole request.
void Conversation::ended() {
  phase_ = Phase::closing;
}

void Conversation::timed_out() {
  refuse(kTooSlow);
}

Conversation::Awaiting Conversation::awaiting() const {
  if (phase_ == Phase::body) return Awaiting::body;
  return begin_ == end_ ? Awaiting::request : Awaiting::head;
}

bool Conversation::read_head() {
  if (finishing_ && begin_ == end_) {
    phase_ = Phase::closing;
    return true;
  }
  // Some clients send an empty line after a body (RFC 9112, 2.2).
  while (buffered().starts_with("\r\n")) {
    begin_ += 2;
    scanned_ = 0;
  }
  const std::size_t head_bytes = find_head_end(buffered());
  if (phase_ != Phase::head) return true;
  if (head_bytes == kNoEnd) {
    if (begin_ == end_) begin_ = end_ = 0;
    return false;
  }
  const std::string_view head = buffered().substr(0, head_bytes);
  begin_ += head_bytes;
  scanned_ = 0;
  line_seen_ = false;
  begin_request(head);
  return true;
}

// The number of bytes up to and including the empty line. Judges nothing but what would keep us
// waiting for an end that will not come.
std::size_t Conversation::find_head_end(std::string_view bytes) {
  bytes = bytes.substr(0, around_.limits.header_bytes);
  if (!bytes.empty() && bytes[0] != '\r' && (bytes[0] <= ' ' || bytes[0] > '~')) {
    refuse(kBadRequestLine);
    return kNoEnd;
  }
  while (scanned_ < bytes.size()) {
    const std::size_t feed = bytes.find('\n', scanned_);
    scanned_ = std::min(feed, bytes.size() - 1) + 1;
    if (feed == std::string_view::npos) break;
    if (feed == 0 || bytes[feed - 1] != '\r') {
      refuse(kBadLineEnding);
      return kNoEnd;
    }
    if (feed >= 3 && bytes[feed - 2] == '\n') return feed + 1;
    line_seen_ = line_seen_ || feed > 1;
  }
  if (bytes.size() == around_.limits.header_bytes)
    refuse(line_seen_ ? kHeadTooLarge : kTargetTooLong);
  return kNoEnd;
}

void Conversation::begin_request(std::string_view head) {
  ++requests_begun_;
  if (const MaybeFault fault = parser_.read_head(head, parsed_)) return refuse(*fault);
  request_.head = parsed_.head;
  name_client();
  around_.counters.requests.add(1);
  receive(admission());
}

// What admit() throws becomes a 500, as what serve() throws does.
Admission Conversation::admission() {
  try {
    return around_.service.admit(request_.head);
  } catch (const std::exception&) {
    around_.counters.requests_failed.add(1);
    return {.refusal = reply_to(kUnanswered, language())};
  }
}

void Conversation::name_client() {
  Head& head = request_.head;
  head.peer = peer_.address;
  head.secure = peer_.secure;
  if (!from_proxy_) return;
  const std::string_view client = around_.proxies.client_of(head);
  if (!client.empty()) head.peer = client;
  head.secure = equal_ignoring_case(head.header("X-Forwarded-Proto"), "https");
}

// Decides what becomes of the body; most requests have none, or it is here already.
void Conversation::receive(Admission admission) {
  if (admission.refusal) return turn_away(*std::move(admission.refusal));
  if (parsed_.body == BodyForm::none) {
    phase_ = Phase::ready;
    return;
  }
  if (parsed_.body_bytes > admission.body_bytes_max) return refuse(kBodyTooLarge);
  const bool whole = parsed_.body == BodyForm::length && parsed_.body_bytes <= buffered().size();
  if (whole && !admission.to_file) {
    request_.body = buffered().substr(0, parsed_.body_bytes);
    begin_ += parsed_.body_bytes;
    phase_ = Phase::ready;
    return;
  }
  const auto into = admission.to_file ? BodyReader::Into::file : BodyReader::Into::memory;
  if (const MaybeFault fault = body_.begin(parsed_, into, admission.body_bytes_max))
    return refuse(*fault);
  if (parsed_.expects_continue && begin_ == end_) out_.append("HTTP/1.1 100 Continue\r\n\r\n");
  phase_ = Phase::body;
  begin_ += body_.take(buffered());
}

// A refusal before the body. The connection can go on only when the body is out of the way.
void Conversation::turn_away(Reply reply) {
  if (parsed_.body == BodyForm::none) return append(std::move(reply));
  if (parsed_.expects_continue || parsed_.body_bytes > kThrownAwayBytesMax) {
    finishing_ = true;
    return append(std::move(reply));
  }
  body_.begin(parsed_, BodyReader::Into::nowhere, kThrownAwayBytesMax);
  refusal_ = std::move(reply);
  phase_ = Phase::body;
  begin_ += body_.take(buffered());
}

bool Conversation::read_body() {
  const MaybeFault fault = body_.fault();
  if (fault == nullptr && !body_.done()) return false;
  if (refusal_) {
    finishing_ = finishing_ || fault != nullptr;
    append(*std::exchange(refusal_, std::nullopt));
    return true;
  }
  if (fault != nullptr) {
    refuse(*fault);
    return true;
  }
  request_.body = body_.content();
  request_.file = body_.file();
  phase_ = Phase::ready;
  return true;
}

void Conversation::serve(const std::shared_ptr<Answering>& self) {
  phase_ = Phase::answering;
  serving_ = true;
  try {
    around_.service.serve(request_, Responder(self));
  } catch (const std::exception&) {
    // One request that goes wrong takes no other with it: its Responder has answered 500.
    around_.counters.requests_failed.add(1);
  }
  serving_ = false;
}

void Conversation::answer(Answer answer) {
  SLUIS_ASSERT(phase_ == Phase::answering);
  if (auto* const reply = std::get_if<Reply>(&answer)) {
    append(std::move(*reply));
  } else if (auto* const events = std::get_if<Events>(&answer)) {
    begin_stream(std::move(*events));
  } else {
    begin_socket(std::move(std::get<std::shared_ptr<Socket>>(answer)));
  }
}

void Conversation::append(Reply reply) {
  const bool close = !parsed_.keep_alive || finishing_;
  const Outgoing::Framing framing{.close = close,
                                  .keep_alive = parsed_.http_1_0,
                                  .head_only = parsed_.head.method == Method::head};
  out_.append(std::move(reply), framing, around_.date_line.at(around_.clock.now()));
  finish_request();
  phase_ = close ? Phase::closing : Phase::head;
}

// From here on the views of the request are gone and the buffer may be written again.
void Conversation::finish_request() {
  request_.head = {};
  request_.file.reset();
  if (std::exchange(parsed_, {}).body == BodyForm::none) return;
  if (const std::string_view rest = body_.rest(); !rest.empty()) {
    SLUIS_ASSERT(begin_ == end_);
    if (buffer_.size() < rest.size()) buffer_.resize(rest.size());
    std::ranges::copy(rest, buffer_.begin());
    begin_ = 0;
    end_ = rest.size();
  }
  request_.body = {};
  body_.end();
}

void Conversation::begin_stream(Events events) {
  out_.append_endless("text/event-stream", events.headers,
                      around_.date_line.at(around_.clock.now()));
  if (parsed_.head.method == Method::head) {
    events.stream->detach();
    phase_ = Phase::closing;
    return;
  }
  stream_ = std::move(events.stream);
  phase_ = Phase::streaming;
}

void Conversation::begin_socket(std::shared_ptr<Socket> socket) {
  if (const MaybeFault fault = check_handshake()) {
    socket->detach({.code = 1006, .reason = {}});
    Reply reply = reply_to(*fault, language());
    if (fault == &kUpgradeRequired)
      reply.headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"}};
    return append(std::move(reply));
  }
  socket_ = std::move(socket);
  phase_ = Phase::upgraded;
}

MaybeFault Conversation::check_handshake() const {
  constexpr std::size_t kKeyBytes = 24;  // sixteen bytes in base 64
  const Head& head = request_.head;
  if (!lists_token(head.header("Connection"), "upgrade") ||
      !lists_token(head.header("Upgrade"), "websocket") ||
      head.header("Sec-WebSocket-Version") != "13")
    return &kUpgradeRequired;
  const bool plain = head.method == Method::get && !parsed_.http_1_0 &&
                     parsed_.body == BodyForm::none && begin_ == end_;
  return plain && head.header("Sec-WebSocket-Key").size() == kKeyBytes ? nullptr : &kNoHandshake;
}

void Conversation::refuse(const Fault& fault) {
  around_.counters.requests_refused.add(1);
  out_.append(reply_to(fault, language()),
              {.close = true, .head_only = parsed_.head.method == Method::head},
              around_.date_line.at(around_.clock.now()));
  phase_ = Phase::closing;
}

Language Conversation::language() const {
  const std::string_view wanted = parsed_.head.header("Accept-Language");
  return equal_ignoring_case(wanted.substr(0, 2), "nl") ? Language::nl : Language::en;
}

}  // namespace sluis::http
