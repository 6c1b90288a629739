#include "imports/detect.h"

#include <algorithm>

#include "imports/values.h"
#include "kernel/fold.h"

namespace sluis::imports {
namespace {

constexpr std::size_t kSampleRows = 1'000;
constexpr std::size_t kExamples = 3;
// A few cells of a column may be anything: "n/a", "unknown".
constexpr std::size_t kFitPercent = 95;

using Cells = std::vector<std::string>;

// In a short sample one slip of the pen says nothing either.
constexpr std::size_t kShortSample = 5;

template <class Fits>
bool most(const Cells& cells, Fits fits) {
  const auto fitting = static_cast<std::size_t>(std::ranges::count_if(cells, fits));
  if (cells.size() >= kShortSample && fitting + 1 >= cells.size()) return true;
  return !cells.empty() && fitting * 100 >= cells.size() * kFitPercent;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// ---- Moments

bool looks_like_moment(std::string_view name) {
  const std::string folded_name = folded(name);
  return std::ranges::any_of(
      std::array<std::string_view, 8>{"date", "datum", "day", "dag", "time", "tijd", "stamp",
                                      "created"},
      [&](auto word) { return folded_name.find(word) != std::string::npos; });
}

// Numbers can be days too, but only where the name says so.
bool may_be(Dates dates, const std::string& name, const Cells& cells) {
  const auto first = cells.front();
  switch (dates) {
    case Dates::excel:
    case Dates::unix_s:
    case Dates::unix_ms:
      break;
    default:
      return !is_digits(first) || looks_like_moment(name);
  }
  if (!looks_like_moment(name)) return false;
  const std::size_t digits = first.find_first_not_of("0123456789") == std::string::npos
                                 ? first.size()
                                 : first.find_first_not_of("0123456789");
  if (dates == Dates::excel) return digits == 5;
  return digits == (dates == Dates::unix_s ? 10u : 13u);
}

std::vector<Dates> moments_of(const std::string& name, const Cells& cells) {
  std::vector<Dates> fitting;
  for (const Dates dates : enum_values<Dates>()) {
    if (!may_be(dates, name, cells)) continue;
    if (most(cells, [&](const auto& cell) { return parse_moment(cell, dates).has_value(); }))
      fitting.push_back(dates);
  }
  // Without signs between, the year stands in front more often than not.
  const auto ymd = std::ranges::find(fitting, Dates::ymd);
  if (is_digits(cells.front()) && ymd != fitting.end()) std::swap(fitting.front(), *ymd);
  // Whatever is ISO is year, month, day as well; that is no doubt.
  if (!fitting.empty() && fitting.front() == Dates::iso) fitting.resize(1);
  return fitting;
}

// ---- Amounts

// What a cell says about the decimal sign, if it says anything.
std::optional<Decimals> decimals_said_by(std::string_view cell) {
  const bool point = parse_amount(cell, Decimals::point).has_value();
  const bool comma = parse_amount(cell, Decimals::comma).has_value();
  if (point == comma) return std::nullopt;
  return point ? Decimals::point : Decimals::comma;
}

bool has_decimal_sign(std::string_view cell) {
  return cell.find_first_of(",.") != std::string_view::npos;
}

std::optional<Currency> currency_sign_in(const Cells& cells) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs = {
      {{"€", "EUR"}, {"$", "USD"}, {"£", "GBP"}, {"¥", "JPY"}}};
  for (const auto& [sign, code] : signs) {
    if (most(cells, [&](const auto& cell) { return cell.find(sign) != std::string::npos; }))
      return Currency::parse(code);
  }
  return std::nullopt;
}

void set_number(ColumnFound& column, const Cells& cells, std::vector<Doubt>& doubts) {
  column.content = Content::number;
  column.currency = currency_sign_in(cells);
  if (!std::ranges::any_of(cells, has_decimal_sign)) return;
  column.content = Content::money;
  std::array<std::size_t, 2> said{};
  for (const auto& cell : cells) {
    if (const auto decimals = decimals_said_by(cell)) ++said.at(static_cast<int>(*decimals));
  }
  column.decimals = said[1] > said[0] ? Decimals::comma : Decimals::point;
  // 1.234 and 1,234 alone can be a thousand or a little more than one.
  if (said[0] == 0 && said[1] == 0) doubts.push_back({column.name, "decimals", {"point", "comma"}});
}

// ---- Others

bool is_number(const std::string& cell) {
  return parse_amount(cell, Decimals::point) || parse_amount(cell, Decimals::comma);
}

bool is_phone(const std::string& cell) {
  const auto digits = std::ranges::count_if(cell, [](char c) { return c >= '0' && c <= '9'; });
  const bool others = cell.find_first_not_of("0123456789+-() ./") != std::string::npos;
  const bool begins = cell.starts_with('+') || cell.starts_with('0') || cell.starts_with('(');
  return !others && begins && digits >= 9 && digits <= 15;
}

bool is_boolean(const std::string& cell) {
  const std::string word = folded(cell);
  return std::ranges::count(
             std::array<std::string_view, 6>{"true", "false", "yes", "no", "ja", "nee"}, word) > 0;
}

// ---- The field that a name stands for

struct Words {
  std::string_view field;
  std::vector<std::string_view> words;  // in a folded name without signs between
};

// The first that fits wins, so what says more comes first.
const std::vector<Words>& known_words() {
  static const std::vector<Words> words = {
      {"message_id", {"messageid", "eventid", "uuid"}},
      {"ts",
       {"timestamp", "invoicedate", "orderdate", "besteldatum", "factuurdatum", "datum", "date",
        "datetime", "createdat", "tijdstip", "moment"}},
      {"order",
       {"orderid", "ordernumber", "orderno", "ordernr", "salesordernumber", "invoiceno", "invoice",
        "factuurnummer", "factuur", "bestelnummer", "ordernummer", "basketid", "receipt",
        "bonnummer", "bonnr", "bon", "transactionid", "order"}},
      {"part", {"linenumber", "orderlinenumber", "regelnummer", "lineno", "line"}},
      {"price", {"unitprice", "stukprijs", "prijsperstuk", "price", "prijs"}},
      {"cost", {"totalcost", "cost", "kostprijs", "inkoopprijs", "kosten"}},
      {"revenue",
       {"netrevenue", "revenue", "omzet", "salesvalue", "salesamount", "amount", "bedrag", "total",
        "totaal", "dollars", "spend", "turnover"}},
      {"quantity", {"quantity", "qty", "aantal", "units", "stuks"}},
      {"currency", {"currency", "valuta", "munteenheid"}},
      {"product",
       {"stockcode", "sku", "productid", "productcode", "artikelnummer", "artikel", "product",
        "itemid", "item", "ean", "gtin"}},
      {"email", {"email", "mailadres", "mail"}},
      {"phone", {"phone", "telefoon", "mobile", "mobiel"}},
      {"card", {"loyaltycard", "cardnumber", "klantenkaart", "householdid"}},
      {"device", {"anonymousid", "deviceid", "visitorid", "cookieid"}},
      {"user",
       {"customerid", "customernumber", "klantnummer", "userid", "customer", "klant", "member",
        "debiteur"}},
      {"channel", {"channel", "kanaal", "verkoopkanaal", "filiaal", "vestiging", "branch"}},
      {"campaign", {"campaign", "campagne"}},
      {"duration_s", {"duration", "duur"}},
      {"kind", {"eventname", "event", "gebeurtenis", "action"}},
  };
  return words;
}

// Names, addresses and the like stay out of what is kept with an event.
bool is_personal(const ColumnFound& column) {
  if (column.content == Content::email || column.content == Content::phone) return true;
  const std::string name = folded(column.name);
  constexpr std::array<std::string_view, 12> words = {"name",     "naam",    "mail",     "phone",
                                                      "telefoon", "address", "adres",    "street",
                                                      "straat",   "birth",   "geboorte", "iban"};
  return std::ranges::any_of(words,
                             [&](auto word) { return name.find(word) != std::string::npos; });
}

std::string letters_of(std::string_view name) {
  std::string out;
  for (const char c : folded(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

// "09:15": a day stands in another column.
bool is_time_of_day(const ColumnFound& column) {
  constexpr std::array<std::string_view, 4> words = {"time", "tijd", "hour", "uur"};
  if (column.content != Content::text || std::ranges::count(words, letters_of(column.name)) == 0)
    return false;
  return std::ranges::all_of(column.examples, [](const std::string& cell) {
    return cell.size() <= 8 && cell.find(':') != std::string::npos;
  });
}

bool can_be(std::string_view field, Content content) {
  const bool number = content == Content::number || content == Content::money;
  if (field == "ts") return content == Content::moment;
  if (field == "price" || field == "cost" || field == "revenue" || field == "quantity" ||
      field == "duration_s") {
    return number;
  }
  return content != Content::empty && content != Content::moment;
}

std::string field_of(const ColumnFound& column) {
  if (column.content == Content::email) return "email";
  if (column.content == Content::phone) return "phone";
  if (column.content == Content::currency) return "currency";
  const std::string name = letters_of(column.name);
  for (const auto& [field, words] : known_words()) {
    if (!can_be(field, column.content)) continue;
    if (std::ranges::count(words, name) > 0) return std::string(field);
  }
  for (const auto& [field, words] : known_words()) {
    const bool inside = std::ranges::any_of(
        words, [&](auto word) { return word.size() >= 5 && name.find(word) != std::string::npos; });
    if (inside && can_be(field, column.content)) return std::string(field);
  }
  return {};
}

}  // namespace

ColumnFound column_of(const std::string& name, const std::vector<std::string>& cells,
                      std::vector<Doubt>& doubts) {
  ColumnFound column{.name = name};
  Cells filled;
  std::ranges::copy_if(cells, std::back_inserter(filled), [](const auto& c) { return !c.empty(); });
  column.filled = static_cast<std::int64_t>(filled.size());
  for (const auto& cell : filled) {
    const bool known = std::ranges::count(column.examples, cell) > 0;
    if (!known && column.examples.size() < kExamples) column.examples.push_back(cell);
  }
  if (filled.empty()) return column;
  if (const auto dates = moments_of(name, filled); !dates.empty()) {
    column.content = Content::moment;
    column.dates = dates.front();
    if (dates.size() > 1) {
      Doubt& doubt = doubts.emplace_back(Doubt{name, "dates", {}});
      for (const Dates one : dates)
        doubt.choices.emplace_back(enum_name(one));
    }
  } else if (most(filled, is_phone)) {
    column.content = Content::phone;
  } else if (most(filled, is_number)) {
    set_number(column, filled, doubts);
  } else if (most(filled,
                  [](const auto& cell) { return TextForm<Email>::parse(cell).has_value(); })) {
    column.content = Content::email;
  } else if (most(filled, [](const auto& cell) { return parse_currency(cell).has_value(); })) {
    column.content = Content::currency;
  } else {
    column.content = most(filled, is_boolean) ? Content::boolean : Content::text;
  }
  column.field = field_of(column);
  return column;
}

Result<Detection> detect(const std::filesystem::path& file, const Form& said) {
  Detection detection{.form = TRY(form_of(file, said)), .mapping = {}};
  const auto rows = TRY(open_rows(file, detection.form));
  std::vector<Cells> cells;
  Row row;
  while (detection.rows < static_cast<std::int64_t>(kSampleRows) && TRY(rows->next(row))) {
    ++detection.rows;
    cells.resize(std::max(cells.size(), rows->columns().size()));
    if (row.flaw != Flaw::none) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      cells[i].emplace_back(trimmed(row.cells[i]));
  }
  if (detection.rows == 0) return refuse(FileRefusal::file_no_rows, file.filename().string());
  for (std::size_t i = 0; i < cells.size(); ++i)
    detection.columns.push_back(column_of(rows->columns()[i], cells[i], detection.doubts));
  detection.mapping = proposed(detection.columns);
  detection.mapping.file = detection.form;
  return detection;
}

// The proposal

namespace {

// Columns by the field that they are; of several the first.
class Proposal {
 public:
  explicit Proposal(const std::vector<ColumnFound>& columns) : columns_(columns) {
    for (const ColumnFound& column : columns) {
      if (!column.field.empty() && can_be_named(column)) fields_.emplace(column.field, &column);
    }
  }

  Mapping run() {
    mapping_.name = {"my-import"};
    mapping_.title = {"My import"};
    mapping_.all.emplace();
    how_it_is_written();
    who_when_and_where();
    what_happened();
    rest();
    return std::move(mapping_);
  }

 private:
  // In a template; these signs mean something there.
  static bool can_be_named(const ColumnFound& column) {
    return column.name.find_first_of("{}|") == std::string::npos;
  }
  const ColumnFound* find(std::string_view field) const {
    const auto found = fields_.find(field);
    return found == fields_.end() ? nullptr : found->second;
  }
  std::optional<Template> cell(std::string_view field, std::string_view change = "") const {
    const ColumnFound* column = find(field);
    if (!column) return std::nullopt;
    return Template{"{" + column->name + std::string(change) + "}"};
  }

  void how_it_is_written() {
    if (const ColumnFound* moment = find("ts")) mapping_.dates = moment->dates;
    for (const ColumnFound& column : columns_) {
      if (column.content == Content::moment && !find("ts") && can_be_named(column)) {
        fields_.emplace("ts", &column);
        mapping_.dates = column.dates;
      }
      if (is_time_of_day(column) && can_be_named(column)) time_ = &column;
      if (column.decimals && !mapping_.decimals) mapping_.decimals = column.decimals;
      if (column.currency && !mapping_.currency) mapping_.currency = column.currency;
    }
  }

  void who_when_and_where() {
    Fields& all = *mapping_.all;
    all.ts = cell("ts");
    if (all.ts && time_) all.ts->text += " {" + time_->name + "}";
    for (const auto& [field, member] :
         {std::pair("user", &Fields::user), std::pair("email", &Fields::email),
          std::pair("phone", &Fields::phone), std::pair("card", &Fields::card),
          std::pair("device", &Fields::device), std::pair("campaign", &Fields::campaign),
          std::pair("currency", &Fields::currency), std::pair("message_id", &Fields::message_id)})
      all.*member = cell(field);
    all.channel = cell("channel", "|slug");
    all.order = cell("order");
  }

  // Lines of an order, whole orders, or whatever a column says that they are.
  void what_happened() {
    const bool lines = find("order") && find("product");
    if (lines) {
      EventRule& order = mapping_.events.emplace_back();
      order.kind = Template{"order_completed"};
      order.once_per = cell("order");
      order.revenue = Template{"0"};
    }
    EventRule& event = mapping_.events.emplace_back();
    const bool sale = find("revenue") || find("price") || find("order");
    event.kind = cell("kind", "|snake");
    if (!event.kind)
      event.kind = Template{lines ? "order_line" : sale ? "order_completed" : "event"};
    event.product = cell("product");
    event.part = find("part") ? cell("part") : lines ? cell("product") : std::nullopt;
    event.quantity = cell("quantity");
    event.revenue = revenue();
    event.cost = cell("cost");
    event.duration_s = cell("duration_s");
  }

  std::optional<Template> revenue() const {
    if (find("revenue")) return cell("revenue");
    if (!find("price")) return std::nullopt;
    if (!find("quantity")) return cell("price");
    return Template{cell("quantity")->text + " * " + cell("price")->text};
  }

  void rest() {
    Patch<std::vector<Attribute>>& props = mapping_.events.back().props;
    for (const ColumnFound& column : columns_) {
      const auto known = fields_.find(column.field);
      const bool used = known != fields_.end() && known->second == &column;
      if (used || !can_be_named(column) || column.content == Content::empty || is_personal(column))
        continue;
      if (find("ts") == &column || time_ == &column) continue;
      const auto name = TextForm<Line<1, 120>>::parse(column.name);
      const auto value = TextForm<Template>::parse("{" + column.name + "}");
      if (name && value && props.value.size() < kPropsMost) props.value.push_back({*name, *value});
    }
    props.present = !props.value.empty();
  }

  static constexpr std::size_t kPropsMost = 100;

  const std::vector<ColumnFound>& columns_;
  const ColumnFound* time_ = nullptr;  // that stands apart from the day
  std::map<std::string, const ColumnFound*, std::less<>> fields_;
  Mapping mapping_;
};

}  // namespace

Mapping proposed(const std::vector<ColumnFound>& columns) {
  return Proposal(columns).run();
}

}  // namespace sluis::imports
