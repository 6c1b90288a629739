#include "platform/http/service.h"

#include "kernel/assert.h"
#include "platform/http/faults.h"

namespace sluis::http {

Responder::~Responder() {
  if (to_) answer(reply_to(kUnanswered, Language::en));
}

void Responder::reply(Reply reply) {
  answer(std::move(reply));
}
void Responder::stream(std::shared_ptr<EventStream> events, std::vector<Header> headers) {
  answer(Events{std::move(events), std::move(headers)});
}
void Responder::upgrade(std::shared_ptr<Socket> socket) {
  answer(std::move(socket));
}

void Responder::answer(Answer answer) {
  SLUIS_ASSERT(to_ != nullptr);
  std::exchange(to_, nullptr)->answer(std::move(answer));
}

}  // namespace sluis::http
