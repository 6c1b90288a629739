// A mapping says how the rows of a file become events. It is data: proposed from what a file looks
// like, corrected by people, saved under a name, and shipped for files that everybody knows.
//
// The fields of an event are templates: text with columns in braces, "customer-{CustomerID}". A
// column may be changed on its way: {Country|lower}, {Channel|lookup:channels}. Where a number is
// wanted the template is a formula: "{Quantity} * {UnitPrice}". The language:
// docs/decisions/0013-mapping-language.md.
#pragma once

#include "imports/rows.h"
#include "imports/values.h"
#include "kernel/fields.h"

namespace sluis::imports {

using Template = Line<0, 500>;
using ColumnName = Line<1, 500>;

struct Attribute {
  Line<1, 120> name;
  Template value;
  bool operator==(const Attribute&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attribute, (), (name, value))

// The fields of events::Draft. What is absent is empty, or as `all` of the mapping says.
struct Fields {
  std::optional<Template> kind;
  std::optional<Template> ts;
  std::optional<Template> user;
  std::optional<Template> email;
  std::optional<Template> phone;
  std::optional<Template> card;
  std::optional<Template> device;
  std::optional<Template> marketplace;
  std::optional<Template> session_code;
  std::optional<Template> channel;
  std::optional<Template> phase;
  std::optional<Template> campaign;
  std::optional<Template> product;
  std::optional<Template> quantity;
  std::optional<Template> revenue;
  std::optional<Template> cost;
  std::optional<Template> currency;
  std::optional<Template> duration_s;
  std::optional<Template> order;
  std::optional<Template> part;
  std::optional<Template> message_id;
  Patch<std::vector<Attribute>> props;
  bool operator==(const Fields&) const;
};
BOOST_DESCRIBE_STRUCT(Fields, (),
                      (kind, ts, user, email, phone, card, device, marketplace, session_code,
                       channel, phase, campaign, product, quantity, revenue, cost, currency,
                       duration_s, order, part, message_id, props))

enum class Test : std::uint8_t {
  is,
  is_not,
  starts_with,
  starts_not_with,
  contains,
  contains_not,
  empty,
  filled,
  above,
  below
};
BOOST_DESCRIBE_ENUM(Test, is, is_not, starts_with, starts_not_with, contains, contains_not, empty,
                    filled, above, below)

struct Condition {
  Template of;  // "{InvoiceNo}"
  Test test = Test::filled;
  std::optional<Line<0, 500>> value;
  bool operator==(const Condition&) const = default;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (of, test, value))

// One event that a row gives, when all conditions hold.
struct EventRule : Fields {
  Patch<std::vector<Condition>> when;
  // Once for each value of this: the order of many lines. The first row that has it counts.
  std::optional<Template> once_per;
  bool operator==(const EventRule&) const;
};
BOOST_DESCRIBE_STRUCT(EventRule, (Fields), (when, once_per))

struct LookupEntry {
  Line<0, 500> from;
  Line<0, 500> to;
  bool operator==(const LookupEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(LookupEntry, (), (from, to))

// {Channel|lookup:NAME}. A value that is not there becomes `otherwise`, or is a problem.
struct Lookup {
  Slug name;
  std::vector<LookupEntry> entries;
  std::optional<Line<0, 500>> otherwise;
  bool operator==(const Lookup&) const = default;
};
BOOST_DESCRIBE_STRUCT(Lookup, (), (name, entries, otherwise))

struct Mapping {
  Slug name;
  Line<1, 120> title;
  std::optional<Form> file;
  Patch<std::vector<ColumnName>> needs;  // a file without these columns is another file
  std::optional<Decimals> decimals;      // else point
  std::optional<Dates> dates;            // else iso
  std::optional<Line<1, 64>> zone;       // of moments without one; else the company's
  std::optional<Currency> currency;      // of amounts without one; else the company's
  Patch<std::vector<Lookup>> lookups;
  std::optional<Fields> all;  // of every event, unless the event says otherwise
  std::vector<EventRule> events;
  bool operator==(const Mapping&) const;
};
BOOST_DESCRIBE_STRUCT(Mapping, (),
                      (name, title, file, needs, decimals, dates, zone, currency, lookups, all,
                       events))

// Everything that is wrong with it at once: templates that cannot be read, a zone or a lookup that
// is not there, an event without a kind. Pointers are into the mapping: "/events/0/revenue".
std::vector<FieldProblem> problems_of(const Mapping& mapping);

// Where the mapping uses columns that a file does not have.
std::vector<FieldProblem> missing_columns(const Mapping& mapping,
                                          const std::vector<std::string>& columns);

}  // namespace sluis::imports
