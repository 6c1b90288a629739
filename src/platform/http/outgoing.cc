#include "platform/http/outgoing.h"

#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace sluis::http {
namespace {

// From this size on, a body is sent from where it is.
constexpr std::size_t kUncopiedBytesMin = 16 * 1024;
// Buffers larger than this are given back when they are empty.
constexpr std::size_t kKeptBytesMax = 64 * 1024;

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  out.append(digits.data(), end);
}

void append_status_line(std::string& out, int status) {
  if (status == 200) {
    out.append("HTTP/1.1 200 OK\r\n");
    return;
  }
  out.append("HTTP/1.1 ");
  append_number(out, static_cast<std::uint64_t>(status));
  out.append(" ").append(reason_phrase(status)).append("\r\n");
}

// A line break in a value would let its author write the rest of the reply.
void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  const std::size_t start = out.size();
  out.append(value);
  for (std::size_t i = start; i < out.size(); ++i)
    if (const auto c = static_cast<unsigned char>(out[i]); c < ' ' || c == 0x7f) out[i] = ' ';
  out.append("\r\n");
}

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

}  // namespace

std::string_view DateLine::at(Instant now) {
  const std::int64_t second = now.micros() / 1'000'000;
  if (second == second_) return line_;
  static constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date date = utc_day(now);
  const std::chrono::weekday weekday(date.days());
  const std::int64_t of_day = second % 86'400;
  line_ = fmt::format("Date: {}, {:02} {} {} {:02}:{:02}:{:02} GMT\r\n",
                      kDays[weekday.c_encoding()], date.day(), kMonths[date.month() - 1],
                      date.year(), of_day / 3600, of_day / 60 % 60, of_day % 60);
  second_ = second;
  return line_;
}

void Outgoing::append(std::string_view bytes) {
  open_.append(bytes);
  size_ += bytes.size();
}

void Outgoing::append(Reply&& reply, Framing framing, std::string_view date_line) {
  const std::size_t before = open_.size();
  append_status_line(open_, reply.status);
  open_.append(date_line);
  if (!reply.content_type.empty()) append_field(open_, "Content-Type", reply.content_type);
  const bool with_body = has_body(reply.status);
  if (with_body) {
    open_.append("Content-Length: ");
    append_number(open_, reply.shared_body ? reply.shared_body->size() : reply.body.size());
    open_.append("\r\n");
  }
  for (const Header& header : reply.headers)
    append_field(open_, header.name, header.value);
  if (framing.close) {
    open_.append("Connection: close\r\n");
  } else if (framing.keep_alive) {
    open_.append("Connection: keep-alive\r\n");
  }
  open_.append("\r\n");
  size_ += open_.size() - before;
  if (with_body && !framing.head_only) append_body(std::move(reply));
}

void Outgoing::append_body(Reply&& reply) {
  const std::string_view body = reply.shared_body ? *reply.shared_body : reply.body;
  if (body.size() < kUncopiedBytesMin) {
    append(body);
    return;
  }
  size_ += body.size();
  if (!open_.empty()) closed_.push_back({std::exchange(open_, {}), nullptr});
  closed_.push_back({std::move(reply.body), std::move(reply.shared_body)});
}

void Outgoing::append_endless(std::string_view content_type, std::span<const Header> headers,
                              std::string_view date_line) {
  const std::size_t before = open_.size();
  append_status_line(open_, 200);
  open_.append(date_line);
  append_field(open_, "Content-Type", content_type);
  for (const Header& header : headers)
    append_field(open_, header.name, header.value);
  open_.append("Cache-Control: no-store\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n");
  size_ += open_.size() - before;
}

std::span<std::string_view> Outgoing::front(std::span<std::string_view> pieces) const {
  std::size_t n = 0;
  for (auto piece = closed_.begin(); piece != closed_.end() && n < pieces.size(); ++piece)
    pieces[n++] = piece->view();
  if (n < pieces.size() && !open_.empty()) pieces[n++] = open_;
  if (n > 0) pieces[0].remove_prefix(front_sent_);
  return pieces.first(n);
}

void Outgoing::sent(std::size_t bytes) {
  size_ -= bytes;
  bytes += front_sent_;
  while (!closed_.empty() && bytes >= closed_.front().view().size()) {
    bytes -= closed_.front().view().size();
    closed_.pop_front();
  }
  front_sent_ = bytes;
  if (size_ > 0) return;
  front_sent_ = 0;
  open_.clear();
  if (open_.capacity() > kKeptBytesMax) open_ = {};
}

}  // namespace sluis::http
