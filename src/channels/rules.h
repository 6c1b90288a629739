// What is known of channels without asking anybody: which kind and traits a form has, which moves
// between states there are, what is missing, and what a line of the worksheet must be like.
#pragma once

#include "channels/channels.h"

namespace sluis::channels {

Text name_of(Form form);
Text name_of(Need need);
Text name_of(State state);
// All of them, for a message; at least one.
template <class E>
Message names_of(const std::vector<E>& all) {
  static constexpr Text one{"{0}", "{0}"};
  static constexpr Text more{"{0}, {1}", "{0}, {1}"};
  Message names(one, Message(name_of(all.front())));
  for (std::size_t i = 1; i < all.size(); ++i)
    names = Message(more, names, Message(name_of(all[i])));
  return names;
}
std::vector<Trait> traits_of(Form form);

bool may_move(State from, State to);
// The moves there are from a state.
std::vector<State> moves_from(State from);

// What the channel lacks to go live, in the order of Need.
std::vector<Need> missing(const Channel& channel);
// The same as problems of fields, for a refusal.
std::vector<FieldProblem> missing_problems(const std::vector<Need>& needs);

// What is wrong with a line by itself; whom it names is looked up elsewhere.
std::vector<FieldProblem> problems_of(const Channel& channel);

// Keeps who decided a check, and when, as it was; what is decided now is decided by `who`.
void settle_checks(const std::vector<Check>& before, std::vector<Check>& after,
                   const std::string& who, Instant now);

// A code for a name: "Bol.com (NL)" becomes "bol-com-nl"; "channel" where nothing is left.
Slug code_for(const Name& name);
// The code itself, or with the first of -2, -3 … that is not taken.
Slug free_code(const Slug& wanted, const std::vector<Slug>& taken);

}  // namespace sluis::channels
