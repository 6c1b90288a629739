// Ids: one type per thing, and no way from a bare number that one does not see.
#include "kernel/ids.h"

namespace sluis {

ChannelId channel_of(UserId user);

void ids(UserId user, ChannelId channel, IdSource& source) {
#if CASE == 0
  channel = channel_of(user);
  user = source.next<UserId>();
#elif CASE == 1
  // must not compile: "no known conversion from 'Id<ChannelIdTag>' to 'Id<UserIdTag>'"
  channel = channel_of(channel);
#elif CASE == 2
  // must not compile: "no viable overloaded '='"
  user = source.next<ChannelId>();
#elif CASE == 3
  // must not compile: "invalid operands to binary expression"
  if (user == channel) return;
#elif CASE == 4
  // must not compile: "no viable overloaded '='"
  user = 7;
#elif CASE == 5
  // must not compile: "no viable conversion from 'UserId'"
  std::int64_t number = user;
#endif
  static_cast<void>(user), static_cast<void>(channel), static_cast<void>(source);
}

}  // namespace sluis
