#include "platform/store/postgres.h"

#include <libpq-fe.h>

#include "kernel/assert.h"
#include "platform/store/failure.h"

namespace sluis::store {
namespace {

// Types by their number in pg_type, which never changes.
constexpr Oid kBool = 16;
constexpr Oid kBytea = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kFloat4 = 700;
constexpr Oid kFloat8 = 701;
constexpr Oid kNumeric = 1700;

Failure failure_of(std::string_view state) {
  if (state == "40001" || state == "40P01" || state == "55P03") return Failure::contended;
  if (state == "53100") return Failure::full_disk;
  if (state == "57014") return Failure::over_limit;
  if (state.starts_with("23")) return Failure::broken_rule;
  if (state.empty() || state.starts_with("08") || state.starts_with("57P") || state == "53300") {
    return Failure::unavailable;
  }
  return Failure::internal;
}

// The parameters in the form that libpq wants: texts, but bytes as they are.
class Bound {
 public:
  explicit Bound(std::span<const Parameter> parameters) {
    texts_.reserve(parameters.size());
    for (const Parameter& parameter : parameters)
      std::visit(*this, parameter);
  }

  void operator()(Null) { add(nullptr, 0, 0); }
  void operator()(std::int64_t number) { (*this)(std::to_string(number)); }
  void operator()(double number) { (*this)(fmt::format("{}", number)); }
  void operator()(const std::string& text) { (*this)(std::string_view(text)); }
  void operator()(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) {
      throw Error(Failure::internal, "a text with a zero byte can not be stored");
    }
    const std::string& kept = texts_.emplace_back(text);
    add(kept.c_str(), 0, 0);
  }
  void operator()(BytesView bytes) {
    add(bytes.data.data() == nullptr ? "" : bytes.data.data(), bytes.data.size(), 1);
  }

  int count() const { return static_cast<int>(values_.size()); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  void add(const char* value, std::size_t length, int format) {
    values_.push_back(value);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(format);
  }

  std::vector<std::string> texts_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

template <class Number>
Number parsed(std::string_view text) {
  Number number{};
  const auto end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stopped != end) not_readable_as("a number", text);
  return number;
}

// A sum of bigints is a numeric.
Value numeric(std::string_view text) {
  if (text.find_first_not_of("-0123456789") == std::string_view::npos) {
    return parsed<std::int64_t>(text);
  }
  return parsed<double>(text);
}

// "\x0aff" as the server prints bytea.
std::string unhex(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
    unsigned byte = 0;
    std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

// The value of a row; bytes are decoded into `bytes`.
Value value_of(const pg_result* answer, int row, int column, std::string& bytes) {
  if (PQgetisnull(answer, row, column) != 0) return Null{};
  const std::string_view text(PQgetvalue(answer, row, column),
                              static_cast<std::size_t>(PQgetlength(answer, row, column)));
  switch (PQftype(answer, column)) {
    case kBool:
      return std::int64_t{text == "t"};
    case kInt2:
    case kInt4:
    case kInt8:
      return parsed<std::int64_t>(text);
    case kFloat4:
    case kFloat8:
      return parsed<double>(text);
    case kNumeric:
      return numeric(text);
    case kBytea:
      bytes = unhex(text);
      return BytesView{bytes};
    default:
      return text;
  }
}

}  // namespace

void Postgres::Freed::operator()(pg_result* result) const {
  PQclear(result);
}

class Postgres::Fetched final : public Rows {
 public:
  explicit Fetched(Answer answer)
      : answer_(std::move(answer)),
        width_(static_cast<std::size_t>(PQnfields(answer_.get()))),
        bytes_(width_) {}

  bool next() override { return ++row_ < PQntuples(answer_.get()); }
  std::size_t width() const override { return width_; }
  std::string_view name(std::size_t column) const override {
    return PQfname(answer_.get(), static_cast<int>(column));
  }
  Value value(std::size_t column) const override {
    return value_of(answer_.get(), row_, static_cast<int>(column), bytes_[column]);
  }

 private:
  Answer answer_;
  std::size_t width_;
  int row_ = -1;
  mutable std::vector<std::string> bytes_;  // what the views of this row point to
};

// One row at a time comes as an answer of its own; the last answer has none.
class Postgres::Streamed final : public Rows {
 public:
  Streamed(Postgres& connection, const std::string& sql) : connection_(connection), sql_(sql) {
    PQsendQueryParams(connection_.handle_, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    PQsetSingleRowMode(connection_.handle_);
  }
  ~Streamed() override {
    while (pg_result* rest = PQgetResult(connection_.handle_))
      PQclear(rest);
  }

  bool next() override {
    answer_ = connection_.checked(PQgetResult(connection_.handle_), sql_);
    bytes_.resize(width());
    return PQntuples(answer_.get()) == 1;
  }
  std::size_t width() const override { return static_cast<std::size_t>(PQnfields(answer_.get())); }
  std::string_view name(std::size_t column) const override {
    return PQfname(answer_.get(), static_cast<int>(column));
  }
  Value value(std::size_t column) const override {
    return value_of(answer_.get(), 0, static_cast<int>(column), bytes_[column]);
  }

 private:
  Postgres& connection_;
  const std::string sql_;
  Answer answer_;
  mutable std::vector<std::string> bytes_;
};

Postgres::Postgres(const std::string& url, bool durable, const StatementSet* registered)
    : registered_(registered) {
  const char* const names[] = {"connect_timeout", "application_name", "dbname", nullptr};
  const char* const values[] = {"5", "sluis", url.c_str(), nullptr};
  handle_ = PQconnectdbParams(names, values, 1);
  try {
    if (!usable()) throw Error(Failure::unavailable, PQerrorMessage(handle_));
    PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
    // Without the details, which name the values of a row: errors go to the log.
    PQsetErrorVerbosity(handle_, PQERRORS_TERSE);
    execute("set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '60s'");
    if (!durable) execute("set synchronous_commit = off");
  } catch (const Error&) {
    PQfinish(handle_);
    throw;
  }
}

Postgres::~Postgres() {
  PQfinish(handle_);
}

std::unique_ptr<Rows> Postgres::query(const Statement& statement,
                                      std::span<const Parameter> parameters) {
  return std::make_unique<Fetched>(run(statement, parameters));
}

std::int64_t Postgres::change(const Statement& statement, std::span<const Parameter> parameters) {
  const Answer answer = run(statement, parameters);
  SLUIS_ASSERT(PQresultStatus(answer.get()) == PGRES_COMMAND_OK);  // rows go through one(), all()
  return parsed<std::int64_t>(PQcmdTuples(answer.get()));
}

void Postgres::execute(const std::string& sql) {
  checked(PQexec(handle_, sql.c_str()), sql);
}

std::unique_ptr<Rows> Postgres::query_text(const std::string& sql,
                                           std::span<const Parameter> parameters) {
  return std::make_unique<Fetched>(run_text(sql, parameters));
}

std::unique_ptr<Rows> Postgres::stream(const std::string& sql) {
  return std::make_unique<Streamed>(*this, sql);
}

std::int64_t Postgres::change_text(const std::string& sql, std::span<const Parameter> parameters) {
  return parsed<std::int64_t>(PQcmdTuples(run_text(sql, parameters).get()));
}

bool Postgres::usable() const {
  return PQstatus(handle_) == CONNECTION_OK;
}

void Postgres::abandon() noexcept {
  if (PQtransactionStatus(handle_) != PQTRANS_IDLE) PQclear(PQexec(handle_, "rollback"));
}

const std::string& Postgres::prepared(const Statement& statement) {
  if (const auto known = prepared_.find(&statement); known != prepared_.end()) {
    return known->second;
  }
  if (registered_ == nullptr || !registered_->contains(&statement)) {
    assertion_failed(fmt::format("{} in the list of statements", statement.name));
  }
  std::string name = fmt::format("s{}", prepared_.size());
  checked(PQprepare(handle_, name.c_str(), std::string(statement.sql).c_str(), 0, nullptr),
          statement.sql);
  return prepared_.emplace(&statement, std::move(name)).first->second;
}

Postgres::Answer Postgres::run(const Statement& statement, std::span<const Parameter> parameters) {
  const Bound bound(parameters);
  const std::string& name = prepared(statement);
  return checked(PQexecPrepared(handle_, name.c_str(), bound.count(), bound.values(),
                                bound.lengths(), bound.formats(), 0),
                 statement.sql);
}

Postgres::Answer Postgres::run_text(const std::string& sql, std::span<const Parameter> parameters) {
  const Bound bound(parameters);
  return checked(PQexecParams(handle_, sql.c_str(), bound.count(), nullptr, bound.values(),
                              bound.lengths(), bound.formats(), 0),
                 sql);
}

Postgres::Answer Postgres::checked(pg_result* result, std::string_view doing) const {
  Answer answer(result);
  const auto status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE)
    return answer;
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const Failure failure =
      usable() ? failure_of(state == nullptr ? "" : state) : Failure::unavailable;
  throw Error(failure, fmt::format("{} ({}): {}", PQerrorMessage(handle_),
                                   state == nullptr ? "no connection" : state, doing));
}

}  // namespace sluis::store
