// Who carries out payments and refunds. A provider is asked outside of any unit, by a job, under
// the id of the payment: asked twice, it does it once and answers the same.
#pragma once

#include "orders/acting.h"
#include "platform/jobs/runner.h"

namespace sluis::orders {

struct AskedPayment {
  PaymentId id;
  PaymentKind kind = PaymentKind::payment;
  Slug method;
  Micro amount;
  Currency currency;
  Reference order;
};

struct ProviderAnswer {
  bool succeeded = false;
  Line<0, 200> reference;  // theirs
};
BOOST_DESCRIBE_STRUCT(ProviderAnswer, (), (succeeded, reference))

class Provider {
 public:
  virtual ~Provider() = default;
  virtual std::string_view name() const = 0;
  // A refusal that may pass is asked again later.
  virtual Result<ProviderAnswer> carry_out(const AskedPayment& asked) const = 0;
};

// Null when nobody is called so. There is one for trying out, "test": it declines the method
// "declined" and carries out all others.
const Provider* provider_named(std::string_view name);

// In the unit of the act: the intent is written down already; the job asks the provider.
void ask_provider(const Desk& desk, const Payment& payment);

struct PaymentPlaces {
  store::Store& store;
  events::Intake& intake;
  IdSource& ids;
  const Clock& clock;
};
jobs::Kind payment_job(const PaymentPlaces& places);

}  // namespace sluis::orders
