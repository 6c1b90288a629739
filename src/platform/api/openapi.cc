#include "platform/api/openapi.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "platform/api/problem.h"
#include "platform/api/refusal.h"
#include "platform/api/router.h"

namespace sluis::api {
namespace {

// What the description says of a handler's input and output.
struct Description {
  struct Parameter {
    std::string name;
    bool required;
    std::string schema;
  };
  std::vector<Parameter> parameters;  // of path and query
  std::string body_schema;            // empty: no body
  bool raw_body = false;              // not JSON
  std::string reply_schema;           // empty: no body
  bool download = false;              // not JSON
};

Description description_of(const Handler& handler, Schemas& schemas) {
  Description description{.raw_body = handler.foreign, .download = handler.shape.download};
  for (const auto& [name, in, form] : handler.shape.input) {
    if (form.read_values != nullptr) {
      description.parameters.push_back(
          {std::string(name), form.required, form.json->schema(schemas)});
    } else if (form.json != nullptr) {
      description.body_schema = form.json->schema(schemas);
    } else {
      description.raw_body = true;
    }
  }
  if (handler.shape.reply != nullptr) {
    description.reply_schema = handler.shape.reply->schema(schemas);
  }
  return description;
}

std::string json_string(std::string_view text) {
  std::string out;
  write_json_string(out, text);
  return out;
}

template <class Range>
std::string json_strings(const Range& items) {
  std::string out;
  for (const auto& item : items)
    out += (out.empty() ? "" : ",") + json_string(item);
  return "[" + out + "]";
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Everything that can be refused on a route, by status.
std::map<int, std::set<std::string>> refusals_by_status(const Route& route,
                                                        const Description& described) {
  std::map<int, std::set<std::string>> by_status;
  const auto add = [&](const RefusalKind& kind) {
    by_status[status_of(kind.category)].emplace(kind.name);
  };
  for (const RefusalKind* kind : route.refusals)
    add(*kind);
  const bool has_input = !described.parameters.empty() || !described.body_schema.empty();
  if (has_input) add(kind_of(ApiRefusal::invalid_parameters));
  if (!described.body_schema.empty()) {
    add(kind_of(JsonRefusal::malformed));
    add(kind_of(ApiRefusal::content_type_unsupported));
  }
  add(kind_of(ApiRefusal::unauthenticated));
  add(kind_of(ApiRefusal::forbidden));
  if (route.idempotency == Idempotency::by_key) {
    add(kind_of(ApiRefusal::idempotency_key_invalid));
    add(kind_of(ApiRefusal::idempotency_key_reused));
  }
  if (route.precondition == Precondition::version) {
    add(kind_of(ApiRefusal::version_required));
    add(kind_of(ApiRefusal::version_changed));
  }
  if (!described.body_schema.empty() || described.raw_body)
    by_status[413].emplace("body_too_large");
  if (route.handler.mode != Mode::memory) {
    for (const RefusalKind* kind : all_kinds<store::Failure>())
      add(*kind);
  }
  add(kind_of(ApiRefusal::busy));
  return by_status;
}

std::string parameter(std::string_view place, std::string_view name, bool required,
                      std::string_view schema) {
  return fmt::format(R"({{"in":"{}","name":{},"required":{},"schema":{}}})", place,
                     json_string(name), required, schema);
}

std::string parameters_json(const Route& route, const Description& described) {
  std::vector<std::string> parameters;
  for (const auto& [name, required, schema] : described.parameters) {
    const bool in_path = route.path.find("{" + name + "}") != std::string_view::npos;
    parameters.push_back(parameter(in_path ? "path" : "query", name, required, schema));
  }
  if (route.idempotency == Idempotency::by_key) {
    parameters.push_back(parameter("header", "Idempotency-Key", false,
                                   R"({"type":"string","minLength":1,"maxLength":200})"));
  }
  if (route.precondition == Precondition::version) {
    parameters.push_back(
        parameter("header", "If-Match", true, R"({"type":"string","pattern":"^\"[0-9]+\"$"})"));
  }
  return fmt::format("[{}]", fmt::join(parameters, ","));
}

std::string content(std::string_view type, std::string_view schema) {
  return fmt::format(R"({{{}:{{"schema":{}}}}})", json_string(type), schema);
}

std::string request_body(const Route& route, const Description& described) {
  if (route.handler.foreign && route.method == http::Method::get) return "";
  if (described.raw_body) {
    return fmt::format(
        R"("requestBody":{{"required":true,"content":{}}},)",
        content(route.content_type, route.handler.foreign ? "{}" : R"({"type":"string"})"));
  }
  if (described.body_schema.empty()) return "";
  return fmt::format(R"("requestBody":{{"required":true,"content":{}}},)",
                     content("application/json", described.body_schema));
}

std::string success_json(const Route& route, const Description& described) {
  if (route.handler.mode == Mode::stream) {
    return R"("2XX":{"description":"Events","content":{"text/event-stream":{}}})";
  }
  if (route.handler.foreign) {
    return fmt::format(R"("2XX":{{"description":"As the sender expects it","content":{}}})",
                       content(route.answer_type, "{}"));
  }
  if (described.download) {
    return fmt::format(R"("2XX":{{"description":"The file","content":{}}})",
                       content(route.content_type, R"({"type":"string"})"));
  }
  if (described.reply_schema.empty()) return R"("2XX":{"description":"Done"})";
  return fmt::format(R"("2XX":{{"description":"Done","content":{}}})",
                     content("application/json", described.reply_schema));
}

// Work for a foreign request answers in the words of its convention whatever becomes of it.
std::string foreign_refusals_json(const Route& route) {
  return fmt::format(R"(,"4XX":{{"description":"Refused","content":{0}}},)"
                     R"("5XX":{{"description":"Not now"}})",
                     content(route.answer_type, "{}"));
}

// A convention that shares no refusal with the platform has its own words for them.
bool refuses_in_own_words(const Route& route) {
  return route.handler.foreign && route.refusals.empty();
}

std::string refused_content(const Route& route) {
  const std::string problem = R"("application/problem+json":)"
                              R"({"schema":{"$ref":"#/components/schemas/api.Problem"}})";
  if (!refuses_in_own_words(route)) return "{" + problem + "}";
  return fmt::format(R"({{{},{}:{{"schema":{{}}}}}})", problem, json_string(route.answer_type));
}

std::string responses_json(const Route& route, const Description& described) {
  std::string out = "{" + success_json(route, described);
  if (route.handler.foreign && route.handler.mode == Mode::prepare) {
    return out + foreign_refusals_json(route) + "}";
  }
  if (route.method == http::Method::get || refuses_in_own_words(route))
    out += R"(,"304":{"description":"Not changed"})";
  for (const auto& [status, codes] : refusals_by_status(route, described)) {
    out += fmt::format(R"(,"{}":{{"description":"Refused","x-codes":{},"content":{}}})", status,
                       json_strings(codes), refused_content(route));
  }
  if (refuses_in_own_words(route)) {
    out += fmt::format(R"(,"4XX":{{"description":"Refused, as the sender expects it",)"
                       R"("content":{}}})",
                       content(route.answer_type, "{}"));
  }
  return out + "}";
}

// A foreign request has no typed input to tell of them.
void add_names_in_path(std::string_view path, Description& described) {
  while (path.find('{') != std::string_view::npos) {
    path.remove_prefix(path.find('{') + 1);
    described.parameters.push_back(
        {std::string(path.substr(0, path.find('}'))), true, R"({"type":"string"})"});
  }
}

std::string operation_json(const Route& route, Schemas& schemas) {
  Description described = description_of(route.handler, schemas);
  if (route.handler.foreign) add_names_in_path(route.path, described);
  const std::string_view tag = route.operation.substr(0, route.operation.find('.'));
  return fmt::format(R"("{}":{{"operationId":{},"tags":[{}],"summary":{},"x-allow":{},)"
                     R"("parameters":{},{}"responses":{}}})",
                     lowered(method_name(route.method)), json_string(route.operation),
                     json_string(tag), json_string(route.summary.en),
                     json_strings(route.allow.names()), parameters_json(route, described),
                     request_body(route, described), responses_json(route, described));
}

// JSON with two spaces for each level; `json` has no white space between its tokens.
std::string indented(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  bool in_text = false;
  const auto new_line = [&] { out += '\n' + std::string(depth * 2, ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\') {
      out += json.substr(i++, 2);
      continue;
    }
    if (c == '"') in_text = !in_text;
    const bool opens = !in_text && (c == '{' || c == '[');
    const bool closes = !in_text && (c == '}' || c == ']');
    const bool is_empty = opens && i + 1 < json.size() && json[i + 1] == (c == '{' ? '}' : ']');
    if (is_empty) {
      out += c;
      out += json[++i];
      continue;
    }
    if (closes) {
      --depth;
      new_line();
    }
    out += c;
    if (opens) {
      ++depth;
      new_line();
    }
    if (!in_text && c == ',') new_line();
    if (!in_text && c == ':') out += ' ';
  }
  return out + '\n';
}

}  // namespace

std::string openapi(std::span<const Route> routes, std::string_view version) {
  Schemas schemas;
  schema_of<Problem>(schemas);
  std::map<std::string_view, std::string> paths;
  for (const Route& route : routes) {
    std::string& path = paths[route.path];
    path += (path.empty() ? "" : ",") + operation_json(route, schemas);
  }
  std::string out =
      fmt::format(R"({{"openapi":"3.1.0","info":{{"title":"Sluis","version":{}}},"paths":{{)",
                  json_string(version));
  std::string_view separator;
  for (const auto& [path, operations] : paths) {
    out += fmt::format("{}{}:{{{}}}", separator, json_string(path), operations);
    separator = ",";
  }
  out += R"(},"components":{"schemas":{)";
  separator = "";
  for (const auto& [name, schema] : schemas) {
    out += fmt::format("{}{}:{}", separator, json_string(name), schema);
    separator = ",";
  }
  return indented(out + "}}}");
}

}  // namespace sluis::api
