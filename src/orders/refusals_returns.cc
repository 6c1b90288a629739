// Why a return, or a refund, is refused.

#include "kernel/assert.h"
#include "orders/returns.h"

namespace sluis::orders {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;

constexpr RefusalKind kReturnUnknown{"return_unknown",
                                     not_found,
                                     kUseless,
                                     {"There is no such return.", "Deze retour bestaat niet."}};
constexpr RefusalKind kReturnReceived{
    "return_received",
    conflict,
    kUseless,
    {"This return was received already.", "Deze retour is al ontvangen."}};
constexpr RefusalKind kMoreThanFulfilled{
    "return_more_than_fulfilled",
    conflict,
    kUseless,
    {"{0} brought back, and of this line the buyer has {1}.",
     "{0} teruggebracht, en van deze regel heeft de koper er {1}."}};
constexpr RefusalKind kRefundAbovePaid{
    "refund_above_paid",
    conflict,
    kUseless,
    {"{0} is more than the {1} that was paid and not given back.",
     "{0} is meer dan de {1} die is betaald en niet is teruggegeven."}};
constexpr RefusalKind kRefundNotYours{
    "refund_not_yours",
    forbidden,
    kUseless,
    {"{0} is more than the {1} that is due; only a manager gives more.",
     "{0} is meer dan de {1} die terug moet; alleen een manager geeft meer."}};
constexpr RefusalKind kNothingDue{
    "refund_nothing_due",
    conflict,
    kUseless,
    {"Of order {0} nothing is to be given back.", "Van order {0} moet niets terug."}};
constexpr RefusalKind kWithdrawalTooLate{"withdrawal_too_late",
                                         conflict,
                                         kUseless,
                                         {"Order {0} was received more than 14 days ago.",
                                          "Order {0} is meer dan 14 dagen geleden ontvangen."}};

constexpr RefusalKind kBoughtInStore{
    "withdrawal_in_store",
    conflict,
    kUseless,
    {"Order {0} was bought in a store: withdrawing is for what is bought at a distance.",
     "Order {0} is in een winkel gekocht: herroepen kan bij een koop op afstand."}};

}  // namespace

const RefusalKind& kind_of(ReturnRefusal refusal) {
  switch (refusal) {
    case ReturnRefusal::return_unknown:
      return kReturnUnknown;
    case ReturnRefusal::return_received:
      return kReturnReceived;
    case ReturnRefusal::more_than_fulfilled:
      return kMoreThanFulfilled;
    case ReturnRefusal::refund_above_paid:
      return kRefundAbovePaid;
    case ReturnRefusal::refund_not_yours:
      return kRefundNotYours;
    case ReturnRefusal::nothing_due:
      return kNothingDue;
    case ReturnRefusal::withdrawal_too_late:
      return kWithdrawalTooLate;
    case ReturnRefusal::bought_in_store:
      return kBoughtInStore;
  }
  assertion_failed("a ReturnRefusal");
}

}  // namespace sluis::orders
