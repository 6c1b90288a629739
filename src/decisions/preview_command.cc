// `sluis decisions preview`: a row for each place, segment and offer.

#include <algorithm>

#include <fmt/format.h>

#include "decisions/commands.h"
#include "decisions/engine.h"
#include "kernel/assert.h"
#include "platform/command/rows.h"
#include "segments/segments.h"

namespace sluis::decisions {
namespace {

using command::Invocation;

constexpr Text kLookedAt{
    "{0} customers were looked at, one in {1}; {2} more allow nothing to be kept.",
    "Naar {0} klanten is gekeken, één op de {1}; nog {2} staan niet toe dat er "
    "iets bewaard wordt."};
constexpr Text kNobody{"Nobody is offered anything now: {0}.",
                       "Niemand wordt nu iets aangeboden: {0}."};

struct PreviewRow {
  std::string place;
  std::string segment;
  std::string offer;
  std::int64_t customers = 0;
  std::int64_t held_out = 0;
  std::int64_t passed = 0;
  std::string stopped;
  double offered = 0;
  double gain = 0;
  double gain_low = 0;
  double gain_high = 0;

  static constexpr Text headings[] = {{"Place", "Plek"},
                                      {"Segment", "Segment"},
                                      {"Offer", "Aanbieding"},
                                      {"Customers", "Klanten"},
                                      {"Held out", "Buiten"},
                                      {"Pass", "Komen door"},
                                      {"Stopped by", "Tegengehouden door"},
                                      {"Would get it", "Zouden krijgen"},
                                      {"Expected gain", "Verwachte winst"},
                                      {"Low", "Laag"},
                                      {"High", "Hoog"}};
};
BOOST_DESCRIBE_STRUCT(PreviewRow, (),
                      (place, segment, offer, customers, held_out, passed, stopped, offered, gain,
                       gain_low, gain_high))

template <class T>
Result<std::optional<decltype(T::id)>> id_with(const std::vector<T>& all,
                                               const std::optional<Slug>& code,
                                               OfferRefusal unknown) {
  if (!code) return std::nullopt;
  const auto found = std::ranges::find(all, *code, &T::code);
  if (found == all.end()) return refuse(unknown);
  return found->id;
}

Result<Imagined> asked_for(store::Snapshot& snapshot, const Invocation& args) {
  Imagined asked;
  const auto offer =
      TRY(id_with(offers(snapshot), args.find<Slug>("offer"), OfferRefusal::offer_unknown));
  if (offer) asked.offer = TRY(decisions::offer(snapshot, *offer));
  asked.placement =
      TRY(id_with(placements(snapshot), args.find<Slug>("place"), OfferRefusal::placement_unknown));
  asked.context.page_views = settings(snapshot).interest_views.number;
  return asked;
}

std::string gates_in_words(const PreviewedOffer& offer) {
  std::string words;
  for (const Stopped& one : offer.stopped)
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", enum_name(one.gate), one.customers);
  return words;
}

std::string segment_name(store::Snapshot& snapshot, const std::optional<SegmentId>& id) {
  if (!id) return "";
  const auto segment = segments::find(snapshot, *id);
  return segment ? segment->name.text : to_string(*id);
}

std::vector<PreviewRow> rows_of(store::Snapshot& snapshot, const Preview& preview) {
  std::vector<PreviewRow> rows;
  for (const PreviewedPlace& place : preview.places) {
    for (const PreviewedGroup& group : place.groups) {
      for (const PreviewedOffer& offer : group.offers) {
        rows.push_back({.place = place.code,
                        .segment = segment_name(snapshot, group.segment),
                        .offer = offer.name,
                        .customers = group.customers,
                        .held_out = group.held_out,
                        .passed = offer.passed,
                        .stopped = gates_in_words(offer),
                        .offered = offer.offered,
                        .gain = offer.gain,
                        .gain_low = offer.gain_low,
                        .gain_high = offer.gain_high});
      }
    }
  }
  return rows;
}

Result<void> preview(Invocation& args, Engine* engine) {
  SLUIS_ASSERT(engine);
  const Imagined asked = TRY(
      args.store().snapshot([&](store::Snapshot& snapshot) { return asked_for(snapshot, args); }));
  const Preview preview = engine->preview(asked, args.clock().now());
  const auto rows =
      TRY(args.store().snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<PreviewRow>> {
        return rows_of(snapshot, preview);
      }));
  command::print_rows(args, rows);
  args.note(Message(kLookedAt, std::to_string(preview.customers), std::to_string(preview.one_in),
                    std::to_string(preview.not_kept)));
  if (preview.nobody) args.note(Message(kNobody, std::string(enum_name(*preview.nobody))));
  return {};
}

}  // namespace

command::Command preview_command(Engine* engine) {
  return {.name = "decisions preview",
          .summary = {"Show who would get what if they came now, and which gate stops how many.",
                      "Toon wie nu wat zou krijgen, en welke poort hoeveel klanten tegenhoudt."},
          .options = {{.name = "offer",
                       .value = "CODE",
                       .help = {"only the places where this offer competes",
                                "alleen de plekken waar deze aanbieding meedoet"},
                       .type = command::of<Slug>},
                      {.name = "place",
                       .value = "CODE",
                       .help = {"only this place", "alleen deze plek"},
                       .type = command::of<Slug>}},
          .needs = command::Needs::server,
          .output = command::Output::rows,
          .run = [engine](Invocation& args) { return preview(args, engine); }};
}

}  // namespace sluis::decisions
