#include "connectors/ingest/kinds.h"

#include <array>

#include "kernel/fold.h"

namespace sluis::connectors::ingest {
namespace {

constexpr std::size_t kKindBytesMax = 64;

struct Alias {
  std::string_view name;
  std::string_view kind;
};

// In order of name. From the recommended events of GA4, the first names of Segment's e-commerce
// events ("Viewed Product"), PostHog, Umami and Plausible.
constexpr Alias kAliases[] = {
    {"add_payment_info", "payment_info_entered"},
    {"add_shipping_info", "checkout_step_completed"},
    {"add_to_cart", "product_added"},
    {"add_to_wishlist", "product_added_to_wishlist"},
    {"added_product", "product_added"},
    {"begin_checkout", "checkout_started"},
    {"completed_order", "order_completed"},
    {"generate_lead", "contact_requested"},
    {"order_canceled", "order_refunded"},
    {"order_cancelled", "order_refunded"},
    {"page_view", "page_viewed"},
    {"pageview", "page_viewed"},
    {"purchase", "order_completed"},
    {"refund", "order_refunded"},
    {"refunded_order", "order_refunded"},
    {"remove_from_cart", "product_removed"},
    {"removed_product", "product_removed"},
    {"screen", "page_viewed"},
    {"screen_view", "page_viewed"},
    {"search", "products_searched"},
    {"select_item", "product_clicked"},
    {"select_promotion", "promotion_clicked"},
    {"share", "product_shared"},
    {"view_cart", "cart_viewed"},
    {"view_item", "product_viewed"},
    {"view_item_list", "product_list_viewed"},
    {"view_promotion", "promotion_viewed"},
    {"view_search_results", "products_searched"},
    {"viewed_product", "product_viewed"},
    {"viewed_product_category", "product_list_viewed"},
};

static_assert(std::ranges::is_sorted(kAliases, {}, &Alias::name));

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A name in snake case, at most one byte longer than a kind may be, so that it is seen when a name
// is too long.
class Snake {
 public:
  explicit Snake(std::string_view name) {
    bool gap = false;
    for (const char c : name) {
      const char l = lower(c);
      if (!is_letter_or_digit(l)) {
        gap = size_ > 0;
        continue;
      }
      if (gap) put('_');
      gap = false;
      put(l);
    }
  }
  std::string_view text() const { return {text_.data(), size_}; }

 private:
  void put(char c) {
    if (size_ < text_.size()) text_[size_++] = c;
  }

  std::array<char, kKindBytesMax + 1> text_;
  std::size_t size_ = 0;
};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

}  // namespace

std::string_view kind_of_event(Arena& arena, std::string_view name) {
  const Snake snake(is_ascii(name) ? name : std::string_view(folded(name)));
  const auto alias = std::lower_bound(
      std::begin(kAliases), std::end(kAliases), snake.text(),
      [](const Alias& known, std::string_view wanted) { return known.name < wanted; });
  if (alias != std::end(kAliases) && alias->name == snake.text()) return alias->kind;
  return snake.text() == name ? name : arena.kept(snake.text());
}

Meaning meaning_of(std::string_view kind) {
  if (kind == "order_completed") return Meaning::sale;
  if (kind == "order_refunded") return Meaning::refund;
  return Meaning::none;
}

}  // namespace sluis::connectors::ingest
