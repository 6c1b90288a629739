// Follows the facts as they are committed, for what is live (screens over SSE, state in memory).
// Resumable from a position; it has no cursor in the database.
#pragma once

#include <functional>
#include <memory>

#include "platform/outbox/outbox.h"
#include "platform/store/store.h"

namespace sluis::outbox {

class Tail {
 public:
  explicit Tail(store::Store& store,
                std::chrono::milliseconds poll = std::chrono::milliseconds(250));
  ~Tail();

  // Ends with the object; after that the callback is not called any more.
  class Subscription {
   public:
    Subscription(Subscription&&) noexcept;
    Subscription& operator=(Subscription&&) noexcept;
    ~Subscription();

   private:
    friend class Tail;
    struct Entry;
    explicit Subscription(std::shared_ptr<Entry> entry);
    std::shared_ptr<Entry> entry_;
  };

  // Calls `take` for each fact after `after`, or from now on; in order, on the tail's thread.
  [[nodiscard]] Subscription follow(std::optional<Position> after, std::vector<std::string> topics,
                                    std::function<void(const Fact&)> take);

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace sluis::outbox
