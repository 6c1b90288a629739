// What is done now and then: every minute it looks for sources that fell silent and gives back what
// was reserved for too long, ends orders that were not paid, accepted or collected in time, begins
// waves of the panel and mails their links, has the reports of the week sent that are due, and has
// customers valued and conflicts looked for once a night; every hour it reckons anew what channels
// leave for the others, and takes away what is kept only for a time (facts that every cursor has
// passed, the answers to idempotent commands, the marks of what may come only once, files that wait
// for an import, old mail and old conversations, files that nothing names any more).
#pragma once

#include <filesystem>
#include <thread>

#include "events/events.h"
#include "platform/log/log.h"
#include "platform/store/store.h"

namespace sluis::app {

struct Keeping {
  Duration contacts;             // what was said with customers
  std::filesystem::path folder;  // of the data
};

class Upkeep {
 public:
  // `origin` is where browsers find the web app; empty where nobody said so.
  Upkeep(store::Store& store, const Clock& clock, IdSource& ids, events::Intake& intake,
         const Keeping& keeping, log::Log& log, std::string origin);

 private:
  void run(const std::stop_token& stop);
  void clean();
  void listen();
  void give_back();
  void end_orders();
  void value_customers();
  void look_for_conflicts();
  void reckon_buffers();
  void ask_the_panel();
  void mail_the_panel();
  void send_reports();

  store::Store& store_;
  const Clock& clock_;
  IdSource& ids_;
  events::Intake& intake_;
  const Keeping keeping_;
  log::Log& log_;
  const std::string origin_;
  std::jthread thread_;
};

}  // namespace sluis::app
