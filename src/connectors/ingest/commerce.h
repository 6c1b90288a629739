// Turns a named event with properties into drafts: a sale or refund becomes the money facts of one
// order with its lines, everything else one event. The names of the properties are those of
// Segment's e-commerce events and of GA4.
#pragma once

#include "connectors/ingest/reading.h"

namespace sluis::connectors::ingest {

// An event as its sender calls it, and the JSON pointer to its properties.
struct Named {
  std::string_view name;
  Node properties;
  std::string_view at = "/properties";
};
// `draft` says who, when and where; what is in the reading's props already stays in there.
void add_event(Reading& reading, events::Draft draft, const Named& named);

// An event whose kind is known and that has nothing to do with money.
void add_plain(Reading& reading, events::Draft draft, std::string_view kind);

}  // namespace sluis::connectors::ingest
