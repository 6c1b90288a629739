// Writes down what one customer does on one day.
#pragma once

#include "kernel/random.h"
#include "simulator/calendar.h"
#include "simulator/customer.h"

namespace sluis::simulator {

class Diary {
 public:
  Diary(const Customer& customer, Date date, std::vector<Event>& events)
      : customer_(customer), date_(date), events_(events) {}

  Date date() const { return date_; }
  void write(std::int64_t second, Event event);

 private:
  const Customer& customer_;
  Date date_;
  std::vector<Event>& events_;
};

// One of the devices of a customer; the first may be that of somebody else too.
Seen device_of(const Customer& customer, Random& random);

}  // namespace sluis::simulator
