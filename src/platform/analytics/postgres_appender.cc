#include "platform/analytics/postgres_appender.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libpq-fe.h>

#include "kernel/assert.h"
#include "platform/store/failure.h"

namespace sluis::analytics {
namespace {

using store::Error;
using store::Failure;

constexpr std::size_t kHandOverBytes = 256 * 1024;

// Rows in COPY's text format: a tab between columns, "\N" for null, and a backslash before what
// would be read as one of these.
class CopyAppender final : public Appender {
 public:
  CopyAppender(pg_conn* connection, const InsertForm& form)
      : connection_(connection), width_(form.columns.size()) {
    const std::string sql =
        fmt::format("copy {} ({}) from stdin", form.table, fmt::join(form.columns, ", "));
    pg_result* begun = PQexec(connection_, sql.c_str());
    const bool copying = PQresultStatus(begun) == PGRES_COPY_IN;
    PQclear(begun);
    if (!copying) fail_copying();
    copying_ = true;
  }
  ~CopyAppender() override {
    if (!copying_) return;
    PQputCopyEnd(connection_, "not finished");
    while (pg_result* rest = PQgetResult(connection_))
      PQclear(rest);
  }
  CopyAppender(const CopyAppender&) = delete;
  CopyAppender& operator=(const CopyAppender&) = delete;

  void add(const store::Parameter& value) override {
    if (filled_++ > 0) buffer_ += '\t';
    std::visit([this](const auto& given) { put(given); }, value);
  }

  void end_row() override {
    SLUIS_ASSERT(filled_ == width_);
    filled_ = 0;
    buffer_ += '\n';
    if (buffer_.size() >= kHandOverBytes) hand_over();
  }

  void finish() override {
    hand_over();
    copying_ = false;
    bool taken = PQputCopyEnd(connection_, nullptr) == 1;
    while (pg_result* answer = PQgetResult(connection_)) {
      taken = taken && PQresultStatus(answer) == PGRES_COMMAND_OK;
      PQclear(answer);
    }
    if (!taken) fail_copying();
  }

 private:
  void put(store::Null) { buffer_ += "\\N"; }
  void put(std::int64_t number) { fmt::format_to(std::back_inserter(buffer_), "{}", number); }
  void put(double number) { fmt::format_to(std::back_inserter(buffer_), "{}", number); }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) {
      throw Error(Failure::internal, "a text with a zero byte can not be stored");
    }
    for (const char c : text)
      put_escaped(c);
  }
  void put(store::BytesView bytes) {
    buffer_ += "\\\\x";
    for (const char byte : bytes.data) {
      fmt::format_to(std::back_inserter(buffer_), "{:02x}", static_cast<unsigned char>(byte));
    }
  }

  void put_escaped(char c) {
    switch (c) {
      case '\t':
        buffer_ += "\\t";
        return;
      case '\n':
        buffer_ += "\\n";
        return;
      case '\r':
        buffer_ += "\\r";
        return;
      case '\\':
        buffer_ += "\\\\";
        return;
      default:
        buffer_ += c;
    }
  }

  void hand_over() {
    if (PQputCopyData(connection_, buffer_.data(), static_cast<int>(buffer_.size())) != 1) {
      fail_copying();
    }
    buffer_.clear();
  }

  [[noreturn]] void fail_copying() {
    const bool lost = PQstatus(connection_) != CONNECTION_OK;
    throw Error(lost ? Failure::unavailable : Failure::internal, PQerrorMessage(connection_));
  }

  pg_conn* const connection_;
  const std::size_t width_;
  std::string buffer_;
  std::size_t filled_ = 0;
  bool copying_ = false;
};

}  // namespace

std::unique_ptr<Appender> appender_of(pg_conn* connection, const InsertForm& form) {
  return std::make_unique<CopyAppender>(connection, form);
}

}  // namespace sluis::analytics
