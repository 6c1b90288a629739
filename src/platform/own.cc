#include "platform/own.h"

#include "platform/api/idempotency.h"
#include "platform/blobs/blobs.h"
#include "platform/forget.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"
#include "platform/outbox/outbox.h"
#include "platform/store/node.h"

namespace sluis::platform {

std::span<const store::Statement* const> statements() {
  static const auto all = [] {
    std::vector<const store::Statement*> gathered;
    for (const auto& some :
         {store::statements(), store::seen_statements(), outbox::statements(), jobs::statements(),
          blobs::statements(), api::idempotency::statements(), mail::statements()}) {
      gathered.insert(gathered.end(), some.begin(), some.end());
    }
    return gathered;
  }();
  return all;
}

void forget_about(store::Tx& tx, std::span<const std::string> names) {
  api::idempotency::forget_about(tx, names);
  mail::forget(tx, names);
}

}  // namespace sluis::platform
