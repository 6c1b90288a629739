// Why an order, or an act on it, is refused.

#include "kernel/assert.h"
#include "orders/acting.h"

namespace sluis::orders {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;
constexpr Retry kMayHelp = Retry::may_help;

constexpr RefusalKind kOrderUnknown{"order_unknown",
                                    not_found,
                                    kUseless,
                                    {"There is no such order, or it is not yours to see.",
                                     "Deze order bestaat niet, of u mag haar niet zien."}};
constexpr RefusalKind kReferenceTaken{
    "order_reference_taken",
    conflict,
    kUseless,
    {"There is already an order {0} in this channel.", "Er is in dit kanaal al een order {0}."}};
constexpr RefusalKind kChannelClosed{
    "order_channel_closed",
    conflict,
    kUseless,
    {"The channel {0} has ended: nothing is sold there any more.",
     "Het kanaal {0} is beëindigd: er wordt niets meer verkocht."}};
constexpr RefusalKind kNoLines{
    "order_lines",
    conflict,
    kUseless,
    {"An order has 1 to {0} lines.", "Een order heeft 1 tot {0} regels."}};
constexpr RefusalKind kLineUnknown{
    "order_line_unknown",
    not_found,
    kUseless,
    {"Line {0} is not there, or has no pieces.", "Regel {0} is er niet, of heeft geen stuks."}};
constexpr RefusalKind kAmountTooLarge{"order_amount",
                                      conflict,
                                      kUseless,
                                      {"The amount of {0} is below zero or too large.",
                                       "Het bedrag van {0} is negatief of te groot."}};
constexpr RefusalKind kPriceChanged{
    "price_changed",
    conflict,
    kUseless,
    {"The price of {0} is not {1} any more but {2}. Show the buyer and ask again.",
     "De prijs van {0} is niet meer {1} maar {2}. Toon dat aan de koper en vraag het opnieuw."}};
constexpr RefusalKind kPriceNotYours{"price_not_yours",
                                     forbidden,
                                     kUseless,
                                     {"Only a manager sets another price or a discount.",
                                      "Alleen een manager bepaalt een andere prijs of korting."}};
constexpr RefusalKind kNotWholeCents{
    "amount_not_payable",
    conflict,
    kUseless,
    {"{0} cannot be paid: it must be more than zero, in whole cents.",
     "{0} kan niet worden betaald: het moet meer dan nul zijn, in hele centen."}};
constexpr RefusalKind kVoucherNotValid{
    "voucher_not_valid",
    conflict,
    kUseless,
    {"The voucher {0} does not hold here and now.", "De tegoedbon {0} geldt hier en nu niet."}};
constexpr RefusalKind kVoucherUsedUp{
    "voucher_used_up",
    conflict,
    kUseless,
    {"The voucher {0} has been used already.", "De tegoedbon {0} is al gebruikt."}};
constexpr RefusalKind kVoucherNotTheirs{
    "voucher_not_theirs",
    conflict,
    kUseless,
    {"The voucher {0} is for one customer: say who buys, as we know them by e-mail address, "
     "telephone number or card.",
     "De tegoedbon {0} is voor één klant: zeg wie er koopt, zoals wij die kennen van "
     "e-mailadres, telefoonnummer of klantenkaart."}};
constexpr RefusalKind kVoucherCodeTaken{"voucher_code_taken",
                                        conflict,
                                        kUseless,
                                        {"There is already a voucher {0}. Choose another code.",
                                         "Er is al een tegoedbon {0}. Kies een andere code."}};
constexpr RefusalKind kVoucherEmpty{
    "voucher_empty",
    conflict,
    kUseless,
    {"A voucher takes off either an amount or a part, and more than nothing.",
     "Een tegoedbon geeft een bedrag of een deel korting, en meer dan niets."}};
constexpr RefusalKind kLocationNeeded{"order_location_needed",
                                      conflict,
                                      kUseless,
                                      {"Say at which location: that is needed for {0}.",
                                       "Zeg op welke locatie: dat is nodig voor {0}."}};
constexpr RefusalKind kActNotAllowed{
    "order_act_not_allowed",
    conflict,
    kUseless,
    {"Order {0} is {1}: this cannot be done with it any more, or not yet.",
     "Order {0} is {1}: dit kan er niet meer mee, of nog niet."}};
constexpr RefusalKind kTooFew{
    "order_too_few",
    conflict,
    kMayHelp,
    {"There is not enough of {0}: {1} asked for.", "Er is niet genoeg van {0}: {1} gevraagd."}};
constexpr RefusalKind kMoreThanOpen{"order_more_than_open",
                                    conflict,
                                    kUseless,
                                    {"{0} asked for, and of this line {1} are open.",
                                     "{0} gevraagd, en van deze regel staan er {1} open."}};
constexpr RefusalKind kDeliveryUnknown{"delivery_unknown",
                                       not_found,
                                       kUseless,
                                       {"There is no such delivery, or it is not yours to see.",
                                        "Deze levering bestaat niet, of u mag haar niet zien."}};
constexpr RefusalKind kHandlingNotAllowed{
    "delivery_handling_not_allowed",
    conflict,
    kUseless,
    {"The delivery is {0}, or its order waits: this cannot be done with it.",
     "De levering is {0}, of de order wacht nog: dit kan er niet mee."}};
constexpr RefusalKind kPaysTooMuch{"order_pays_too_much",
                                   conflict,
                                   kUseless,
                                   {"{0} is more than the {1} that is still to be paid.",
                                    "{0} is meer dan de {1} die nog betaald moet worden."}};
constexpr RefusalKind kNothingToPay{
    "order_nothing_to_pay",
    conflict,
    kUseless,
    {"Of order {0} nothing is left to be paid.", "Van order {0} is niets meer te betalen."}};
constexpr RefusalKind kNotPaid{"order_not_paid",
                               conflict,
                               kUseless,
                               {"{0} must be paid first.", "Eerst moet {0} worden betaald."}};
constexpr RefusalKind kProviderUnknown{
    "payment_provider_unknown",
    conflict,
    kUseless,
    {"There is no payment provider {0}.", "Er is geen betaalprovider {0}."}};

}  // namespace

const RefusalKind& kind_of(OrderRefusal refusal) {
  switch (refusal) {
    case OrderRefusal::order_unknown:
      return kOrderUnknown;
    case OrderRefusal::reference_taken:
      return kReferenceTaken;
    case OrderRefusal::channel_closed:
      return kChannelClosed;
    case OrderRefusal::no_lines:
      return kNoLines;
    case OrderRefusal::line_unknown:
      return kLineUnknown;
    case OrderRefusal::amount_too_large:
      return kAmountTooLarge;
    case OrderRefusal::price_changed:
      return kPriceChanged;
    case OrderRefusal::price_not_yours:
      return kPriceNotYours;
    case OrderRefusal::not_whole_cents:
      return kNotWholeCents;
    case OrderRefusal::voucher_not_valid:
      return kVoucherNotValid;
    case OrderRefusal::voucher_used_up:
      return kVoucherUsedUp;
    case OrderRefusal::voucher_not_theirs:
      return kVoucherNotTheirs;
    case OrderRefusal::voucher_code_taken:
      return kVoucherCodeTaken;
    case OrderRefusal::voucher_empty:
      return kVoucherEmpty;
    case OrderRefusal::location_needed:
      return kLocationNeeded;
    case OrderRefusal::act_not_allowed:
      return kActNotAllowed;
    case OrderRefusal::too_few:
      return kTooFew;
    case OrderRefusal::more_than_open:
      return kMoreThanOpen;
    case OrderRefusal::delivery_unknown:
      return kDeliveryUnknown;
    case OrderRefusal::handling_not_allowed:
      return kHandlingNotAllowed;
    case OrderRefusal::pays_too_much:
      return kPaysTooMuch;
    case OrderRefusal::nothing_to_pay:
      return kNothingToPay;
    case OrderRefusal::not_paid:
      return kNotPaid;
    case OrderRefusal::provider_unknown:
      return kProviderUnknown;
  }
  assertion_failed("an OrderRefusal");
}

}  // namespace sluis::orders
