#include "contacts/chat/switchboard.h"

#include <map>
#include <mutex>

#include "contacts/desk/looking.h"
#include "contacts/store.h"

namespace sluis::contacts {
namespace {

constexpr std::int64_t kAtOnce = 200;
// Of signals of one visitor, each of which counts for a thousand bytes at least.
constexpr std::size_t kSignalBytesMost = 4'000'000;
constexpr std::size_t kSignalBytesLeast = 1'000;
constexpr std::chrono::seconds kSignalsWithin{10};

// What all facts about contacts have, as far as it is needed here.
struct Heard {
  ContactId id;
  std::optional<std::int64_t> number;
  std::optional<State> state;
  std::optional<UserId> agent;
  std::vector<UserId> ringing;  // whose telephones
};

std::optional<Heard> heard(const Json& payload) {
  const auto document = JsonDocument::parse(payload.text);
  if (!document || document->root().kind() != JsonView::Kind::object) return std::nullopt;
  const auto text = [&](std::string_view name) -> std::string_view {
    const auto found = document->root().find(name);
    return found && found->kind() == JsonView::Kind::text ? found->text() : std::string_view();
  };
  const auto id = parse_id<ContactIdTag>(text("id"));
  if (!id) return std::nullopt;
  Heard news{.id = *id,
             .number = {},
             .state = parse_enum<State>(text("state")),
             .agent = parse_id<UserIdTag>(text("agent")),
             .ringing = {}};
  const auto number = document->root().find("number");
  if (number && number->kind() == JsonView::Kind::integer) news.number = number->integer();
  const auto ringing = document->root().find("ringing");
  const bool rings = ringing && ringing->kind() == JsonView::Kind::list;
  for (std::size_t i = 0; rings && i < ringing->size(); ++i) {
    if (const auto user = parse_id<UserIdTag>(ringing->item(i).text()))
      news.ringing.push_back(*user);
  }
  return news;
}

// What a visitor is told of their contact.
struct ContactNews {
  State state;
  std::optional<InLine> in_line;
};
BOOST_DESCRIBE_STRUCT(ContactNews, (), (state, in_line))

// What an agent is told: enough to know what to ask for.
struct AgentNews {
  std::string what;
  ContactId id;
  State state;
};
BOOST_DESCRIBE_STRUCT(AgentNews, (), (what, id, state))

struct SignalNews {
  ContactId id;
  Signal signal;
  std::string data;
};
BOOST_DESCRIBE_STRUCT(SignalNews, (), (id, signal, data))

std::string news_of(ContactId contact, const SignalDraft& signal) {
  return to_json(
      SignalNews{contact, signal.signal, signal.data ? signal.data->text : std::string()});
}

constexpr std::string_view kMessageSaid = "contacts.message_said";

}  // namespace

Said said(const Message& message) {
  return {message.contact_id, message.number, message.sender,    message.client_id, message.text,
          message.moment,     message.file,   message.file_type, message.file_bytes};
}

// Each member takes the lock; nothing slow is done under it.
struct Switchboard::Board {
  struct Listener {
    Ear ear;
    std::int64_t seen = 0;  // of a visitor: the number of the last message that they got
  };
  using Visitors = std::multimap<ContactId, std::shared_ptr<Listener>>;
  using Agents = std::multimap<UserId, std::shared_ptr<Listener>>;

  std::mutex mutex;
  Visitors visitors;
  Agents agents;
  // How much signals of visitors there were since a moment, by contact.
  Instant counted_from;
  std::map<ContactId, std::size_t> signal_bytes;

  bool lets_in(ContactId contact, std::size_t bytes, Instant now) {
    const std::lock_guard lock(mutex);
    if (now - counted_from >= kSignalsWithin) {
      counted_from = now;
      signal_bytes.clear();
    }
    std::size_t& all = signal_bytes[contact];
    all += std::max(bytes, kSignalBytesLeast);
    return all <= kSignalBytesMost;
  }

  template <class Map>
  static Subscription add(const std::shared_ptr<Board>& board, Map Board::* map,
                          typename Map::key_type key, const std::shared_ptr<Listener>& listener) {
    const std::lock_guard lock(board->mutex);
    ((*board).*map).emplace(key, listener);
    return {nullptr, [board, map, key, listener](void*) {
              const std::lock_guard removing(board->mutex);
              const auto [from, to] = ((*board).*map).equal_range(key);
              for (auto one = from; one != to;)
                one = one->second == listener ? ((*board).*map).erase(one) : std::next(one);
            }};
  }

  // The message behind which somebody has not got all; nothing where nobody listens.
  std::optional<std::int64_t> seen(ContactId contact) {
    const std::lock_guard lock(mutex);
    std::optional<std::int64_t> least;
    const auto [from, to] = visitors.equal_range(contact);
    for (auto one = from; one != to; ++one)
      least = least ? std::min(*least, one->second->seen) : one->second->seen;
    return least;
  }
  // In order and once, whoever delivers beside this.
  void bring(ContactId contact, const std::vector<Message>& messages) {
    const std::lock_guard lock(mutex);
    const auto [from, to] = visitors.equal_range(contact);
    for (auto one = from; one != to; ++one) {
      Listener& visitor = *one->second;
      for (const Message& message : messages) {
        if (message.number != visitor.seen + 1) continue;
        visitor.ear("message", std::to_string(message.number), to_json(said(message)));
        visitor.seen = message.number;
      }
    }
  }
  template <class Map>
  bool tell(Map Board::* map, typename Map::key_type key, std::string_view what,
            const std::string& data) {
    const std::lock_guard lock(mutex);
    const auto [from, to] = (this->*map).equal_range(key);
    for (auto one = from; one != to; ++one)
      one->second->ear(what, "", data);
    return from != to;
  }
  template <class Map>
  bool listens(Map Board::* map, typename Map::key_type key) {
    const std::lock_guard lock(mutex);
    return (this->*map).contains(key);
  }
};

Switchboard::Switchboard(store::Store& store, outbox::Tail& tail)
    : store_(store), board_(std::make_shared<Board>()) {
  subscription_.emplace(
      tail.follow(std::nullopt, {"contacts"}, [this](const outbox::Fact& fact) { hear(fact); }));
}

Switchboard::~Switchboard() = default;

Switchboard::Subscription Switchboard::listen_to(ContactId contact, std::int64_t after, Ear ear) {
  auto subscription =
      Board::add(board_, &Board::visitors, contact,
                 std::make_shared<Board::Listener>(Board::Listener{std::move(ear), after}));
  // What was said before somebody listened; what is said from now on, the facts tell.
  store_.read({.run =
                   [board = board_, contact, after](store::Snapshot& snapshot) {
                     board->bring(contact, messages(snapshot, contact, after, kAtOnce));
                   },
               .done = [](std::optional<store::Failure>) {}});
  return subscription;
}

Switchboard::Subscription Switchboard::listen_as(UserId user, Ear ear) {
  return Board::add(board_, &Board::agents, user,
                    std::make_shared<Board::Listener>(Board::Listener{std::move(ear)}));
}

PassedOn Switchboard::pass_to_visitor(ContactId contact, const SignalDraft& signal) {
  return {board_->tell(&Board::visitors, contact, "signal", news_of(contact, signal))};
}

Result<PassedOn> Switchboard::pass_to_agent(ContactId contact, std::optional<UserId> agent,
                                            const SignalDraft& signal, Instant now) {
  const std::string news = news_of(contact, signal);
  if (!board_->lets_in(contact, news.size(), now)) {
    return std::unexpected(Refusal(kind_of(ChatRefusal::chat_too_fast))
                               .after(static_cast<int>(kSignalsWithin.count())));
  }
  return PassedOn{agent && board_->tell(&Board::agents, *agent, "signal", news)};
}

void Switchboard::hear(const outbox::Fact& fact) {
  const auto news = heard(fact.payload);
  if (!news) return;
  if (fact.topic == kMessageSaid) {
    deliver(news->id);
    if (news->agent) deliver(news->id, news->number.value_or(1), *news->agent);
    return;
  }
  if (!news->state) return;
  const std::string what = fact.topic.substr(fact.topic.find('.') + 1);
  const std::string for_agents = to_json(AgentNews{what, news->id, *news->state});
  if (news->agent) board_->tell(&Board::agents, *news->agent, "contact", for_agents);
  for (const UserId user : news->ringing)
    board_->tell(&Board::agents, user, "contact", for_agents);
  tell_visitors(news->id);
}

void Switchboard::deliver(ContactId contact) {
  while (const auto seen = board_->seen(contact)) {
    const auto some =
        store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Message>> {
          return messages(snapshot, contact, *seen, kAtOnce);
        });
    if (!some) return;
    board_->bring(contact, *some);
    if (std::cmp_less(some->size(), kAtOnce)) return;
  }
}

// An agent has many contacts, and asks for what is behind the last message of each that they saw
// when they come back; what is said meanwhile is brought.
void Switchboard::deliver(ContactId contact, std::int64_t number, UserId agent) {
  if (!board_->listens(&Board::agents, agent)) return;
  const auto found =
      store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Message>> {
        return messages(snapshot, contact, number - 1, 1);
      });
  if (!found) return;
  for (const Message& message : *found)
    board_->tell(&Board::agents, agent, "message", to_json(said(message)));
}

void Switchboard::tell_visitors(ContactId contact) {
  if (!board_->listens(&Board::visitors, contact)) return;
  const auto news = store_.snapshot([&](store::Snapshot& snapshot) -> Result<ContactNews> {
    const auto found = sql::contact(snapshot, contact);
    if (!found) return refuse(ContactRefusal::contact_unknown);
    return ContactNews{found->state, in_line(snapshot, *found)};
  });
  if (news) board_->tell(&Board::visitors, contact, "contact", to_json(*news));
}

}  // namespace sluis::contacts
