#include "platform/analytics/analyst.h"

#include <algorithm>

#include <boost/json.hpp>

#include "kernel/assert.h"
#include "platform/analytics/duckdb.h"
#include "platform/store/failure.h"

namespace sluis::analytics {
namespace {

namespace json = boost::json;
using store::Error;

constexpr std::string_view kTableFunctions[] = {"generate_series", "range", "unnest"};
// Functions of either engine that read settings, files or tables by a name in a text.
constexpr std::string_view kForbidden[] = {
    "pg_",          "lo_",          "dblink",  "set_config", "current_setting",
    "getenv",       "query",        "duckdb_", "pragma_",    "read_",
    "glob",         "parquet_",     "sniff_",  "table_to_",  "schema_to_",
    "database_to_", "cursor_to_",   "nextval", "setval",     "txid_",
    "inet_",        "json_execute", "ts_stat", "version"};

std::string text_at(const json::object& node, std::string_view name) {
  const json::value* found = node.if_contains(name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

// Goes over the tree of a SELECT and looks for the first name that is not published.
class Names {
 public:
  void look_at(const json::value& value) {
    if (const auto* list = value.if_array()) {
      for (const json::value& item : *list)
        look_at(item);
    } else if (const auto* node = value.if_object()) {
      look_at_node(*node);
    }
  }
  const std::optional<std::string>& forbidden() const { return forbidden_; }

 private:
  // What stands in `with` is known in the rest of its node only.
  void look_at_node(const json::object& node) {
    const std::string type = text_at(node, "type");
    if (type == "BASE_TABLE") look_at_table(node);
    if (type == "SHOW_REF") forbid("show");
    if (type == "TABLE_FUNCTION") look_at_table_function(node);
    if (type == "FUNCTION") look_at_function(text_at(node, "function_name"));
    const std::size_t known = with_.size();
    if (const json::value* map = node.if_contains("cte_map")) look_at_with(map->as_object());
    for (const auto& [name, part] : node) {
      if (name != "cte_map") look_at(part);
    }
    with_.resize(known);
  }
  void look_at_table(const json::object& node) {
    const std::string name = text_at(node, "table_name");
    const std::string schema = text_at(node, "schema_name") + text_at(node, "catalog_name");
    if (!schema.empty()) return forbid(schema + "." + name);
    const bool here = std::ranges::find(with_, name) != with_.end();
    if (!here && !name.starts_with("feed_")) forbid(name);
  }
  void look_at_table_function(const json::object& node) {
    const std::string name = text_at(node.at("function").as_object(), "function_name");
    if (std::ranges::find(kTableFunctions, name) == std::end(kTableFunctions)) forbid(name);
  }
  void look_at_function(const std::string& name) {
    const bool forbidden = std::ranges::any_of(
        kForbidden, [&](std::string_view start) { return name.starts_with(start); });
    if (forbidden) forbid(name);
  }
  // Each knows those before it, and a recursive one itself: inside `with t as (select * from t)`
  // the t is a table.
  void look_at_with(const json::object& map) {
    for (const json::value& entry : map.at("map").as_array()) {
      const json::object& with = entry.as_object();
      const json::object& query = with.at("value").at("query").at("node").as_object();
      const bool recursive = text_at(query, "type") == "RECURSIVE_CTE_NODE";
      if (recursive) with_.push_back(text_at(with, "key"));
      look_at(with.at("value"));
      if (!recursive) with_.push_back(text_at(with, "key"));
    }
  }
  void forbid(std::string name) {
    if (!forbidden_) forbidden_ = std::move(name);
  }

  std::vector<std::string> with_;
  std::optional<std::string> forbidden_;
};

// The tree of a text, as DuckDB parses it; it reads what PostgreSQL reads and more.
json::value parsed(std::string_view sql) {
  DuckDatabase scratch({}, {.threads = 1});
  DuckDb connection(scratch, nullptr);
  const store::Parameter text[] = {sql};
  const auto rows = connection.query_text(
      "select cast(json_serialize_sql(cast($1 as varchar)) as varchar)", text);
  rows->next();
  json::parse_options deep;
  deep.max_depth = 1'000;
  boost::system::error_code error;
  json::value tree = json::parse(read_text(rows->value(0)), error, {}, deep);
  return error ? json::value(json::object{{"error", true}}) : tree;
}

struct AsText {
  std::optional<std::string> operator()(store::Null) const { return std::nullopt; }
  std::optional<std::string> operator()(std::int64_t number) const {
    return std::to_string(number);
  }
  std::optional<std::string> operator()(double number) const { return fmt::format("{}", number); }
  std::optional<std::string> operator()(std::string_view text) const { return std::string(text); }
  std::optional<std::string> operator()(store::BytesView bytes) const {
    return fmt::format("{} bytes", bytes.data.size());
  }
};

Answer gathered(store::Rows& rows, std::int64_t rows_most) {
  Answer answer;
  while (rows.next()) {
    if (answer.columns.empty()) {
      for (std::size_t i = 0; i < rows.width(); ++i)
        answer.columns.emplace_back(rows.name(i));
    }
    if (std::ssize(answer.rows) == rows_most) {
      answer.cut = true;
      break;
    }
    auto& row = answer.rows.emplace_back();
    for (std::size_t i = 0; i < rows.width(); ++i)
      row.push_back(std::visit(AsText{}, rows.value(i)));
  }
  return answer;
}

}  // namespace

const RefusalKind& kind_of(AnalystRefusal refusal) {
  static constexpr RefusalKind not_one_select{
      "not_one_select",
      Category::invalid,
      Retry::useless,
      {"This is not one SELECT: {0}", "Dit is niet één SELECT: {0}"}};
  static constexpr RefusalKind not_published{
      "not_published",
      Category::invalid,
      Retry::useless,
      {"{0} cannot be asked for. Only views that begin with feed_ can, such as feed_event and "
       "feed_daily.",
       "{0} is niet op te vragen. Alleen weergaven die met feed_ beginnen, zoals feed_event en "
       "feed_daily."}};
  static constexpr RefusalKind not_answered{
      "not_answered",
      Category::invalid,
      Retry::useless,
      {"The database cannot answer this: {0}", "De database kan dit niet beantwoorden: {0}"}};
  switch (refusal) {
    case AnalystRefusal::not_one_select:
      return not_one_select;
    case AnalystRefusal::not_published:
      return not_published;
    case AnalystRefusal::not_answered:
      return not_answered;
  }
  assertion_failed("an AnalystRefusal");
}

Result<void> check_question(std::string_view sql) {
  const json::value tree = parsed(sql);
  const json::object& root = tree.as_object();
  if (root.at("error").as_bool()) {
    return refuse(AnalystRefusal::not_one_select, text_at(root, "error_message"));
  }
  const json::array& statements = root.at("statements").as_array();
  if (statements.size() != 1) {
    return refuse(AnalystRefusal::not_one_select, std::to_string(statements.size()));
  }
  Names names;
  names.look_at(statements.front());
  if (const auto name = names.forbidden()) return refuse(AnalystRefusal::not_published, *name);
  return {};
}

Result<Answer> answer(Snapshot& snapshot, const std::string& sql, std::int64_t rows_most) {
  TRY_VOID(check_question(sql));
  try {
    snapshot.engine().become_analyst();
    const auto rows = snapshot.engine().sql().stream(sql);
    return gathered(*rows, rows_most);
  } catch (const Error& error) {
    if (error.failure() != store::Failure::internal) throw;
    return refuse(AnalystRefusal::not_answered, error.what());
  }
}

}  // namespace sluis::analytics
