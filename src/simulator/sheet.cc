#include "simulator/sheet.h"

#include <fmt/compile.h>

#include "simulator/places.h"

namespace sluis::simulator {
namespace {

constexpr std::array kMarks = {Mark::device,      Mark::card,  Mark::phone,
                               Mark::marketplace, Mark::email, Mark::user};

// Numbers that machines call each other with: no person answers them.
constexpr std::uint64_t kFirstNumber = 3'197'010'000'000;

// Empty when the event has no such mark.
std::string marked(const Event& event, Mark mark) {
  for (const Seen& seen : event.seen) {
    if (seen.mark == mark) return name_of(seen);
  }
  return {};
}

void write_amounts(std::string& out, const Event& event) {
  if (event.quantity != 0) out += fmt::format(FMT_COMPILE("{}"), event.quantity);
  out += ',';
  const bool money = event.order.number != 0;
  if (money) out += to_string(event.revenue);
  out += ',';
  if (money) out += to_string(event.cost);
  out += ',';
  if (event.duration_s != 0) out += fmt::format(FMT_COMPILE("{}"), event.duration_s);
  out += ',';
}

void write_order(std::string& out, const Event& event) {
  if (event.order.number != 0) out += name_of(event.order);
  out += ',';
  if (event.line != 0) out += fmt::format(FMT_COMPILE("{}"), event.line);
  out += ',';
}

void write_remark(std::string& out, const Remark& remark) {
  out.append(remark.experiment).append(",").append(remark.arm).append(",");
  out.append(remark.probability).append(",").append(remark.outcome).append("\n");
}

}  // namespace

std::string name_of(Seen seen) {
  switch (seen.mark) {
    case Mark::none:
      return {};
    case Mark::device:
      return fmt::format(FMT_COMPILE("sample-device-{}"), seen.number);
    case Mark::user:
      return fmt::format(FMT_COMPILE("sample-{}"), seen.number);
    case Mark::email:
      return fmt::format(FMT_COMPILE("sample.{}@example.com"), seen.number);
    case Mark::phone:
      return fmt::format(FMT_COMPILE("+{}"), kFirstNumber + seen.number);
    case Mark::card:
      return fmt::format(FMT_COMPILE("sample-card-{}"), seen.number);
    case Mark::marketplace:
      return fmt::format(FMT_COMPILE("sample-buyer-{}"), seen.number);
  }
  __builtin_unreachable();
}

std::string name_of(const OrderKey& order) {
  const auto day = order.day.days().time_since_epoch().count();
  return fmt::format(FMT_COMPILE("SAMPLE-{}-{}-{}"), day, order.customer, order.number);
}

std::string product_name(std::uint16_t product) {
  return fmt::format(FMT_COMPILE("sample-{:03}"), product);
}

std::string_view name_of(Campaign campaign) {
  switch (campaign) {
    case Campaign::none:
      return {};
    case Campaign::mailing:
      return "sample-mailing";
    case Campaign::call_invitation:
      return "sample-call-invitation";
  }
  __builtin_unreachable();
}

std::string message_prefix(std::uint64_t seed, Date day) {
  return fmt::format("sample-{}-{}-", seed, to_string(day));
}

std::string_view sheet_header() {
  return "message_id,ts,channel,kind,device,card,phone,marketplace,email,user,campaign,product,"
         "quantity,revenue,cost,duration_s,order,part,experiment,arm,probability,outcome\n";
}

std::string rows_of(const std::vector<Event>& events, const std::string& prefix) {
  std::string rows;
  std::size_t number = 0;
  for (const Event& event : events)
    write_row(rows, event, fmt::format(FMT_COMPILE("{}{}"), prefix, ++number));
  return rows;
}

void write_row(std::string& out, const Event& event, std::string_view id) {
  out.append(id).append(",").append(to_string(event.ts)).append(",");
  out.append(code_of(event.place)).append(",").append(enum_name(event.kind)).append(",");
  for (const Mark mark : kMarks)
    out.append(marked(event, mark)).append(",");
  out.append(name_of(event.campaign)).append(",");
  if (event.product != 0) out += product_name(event.product);
  out += ',';
  write_amounts(out, event);
  write_order(out, event);
  write_remark(out, remark_of(event.note));
}

}  // namespace sluis::simulator
