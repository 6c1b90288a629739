// The worksheet as one CSV file that people edit in a spreadsheet and send back. The first column
// says what a line is: a channel, or one of its costs, targets, links or checks, which name it by
// its code. Every column bears the name of its field. A file without that first column holds
// channels only, and leaves their costs, targets, links and checks as they are; a column that is
// not there leaves its field as it is, and so does an empty cell of what cannot be empty.
#pragma once

#include <map>

#include "channels/channel.h"
#include "kernel/csv.h"

namespace sluis::channels {

// How a file names users and other channels.
struct SheetNames {
  std::map<ChannelId, Slug> codes;
  std::map<UserId, Email> owners;
};
std::string to_sheet(const std::vector<Channel>& channels, const SheetNames& names, char separator);

// What a line says of a channel, but for whom it names.
struct ChannelCells {
  Patch<Name> name;
  Patch<Form> form;
  Patch<State> state;
  Patch<std::optional<std::vector<Trait>>> own_traits;
  Patch<std::vector<Phase>> phases;
  Patch<Prose<2000>> goal;
  Patch<std::optional<People>> reach;
  Patch<Line<0, 200>> reach_note;
  Patch<Currency> currency;
  Patch<std::optional<PartnerId>> partner;
  Patch<std::optional<LocationId>> location;
  Patch<Prose<10'000>> notes;
};
BOOST_DESCRIBE_STRUCT(ChannelCells, (),
                      (name, form, state, own_traits, phases, goal, reach, reach_note, currency,
                       partner, location, notes))

struct LinkCells {
  Slug joins_with;
  LinkState state = LinkState::planned;
  std::vector<Shared> shares;
  Line<0, 500> note;
};
BOOST_DESCRIBE_STRUCT(LinkCells, (), (joins_with, state, shares, note))

struct CheckCells {
  Line<1, 120> name;
  CheckState state = CheckState::open;
  Line<0, 500> note;
};
BOOST_DESCRIBE_STRUCT(CheckCells, (), (name, state, note))

// Something of a file with the line where it stands.
template <class T>
struct Lined {
  std::size_t line = 0;
  T value;
};

struct SheetChannel {
  std::size_t line = 0;
  Slug code;
  ChannelCells cells;
  Patch<std::optional<Email>> owner;
  bool whole = false;  // the file tells all of its parts
  std::vector<Lined<Cost>> costs;
  std::vector<Lined<kpis::Target>> targets;
  std::vector<Lined<LinkCells>> links;
  std::vector<Lined<CheckCells>> checks;
};

struct Sheet {
  std::vector<SheetChannel> channels;
  std::vector<FieldProblem> problems;  // pointers "/lines/12/amount": the line and the column
};
Result<Sheet> read_sheet(std::string_view bytes);

std::string sheet_pointer(std::size_t line, std::string_view column);

}  // namespace sluis::channels
