#include "connectors/ingest/commerce.h"

#include "connectors/ingest/amount.h"
#include "connectors/ingest/kinds.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using events::Reason;
using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kMessageIdBytesMax = 200;
constexpr std::size_t kLinesMax = 500;  // of one order

// What a property is to us. Those of money are left out of the props of a sale, those of a person
// go apart, and names that start with $ are between a library and its own server.
enum class Use : std::uint8_t { none, money, lines, email, phone, person, channel, consumed };

struct Property {
  std::string_view name;
  Use use;
};
// In order of name.
constexpr Property kProperties[] = {
    {"$set", Use::person},
    {"$set_once", Use::person},
    {"address", Use::person},
    {"billing_address", Use::person},
    {"cost", Use::money},
    {"currency", Use::money},
    {"customer", Use::person},
    {"customer_email", Use::email},
    {"email", Use::email},
    {"first_name", Use::person},
    {"items", Use::lines},
    {"last_name", Use::person},
    {"order_id", Use::money},
    {"phone", Use::phone},
    {"products", Use::lines},
    {"revenue", Use::money},
    {"shipping_address", Use::person},
    {"sluis_channel", Use::channel},
    {"traits", Use::person},
    {"transaction_id", Use::money},
    {"user_data", Use::person},
};
static_assert(std::ranges::is_sorted(kProperties, {}, &Property::name));

Use use_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kProperties, name, {}, &Property::name);
  if (found != std::end(kProperties) && found->name == name) return found->use;
  return name.starts_with('$') ? Use::consumed : Use::none;
}

// The first of these that is given.
Node first_of(Node object, Names names) {
  for (const auto name : names) {
    if (const Node member = object[name]; member.given()) return member;
  }
  return {};
}

std::string_view product_of_line(Node line) {
  return first_of(line, {"sku", "product_id", "item_id", "id", "variant_id", "name", "item_name"})
      .scalar();
}

// Reads the amounts of one object, and marks the draft at the first one that is none.
class Amounts {
 public:
  Amounts(Reading& reading, Draft& draft, Node object, std::string_view at)
      : reading_(reading), draft_(draft), object_(object), at_(at) {}

  std::optional<Micro> first_of(Names names) {
    const Node node = ingest::first_of(object_, names);
    if (!node.given()) return std::nullopt;
    const auto amount = amount_of(node.scalar());
    if (!amount)
      mark(draft_, Reason::amount_unreadable, reading_.arena.joined(at_, "/", node.key()));
    return amount;
  }
  std::optional<Micro> find(std::string_view name) { return first_of({name}); }
  Micro or_zero(std::string_view name) { return find(name).value_or(Micro()); }
  // A product or sum that may have become too large.
  Micro bounded(std::optional<Micro> amount) {
    if (!amount) mark(draft_, Reason::amount_too_large, at_);
    return amount.value_or(Micro());
  }

 private:
  Reading& reading_;
  Draft& draft_;
  Node object_;
  std::string_view at_;
};

struct Line {
  std::string_view part;
  std::string_view product;
  Micro quantity;
  Micro revenue;
  std::optional<Micro> cost;
  std::string_view props;
};

struct Sale {
  std::string_view order;
  std::string_view refund;  // tells refunds of one order apart
  std::optional<Micro> net;
  std::optional<Micro> cost;
  std::vector<Line> lines;
  Micro in_lines;  // their revenue together
};

// What a line is known by within its order: its product, or its place where that comes twice.
std::string_view part_of(Arena& arena, const std::vector<Line>& before, std::string_view product) {
  const bool taken = std::any_of(before.begin(), before.end(),
                                 [&](const Line& line) { return line.part == product; });
  if (!product.empty() && !taken) return product;
  return arena.joined(product, "#", std::to_string(before.size() + 1));
}

Line read_line(Reading& reading, Draft& draft, Node item, std::string_view at, const Sale& sale) {
  Amounts amounts(reading, draft, item, at);
  Line line{.product = product_of_line(item), .props = item.raw()};
  line.part = part_of(reading.arena, sale.lines, line.product);
  line.quantity = amounts.find("quantity").value_or(Micro(Micro::kPerUnit));
  const Micro priced = amounts.bounded(product_of(amounts.or_zero("price"), line.quantity));
  line.revenue = amounts.find("revenue").value_or(priced);
  if (const auto each = amounts.find("cost"))
    line.cost = amounts.bounded(product_of(*each, line.quantity));
  return line;
}

void read_lines(Reading& reading, Draft& draft, const Named& named, Sale& sale) {
  const Node list = first_of(named.properties, {"products", "items"});
  for (const Node item : list) {
    const auto at = [&] {
      return reading.arena.joined(named.at, "/", list.key(), "/",
                                  std::to_string(sale.lines.size()));
    };
    if (!item.is(Kind::object)) return mark(draft, Reason::unreadable, at());
    if (sale.lines.size() == kLinesMax) return mark(draft, Reason::event_too_large, at());
    sale.lines.push_back(read_line(reading, draft, item, at(), sale));
  }
}

// Net of VAT and without shipping, as Segment defines `revenue` and GA4 `value`; from what includes
// them (`total`) both are taken off. Without any of these the lines tell, less the discount.
std::optional<Micro> net_of(Amounts& amounts, const Sale& sale) {
  if (const auto net = amounts.first_of({"revenue", "subtotal", "value"})) return net;
  if (const auto total = amounts.find("total"))
    return *total - amounts.or_zero("tax") - amounts.or_zero("shipping");
  if (sale.lines.empty()) return std::nullopt;
  return sale.in_lines - amounts.or_zero("discount");
}

Sale read_sale(Reading& reading, Draft& draft, const Named& named) {
  Amounts amounts(reading, draft, named.properties, named.at);
  Sale sale;
  sale.order = first_of(named.properties, {"order_id", "transaction_id", "orderId"}).scalar();
  sale.refund = named.properties["refund_id"].scalar();
  sale.cost = amounts.find("cost");
  read_lines(reading, draft, named, sale);
  Total total;
  for (const Line& line : sale.lines)
    total.add(line.revenue);
  sale.in_lines = amounts.bounded(total.value());
  sale.net = net_of(amounts, sale);
  return sale;
}

std::optional<Micro> signed_as(Meaning meaning, std::optional<Micro> amount) {
  if (meaning != Meaning::refund || !amount) return amount;
  return amount->units() > 0 ? -*amount : *amount;
}

std::string_view part_in(Arena& arena, const Sale& sale, std::string_view line) {
  if (sale.refund.empty()) return line;
  return line.empty() ? sale.refund : arena.joined(sale.refund, "/", line);
}

std::string_view message_id_of_line(Arena& arena, const Draft& draft, std::string_view part) {
  const bool fits = draft.message_id.size() + 1 + part.size() <= kMessageIdBytesMax;
  if (draft.message_id.empty() || !fits) return {};
  return arena.joined(draft.message_id, "/", part);
}

Draft draft_of_line(Reading& reading, const Draft& order, const Sale& sale, const Line& line,
                    Meaning meaning) {
  Draft draft = order;
  draft.kind = meaning == Meaning::sale ? "order_line" : order.kind;
  draft.message_id = message_id_of_line(reading.arena, order, line.part);
  draft.part = part_in(reading.arena, sale, line.part);
  draft.product = line.product;
  draft.quantity = signed_as(meaning, line.quantity);
  draft.revenue = signed_as(meaning, line.revenue);
  draft.cost = signed_as(meaning, line.cost);
  draft.props = line.props;
  draft.raw = line.props;
  return draft;
}

// The order itself counts what is in none of its lines, so that all together are what it says.
void add_sale(Reading& reading, Draft draft, Meaning meaning, const Named& named) {
  const Sale sale = read_sale(reading, draft, named);
  if (sale.order.empty())
    mark(draft, Reason::property_missing, reading.arena.joined(named.at, "/order_id"));
  if (meaning == Meaning::refund && !sale.net)
    mark(draft, Reason::property_missing, reading.arena.joined(named.at, "/total"));
  draft.order = sale.order;
  draft.part = part_in(reading.arena, sale, "");
  draft.cost = signed_as(meaning, sale.cost);
  if (sale.net) draft.revenue = signed_as(meaning, *sale.net - sale.in_lines);
  draft.props = reading.props.finish(reading.arena);
  reading.drafts.push_back(draft);
  if (draft.fault) return;
  for (const Line& line : sale.lines)
    reading.drafts.push_back(draft_of_line(reading, draft, sale, line, meaning));
}

// What is said of one product outside a sale: it was looked at, put in the basket …
void read_product(Reading& reading, Draft& draft, const Named& named) {
  Node about = named.properties;
  draft.product = first_of(about, {"sku", "product_id", "item_id"}).scalar();
  if (draft.product.empty()) {
    const Node list = first_of(about, {"products", "items"});
    if (list.size() != 1) return;
    about = *list.begin();
    draft.product = product_of_line(about);
  }
  if (!draft.product.empty())
    draft.quantity = Amounts(reading, draft, about, named.at).find("quantity");
}

std::string_view upper(Arena& arena, std::string_view code) {
  std::string text(code);
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return arena.kept(text);
}

// Each property to where it belongs.
void sort_properties(Reading& reading, Draft& draft, Node properties, bool sale) {
  for (const Node property : properties) {
    switch (use_of(property.key())) {
      case Use::none:
        reading.props.add(property);
        break;
      case Use::money:
        if (!sale) reading.props.add(property);
        break;
      case Use::lines:
        if (!sale || !property.is(Kind::list)) reading.props.add(property);
        break;
      case Use::email:
        recognise(draft, identities::Kind::email, property.text());
        break;
      case Use::phone:
        recognise(draft, identities::Kind::phone, property.scalar());
        break;
      case Use::person:
        reading.props.add_private(property);
        break;
      case Use::channel:
        draft.channel = property.text();
        break;
      case Use::consumed:
        break;
    }
  }
  draft.currency = upper(reading.arena, properties["currency"].text());
}

}  // namespace

void add_event(Reading& reading, Draft draft, const Named& named) {
  draft.kind = kind_of_event(reading.arena, named.name);
  if (draft.kind.empty()) mark(draft, Reason::kind_missing, "/event");
  const Meaning meaning = meaning_of(draft.kind);
  sort_properties(reading, draft, named.properties, meaning != Meaning::none);
  if (meaning != Meaning::none) return add_sale(reading, std::move(draft), meaning, named);
  read_product(reading, draft, named);
  draft.props = reading.props.finish(reading.arena);
  reading.drafts.push_back(std::move(draft));
}

void add_plain(Reading& reading, Draft draft, std::string_view kind) {
  draft.kind = kind;
  draft.props = reading.props.finish(reading.arena);
  reading.drafts.push_back(std::move(draft));
}

}  // namespace sluis::connectors::ingest
