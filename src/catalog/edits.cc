#include "catalog/edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "catalog/changes.h"
#include "catalog/rules.h"
#include "catalog/store_edits.h"
#include "channels/channels.h"
#include "kernel/assert.h"

namespace sluis::catalog {
namespace {

constexpr std::size_t kLinesShown = 1000;
constexpr std::int64_t kWholeInHundredths = 10'000;

constexpr RefusalKind kEditUnknown{"edit_unknown",
                                   Category::not_found,
                                   Retry::useless,
                                   {"There is no such change.", "Deze wijziging bestaat niet."}};
constexpr RefusalKind kEditUndone{
    "edit_undone",
    Category::conflict,
    Retry::useless,
    {"This change has been undone already.", "Deze wijziging is al teruggedraaid."}};
constexpr Text kOneOfTwo{"Give an amount or a percentage, and not both.",
                         "Geef een bedrag of een percentage, en niet allebei."};
constexpr Text kAmountTooLow{"Must not be below zero.", "Mag niet onder nul zijn."};
constexpr Text kSoManyAtOnce{"Choose 1 to {0} products.", "Kies 1 tot {0} producten."};
constexpr Text kNoSuchChannel{"There is no channel with this id.", "Er is geen kanaal met dit id."};
constexpr Text kNothingChosen{"Say what is to change.", "Zeg wat er moet wijzigen."};

// A product, what it says and its variants: as they are, and as they are to be.
struct Planned {
  Product before;
  Product after;
  Content said;
  Content to_say;
  std::vector<Variant> variants;
  std::vector<Variant> to_be;

  bool differs() const { return before != after || said != to_say || variants != to_be; }
};

std::vector<FieldProblem> problems_of(const EditDraft& draft) {
  std::vector<FieldProblem> problems;
  const EditChange& change = draft.change;
  if (draft.products.empty() || draft.products.size() > kEditedMost) {
    problems.push_back({"/products", "range", Message(kSoManyAtOnce, std::to_string(kEditedMost))});
  }
  const bool any = change.category.present || change.vat.present || change.state.present ||
                   change.cost.present || change.price.present || change.text.present;
  if (!any) problems.push_back({"/change", "required", Message(kNothingChosen)});
  const PriceEdit& price = change.price.value;
  if (change.price.present && price.amount.has_value() == price.percent_hundredths.has_value()) {
    problems.push_back({"/change/price/amount", "range", Message(kOneOfTwo)});
  }
  if (change.price.present && price.amount && *price.amount < Micro()) {
    problems.push_back({"/change/price/amount", "range", Message(kAmountTooLow)});
  }
  if (change.cost.present && change.cost.value && *change.cost.value < Micro()) {
    problems.push_back({"/change/cost", "range", Message(kAmountTooLow)});
  }
  return problems;
}

void check_channel(store::Snapshot& snapshot, std::string_view pointer,
                   const std::optional<ChannelId>& channel, std::vector<FieldProblem>& problems) {
  if (!channel || channels::find(snapshot, channels::kEverything, *channel)) return;
  problems.push_back({std::string(pointer), "unknown", Message(kNoSuchChannel)});
}

bool is_edited(const Price& price, const PriceEdit& edit) {
  return price.channel == edit.channel && !price.segment && price.currency == edit.currency &&
         !price.from && !price.to;
}

Micro raised(Micro amount, std::int64_t hundredths, Currency currency) {
  const Micro exactly = scaled(amount, kWholeInHundredths + hundredths, kWholeInHundredths);
  return exact(payable(exactly, currency), currency);
}

void edit_prices(const PriceEdit& edit, std::vector<Price>& prices) {
  const auto found =
      std::ranges::find_if(prices, [&](const Price& price) { return is_edited(price, edit); });
  if (edit.percent_hundredths) {
    if (found == prices.end()) return;
    found->amount = raised(found->amount, edit.percent_hundredths->number, edit.currency);
  } else if (found != prices.end()) {
    found->amount = *edit.amount;
  } else {
    prices.push_back({.channel = edit.channel,
                      .segment = {},
                      .currency = edit.currency,
                      .amount = *edit.amount,
                      .from = {},
                      .to = {}});
  }
}

// A text of which nothing is left goes.
void edit_texts(const TextEdit& edit, std::vector<Wording>& texts) {
  const auto is_it = [&](const Wording& one) {
    return one.channel == edit.channel && one.language == edit.language;
  };
  auto found = std::ranges::find_if(texts, is_it);
  if (found == texts.end()) {
    texts.push_back(
        {.channel = edit.channel, .language = edit.language, .title = {}, .description = {}});
    found = texts.end() - 1;
  }
  edit.title.apply_to(found->title);
  edit.description.apply_to(found->description);
  if (found->title.text.empty() && found->description.text.empty()) texts.erase(found);
}

Result<Planned> planned_for(store::Snapshot& snapshot, ProductId id, const EditChange& change) {
  Planned plan;
  plan.before = plan.after = TRY(product(snapshot, id));
  plan.said = plan.to_say = TRY(content(snapshot, id));
  plan.variants = plan.to_be = variants_of(snapshot, id);
  change.category.apply_to(plan.after.category);
  change.vat.apply_to(plan.after.vat);
  change.state.apply_to(plan.after.state);
  if (change.text.present) edit_texts(change.text.value, plan.to_say.texts);
  for (Variant& variant : plan.to_be) {
    change.cost.apply_to(variant.cost);
    if (change.price.present) edit_prices(change.price.value, variant.prices);
  }
  return plan;
}

Result<std::vector<Planned>> planned(store::Snapshot& snapshot, const EditDraft& draft) {
  std::vector<FieldProblem> problems = problems_of(draft);
  const EditChange& change = draft.change;
  check_channel(snapshot, "/change/price/channel", change.price.value.channel, problems);
  check_channel(snapshot, "/change/text/channel", change.text.value.channel, problems);
  if (!problems.empty()) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
  }
  std::vector<ProductId> ids = draft.products;
  std::ranges::sort(ids);
  const auto twice = std::ranges::unique(ids);
  ids.erase(twice.begin(), twice.end());
  std::vector<Planned> plans;
  for (const ProductId id : ids)
    plans.push_back(TRY(planned_for(snapshot, id, change)));
  return plans;
}

std::string printed(const std::optional<Micro>& amount, Currency currency) {
  return amount ? fmt::format("{} {}", to_string(*amount), currency.code()) : std::string();
}

std::optional<Micro> edited_price(const Variant& variant, const PriceEdit& edit) {
  for (const Price& price : variant.prices)
    if (is_edited(price, edit)) return price.amount;
  return std::nullopt;
}

Wording wording_of(const Content& content, const TextEdit& edit) {
  for (const Wording& one : content.texts)
    if (one.channel == edit.channel && one.language == edit.language) return one;
  return {};
}

// One line for each value that differs.
class Lines {
 public:
  explicit Lines(const EditChange& change) : change_(change) {}

  void add(const Planned& plan) {
    plan_ = &plan;
    sku_.reset();
    const auto& [before, after, said, to_say, variants, to_be] = plan;
    put(EditField::category, before.category.text, after.category.text);
    put(EditField::vat, std::string(enum_name(before.vat)), std::string(enum_name(after.vat)));
    put(EditField::state, std::string(enum_name(before.state)),
        std::string(enum_name(after.state)));
    const Wording was = wording_of(said, change_.text.value);
    const Wording is = wording_of(to_say, change_.text.value);
    put(EditField::title, was.title.text, is.title.text);
    put(EditField::description, was.description.text, is.description.text);
    for (std::size_t i = 0; i < variants.size(); ++i)
      add(variants[i], to_be[i]);
  }
  std::vector<EditLine> lines() && { return std::move(lines_); }

 private:
  void add(const Variant& before, const Variant& after) {
    sku_ = before.sku;
    put(EditField::cost, printed(before.cost, before.cost_currency),
        printed(after.cost, after.cost_currency));
    const PriceEdit& price = change_.price.value;
    put(EditField::price, printed(edited_price(before, price), price.currency),
        printed(edited_price(after, price), price.currency));
  }
  void put(EditField field, std::string before, std::string after) {
    if (before == after) return;
    lines_.push_back({.product = plan_->before.id,
                      .name = plan_->before.name,
                      .sku = sku_,
                      .field = field,
                      .before = std::move(before),
                      .after = std::move(after)});
  }

  const EditChange& change_;
  const Planned* plan_ = nullptr;
  std::optional<Sku> sku_;
  std::vector<EditLine> lines_;
};

std::vector<EditLine> lines_of(const std::vector<Planned>& plans, const EditChange& change) {
  Lines lines(change);
  for (const Planned& plan : plans)
    lines.add(plan);
  return std::move(lines).lines();
}

sql::EditedProduct kept(const Planned& plan, std::int64_t version) {
  return {.id = plan.before.id,
          .version = version,
          .category = plan.before.category,
          .vat = plan.before.vat,
          .state = plan.before.state,
          .texts = plan.said.texts};
}

Result<void> carry_out(store::Tx& tx, const access::Actor& actor, const Planned& plan,
                       sql::Before& before) {
  Product now = TRY(save(tx, actor, plan.before, plan.after));
  now = TRY(save(tx, actor, now, plan.said, plan.to_say));
  if (now.version != plan.before.version) before.products.push_back(kept(plan, now.version));
  for (std::size_t i = 0; i < plan.variants.size(); ++i) {
    const Variant& was = plan.variants[i];
    const Variant is = TRY(save(tx, actor, was, plan.to_be[i]));
    if (is.version == was.version) continue;
    before.variants.push_back(
        {.id = was.id, .version = is.version, .cost = was.cost, .prices = was.prices});
  }
  return {};
}

Result<void> restore(store::Tx& tx, const access::Actor& actor, const sql::EditedProduct& was,
                     Undone& undone) {
  const Product now = TRY(product(tx, was.id));
  if (now.version != was.version) {
    undone.left.push_back(now.name);
    return {};
  }
  Product after = now;
  after.category = was.category;
  after.vat = was.vat;
  after.state = was.state;
  const Content said = TRY(content(tx, was.id));
  Content to_say = said;
  to_say.texts = was.texts;
  const Product restored = TRY(save(tx, actor, now, after));
  TRY_VOID(save(tx, actor, restored, said, to_say));
  ++undone.restored;
  return {};
}

Result<void> restore(store::Tx& tx, const access::Actor& actor, const sql::EditedVariant& was,
                     Undone& undone) {
  const Variant now = TRY(variant(tx, was.id));
  if (now.version != was.version) {
    const Product its = TRY(product(tx, now.product));
    if (std::ranges::count(undone.left, its.name) == 0) undone.left.push_back(its.name);
    return {};
  }
  Variant after = now;
  after.cost = was.cost;
  after.prices = was.prices;
  TRY_VOID(save(tx, actor, now, after));
  ++undone.restored;
  return {};
}

}  // namespace

const RefusalKind& kind_of(EditRefusal refusal) {
  switch (refusal) {
    case EditRefusal::edit_unknown:
      return kEditUnknown;
    case EditRefusal::edit_undone:
      return kEditUndone;
  }
  assertion_failed("an EditRefusal");
}

Result<EditPreview> preview(store::Snapshot& snapshot, const EditDraft& draft) {
  const std::vector<Planned> plans = TRY(planned(snapshot, draft));
  EditPreview preview{.lines = lines_of(plans, draft.change)};
  preview.changes = std::ssize(preview.lines);
  preview.products = std::ranges::count_if(plans, &Planned::differs);
  preview.unchanged = std::ssize(plans) - preview.products;
  if (preview.lines.size() > kLinesShown) preview.lines.resize(kLinesShown);
  return preview;
}

Result<Edit> carry_out(store::Tx& tx, const access::Actor& actor, const EditDraft& draft) {
  const std::vector<Planned> plans = TRY(planned(tx, draft));
  sql::Before before;
  for (const Planned& plan : plans)
    TRY_VOID(carry_out(tx, actor, plan, before));
  Edit edit{.id = actor.ids.next<EditId>(),
            .actor = actor.name,
            .moment = actor.now,
            .change = draft.change,
            .products = std::ranges::count_if(plans, &Planned::differs),
            .changes = std::ssize(lines_of(plans, draft.change)),
            .undone = {}};
  sql::insert(tx, edit, before);
  return edit;
}

std::vector<Edit> edits(store::Snapshot& snapshot, const std::optional<EditId>& before,
                        std::int64_t limit) {
  return sql::edits(snapshot, before, limit);
}

Result<Undone> undo(store::Tx& tx, const access::Actor& actor, EditId id) {
  if (!sql::edit(tx, id)) return refuse(EditRefusal::edit_unknown);
  if (!sql::undo(tx, id, actor.now)) return refuse(EditRefusal::edit_undone);
  const sql::Before before = sql::before(tx, id);
  Undone undone;
  for (const sql::EditedProduct& product : before.products)
    TRY_VOID(restore(tx, actor, product, undone));
  for (const sql::EditedVariant& variant : before.variants)
    TRY_VOID(restore(tx, actor, variant, undone));
  return undone;
}

}  // namespace sluis::catalog
