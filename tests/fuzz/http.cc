// A conversation over HTTP: however the bytes of a client are cut into pieces, the service sees the
// same requests and the client gets the same answers.
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "kernel/assert.h"
#include "platform/http/conversation.h"

namespace sluis::http {
namespace {

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

class Epoch final : public Clock {
 public:
  Instant now() const override { return Instant(0); }
};

// Notes what it is asked. The path decides how it answers, so that every way is tried.
class Noting final : public Service {
 public:
  Admission admit(const Head& head) override {
    Admission admission;
    note("admit", head);
    if (head.path == "/small") admission.body_bytes_max = 4;
    if (head.path == "/file") admission.to_file = true;
    if (head.path != "/no") return admission;
    admission.refusal.emplace();
    admission.refusal->status = 404;
    return admission;
  }

  void serve(const Request& request, Responder responder) override {
    note("serve", request.head);
    seen.append(request.body).append("\n");
    if (request.file) {
      std::ifstream file(request.file->path(), std::ios::binary);
      seen.append(std::istreambuf_iterator<char>(file), {});
    }
    if (request.head.path == "/silent") return;
    if (request.head.path == "/later") {
      later.emplace(std::move(responder));
      return;
    }
    Reply reply;
    reply.body = "yes";
    responder.reply(std::move(reply));
  }

  std::string seen;
  std::optional<Responder> later;

 private:
  void note(std::string_view what, const Head& head) {
    for (const std::string_view part :
         {what, head.method_text, head.target, head.path, head.query, head.host, head.peer})
      seen.append(part).append(" ");
    for (const Field& field : head.fields) {
      seen.append(field.name).append(":").append(field.value).append(" ");
      SLUIS_ASSERT(field.value.find_first_of(std::string_view("\r\n\0", 3)) ==
                   std::string_view::npos);
      SLUIS_ASSERT(!head.header(field.name).empty() || head.has(field.name));
    }
    seen.append("\n");
  }
};

// Brings answers back, as a connection does.
class Line final : public Answering {
 public:
  explicit Line(Conversation& conversation) : conversation_(conversation) {}
  void answer(Answer answer) override { conversation_.answer(std::move(answer)); }
  std::stop_token departure() override { return {}; }

 private:
  Conversation& conversation_;
};

struct Transcript {
  std::string seen;
  std::string sent;
  bool operator==(const Transcript&) const = default;
};

void collect(Outgoing& out, std::string& sent) {
  std::array<std::string_view, 4> pieces;
  while (!out.empty()) {
    std::size_t bytes = 0;
    for (const std::string_view piece : out.front(pieces)) {
      sent.append(piece);
      bytes += piece.size();
    }
    out.sent(bytes);
  }
}

std::string without_continue(std::string sent) {
  for (std::size_t at; (at = sent.find(kContinue)) != std::string::npos;)
    sent.erase(at, kContinue.size());
  return sent;
}

// Low limits, so that short inputs reach them.
Limits low_limits() {
  Limits limits;
  limits.header_bytes = 512;
  limits.header_fields = 8;
  limits.target_bytes = 64;
  return limits;
}

Transcript talk(std::string_view bytes, const std::function<std::size_t()>& piece_bytes) {
  static const Limits limits = low_limits();
  static const std::filesystem::path folder = std::filesystem::temp_directory_path();
  static const std::vector<std::string> trusted{"10.0.0.0/8"};
  static const Proxies proxies = *Proxies::parse(trusted);
  const Epoch clock;
  Noting service;
  Surroundings around({limits, folder, proxies, service, clock});
  Conversation conversation(around, {.address = "10.0.0.1", .secure = false});
  const auto line = std::make_shared<Line>(conversation);
  std::string sent;
  while (true) {
    const Conversation::Next next = conversation.proceed(line);
    collect(conversation.out(), sent);
    if (next == Conversation::Next::close) break;
    if (next == Conversation::Next::answer) {
      std::exchange(service.later, std::nullopt)->reply({});
    } else if (next == Conversation::Next::read && bytes.empty()) {
      conversation.ended();
    } else if (next == Conversation::Next::read) {
      const std::span<char> space = conversation.space();
      SLUIS_ASSERT(!space.empty());
      const std::size_t n = std::min({bytes.size(), space.size(), piece_bytes()});
      std::memcpy(space.data(), bytes.data(), n);
      bytes.remove_prefix(n);
      conversation.received(n);
    }
  }
  return {service.seen, without_continue(std::move(sent))};
}

}  // namespace
}  // namespace sluis::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sluis::http::talk;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = talk(bytes, [&] { return size; });
  SLUIS_ASSERT(talk(bytes, [] { return 1; }) == whole);
  // Pieces of all sizes, chosen by the input itself.
  std::size_t at = 0;
  SLUIS_ASSERT(talk(bytes, [&] { return 1 + data[at++ % size] % 61; }) == whole);
  return 0;
}
