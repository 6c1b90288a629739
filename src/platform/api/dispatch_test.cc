#include "platform/api/dispatch.h"

#include <future>
#include <latch>
#include <map>
#include <mutex>

#include <gtest/gtest.h>

#include "platform/api/foreign.h"
#include "platform/api/refusal.h"
#include "platform/http/event_stream.h"
#include "platform/outbox/outbox.h"
#include "platform/store/testing.h"

namespace sluis::api {
namespace {

enum class NoteRefusal { unwanted };
BOOST_DESCRIBE_ENUM(NoteRefusal, unwanted)

const RefusalKind& kind_of(NoteRefusal refusal) {
  static constexpr RefusalKind unwanted{"note_unwanted",
                                        Category::conflict,
                                        Retry::useless,
                                        {"Not this note.", "Deze notitie niet."}};
  switch (refusal) {
    case NoteRefusal::unwanted:
      return unwanted;
  }
  assertion_failed("a NoteRefusal");
}

struct Note {
  Line<1, 20> text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

struct NoteInput {
  Note body;
};
BOOST_DESCRIBE_STRUCT(NoteInput, (), (body))

Result<Note> ping(const Call&) {
  return Note{{"pong"}};
}

Result<Reply<Note>> show(store::Snapshot&, const Call&) {
  return Reply<Note>{.value = {{"seven"}}, .version = 7, .headers = {}};
}

// Leaves a fact, so that a test sees whether the unit was kept.
Result<Reply<Note>> note(store::Tx& tx, const Call& call, const NoteInput& input) {
  outbox::append(tx, call.now, "notes.noted", input.body);
  if (input.body.text.text == "unwanted") return refuse(NoteRefusal::unwanted);
  return Reply<Note>{.value = input.body, .status = 201, .version = {}, .headers = {}};
}

Result<void> change(store::Tx&, const Call& call) {
  if (call.expected_version != 7) return refuse(ApiRefusal::version_changed);
  return {};
}

Result<Note> stumble(const Call&) {
  throw std::logic_error("stumbled");
}
Result<Note> break_off(store::Snapshot&, const Call&) {
  throw std::logic_error("broke off");
}
Handler::Stream listen(store::Snapshot&, const Call&) {
  return std::make_shared<http::EventStream>();
}

// Decides before the unit, and leaves a fact in it.
Result<Rows<Note>> jot(const Call& call, const NoteInput& input) {
  if (input.body.text.text == "unwanted") return refuse(NoteRefusal::unwanted);
  return Rows<Note>{[now = call.now, note = input.body](store::Tx& tx) -> Result<Note> {
    outbox::append(tx, now, "notes.jotted", note);
    if (note.text.text == "late") return refuse(NoteRefusal::unwanted);
    return note;
  }};
}

// The same, with an answer for when that takes too long or fails.
Result<Rows<Note>> jot_in_time(const Call&, const NoteInput& input) {
  return Rows<Note>{.write = [note = input.body](store::Tx&) -> Result<Note> {
                      if (note.text.text == "broken") throw std::logic_error("broken");
                      return note;
                    },
                    .instead = Note{{"not kept"}},
                    .within = std::chrono::milliseconds(50)};
}

// A request in the words of others: "KEY TEXT".
struct Overheard {
  std::string authorization;
  std::string text;

  Credentials credentials() const {
    return {.cookies = {}, .authorization = authorization, .origin = {}};
  }
};

std::shared_ptr<Overheard> overhear(const Foreign& request) {
  const auto space = std::min(request.body.find(' '), request.body.size());
  auto heard = std::make_shared<Overheard>();
  if (space > 0) heard->authorization = fmt::format("Bearer {}", request.body.substr(0, space));
  heard->text = request.body.substr(space);
  return heard;
}

Result<Rows<http::Reply>> write_down(const Call& call, const Overheard& heard) {
  return Rows<http::Reply>{
      [now = call.now, text = heard.text](store::Tx& tx) -> Result<http::Reply> {
        outbox::append(tx, now, "notes.overheard", Note{{text}});
        return http::Reply{.status = 202, .content_type = "text/plain", .body = "heard"};
      }};
}

std::vector<Route> notes(std::function<Result<Note>(store::Store&, const Call&)> slow) {
  const auto prepare_slow = [slow](store::Store& store, const Call& call) {
    return slow(store, call);
  };
  return {{.operation = "notes.ping",
           .method = http::Method::get,
           .path = "/ping",
           .summary = {"Ping", "Ping"},
           .allow = Allow::anyone(),
           .handler = memory(ping)},
          {.operation = "notes.show",
           .method = http::Method::get,
           .path = "/notes",
           .summary = {"Show", "Toon"},
           .allow = Allow::staff(),
           .handler = read(show)},
          {.operation = "notes.note",
           .method = http::Method::post,
           .path = "/notes",
           .summary = {"Note", "Noteer"},
           .allow = Allow::role(Role::manager) | Allow::key(KeyScope::ingest),
           .handler = write(note),
           .idempotency = Idempotency::by_key},
          {.operation = "notes.change",
           .method = http::Method::put,
           .path = "/notes",
           .summary = {"Change", "Wijzig"},
           .allow = Allow::role(Role::manager),
           .handler = write(change),
           .precondition = Precondition::version},
          {.operation = "notes.stumble",
           .method = http::Method::get,
           .path = "/stumble",
           .summary = {"Stumble", "Struikel"},
           .allow = Allow::anyone(),
           .handler = memory(stumble)},
          {.operation = "notes.break_off",
           .method = http::Method::get,
           .path = "/break-off",
           .summary = {"Break off", "Breek af"},
           .allow = Allow::anyone(),
           .handler = read(break_off)},
          {.operation = "notes.listen",
           .method = http::Method::get,
           .path = "/listen",
           .summary = {"Listen", "Luister"},
           .allow = Allow::anyone(),
           .handler = stream(listen)},
          {.operation = "notes.jot",
           .method = http::Method::post,
           .path = "/jots",
           .summary = {"Jot", "Krabbel"},
           .allow = Allow::key(KeyScope::ingest),
           .handler = append(jot)},
          {.operation = "notes.jot_in_time",
           .method = http::Method::post,
           .path = "/jots-in-time",
           .summary = {"Jot in time", "Krabbel op tijd"},
           .allow = Allow::key(KeyScope::ingest),
           .handler = append(jot_in_time)},
          {.operation = "notes.overhear",
           .method = http::Method::post,
           .path = "/overheard",
           .summary = {"Overhear", "Hoor"},
           .allow = Allow::key(KeyScope::ingest),
           .handler = foreign<Overheard>(overhear, write_down)},
          {.operation = "notes.slow",
           .method = http::Method::post,
           .path = "/slow",
           .summary = {"Slow", "Traag"},
           .allow = Allow::anyone(),
           .handler = prepare(prepare_slow)}};
}

// "Bearer ingest" is a key; the cookies "analyst" and "manager" are staff; others do not hold.
Result<Principal> authenticate(store::Snapshot&, const Credentials& credentials, Instant) {
  Principal who;
  if (credentials.authorization == "Bearer ingest") {
    who.audience = Audience::key;
    who.key_scope = KeyScope::ingest;
  } else if (const auto role = parse_enum<Role>(credentials.cookies)) {
    who.audience = Audience::staff;
    who.user = UserId(static_cast<std::int64_t>(*role) + 1);
    who.roles = {*role};
  } else if (!credentials.cookies.empty() || !credentials.authorization.empty()) {
    return refuse(ApiRefusal::unauthenticated);
  }
  return who;
}

// Keeps the answer for the test that waits for it.
class Caught : public http::Answering {
 public:
  void answer(http::Answer answer) override { answer_.set_value(std::move(answer)); }
  std::stop_token departure() override { return {}; }
  http::Answer any() { return answer_.get_future().get(); }
  http::Reply reply() { return std::get<http::Reply>(any()); }

 private:
  std::promise<http::Answer> answer_;
};

// A request that lives until its answer is there.
struct Sent {
  std::vector<http::Field> fields;
  http::Request request;
  std::shared_ptr<Caught> caught = std::make_shared<Caught>();
};

class DispatchTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    open();
    dispatch_.emplace(
        notes([this](store::Store&, const Call&) -> Result<Note> {
          slow_started_.count_down();
          slow_may_end_.wait();
          return Note{{"done"}};
        }),
        Surroundings{
            .store = store(),
            .clock = clock_,
            .ids = ids_,
            .authenticate = authenticate,
            .recognise = [this](const Credentials& credentials,
                                Instant) -> std::optional<Result<Principal>> {
              if (!knows_keys_) return std::nullopt;
              Principal who;
              who.audience = Audience::key;
              who.key_scope = credentials.authorization == "Bearer ingest" ? KeyScope::ingest
                                                                           : KeyScope::metrics;
              return who;
            },
            .workers = 1,
            .observe =
                [this](const Served& served) {
                  const std::lock_guard lock(served_mutex_);
                  served_ = {{"id", to_string(served.id)}, {"fault", std::string(served.fault)}};
                }});
  }
  void TearDown() override {
    dispatch_.reset();
    OnBothHomes::TearDown();
  }

  std::unique_ptr<Sent> send(http::Method method, std::string_view path,
                             std::vector<http::Field> fields, std::string_view body = "") {
    auto sent = std::make_unique<Sent>();
    sent->fields = std::move(fields);
    sent->fields.push_back({"Content-Type", "application/json"});
    sent->request.head = {.method = method,
                          .method_text = method_name(method),
                          .target = path,
                          .path = path,
                          .host = "sluis.test",
                          .fields = sent->fields};
    sent->request.body = body;
    dispatch_->serve(sent->request, http::Responder(sent->caught));
    return sent;
  }

  http::Reply ask(http::Method method, std::string_view path, std::vector<http::Field> fields,
                  std::string_view body = "") {
    return send(method, path, std::move(fields), body)->caught->reply();
  }

  // How many facts there are, once there are so many: a transaction elsewhere on the server may
  // hold them back.
  std::size_t facts(std::size_t expected) {
    for (;;) {
      const auto found =
          store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<outbox::Fact>> {
            return outbox::facts_after(snapshot, {}, 1000);
          });
      if (found->size() >= expected) return found->size();
      std::this_thread::yield();
    }
  }

  static std::string code_of(const http::Reply& reply) {
    const auto problem = JsonDocument::parse(reply.body);
    return problem ? std::string(problem->root().find("code")->text()) : reply.body;
  }

  static std::string header_of(const http::Reply& reply, std::string_view name) {
    const auto found = std::ranges::find(reply.headers, name, &http::Header::name);
    return found == reply.headers.end() ? "" : found->value;
  }

  static constexpr http::Field kManager{"Cookie", "manager"};
  static constexpr http::Field kOwnOrigin{"Origin", "http://sluis.test"};
  static constexpr http::Field kIngestKey{"Authorization", "Bearer ingest"};

  store::testing::SetClock clock_{Instant(1'800'000'000'000'000)};
  IdSource ids_{clock_, 0, Instant()};
  std::mutex served_mutex_;
  std::map<std::string, std::string> served_;  // of the latest request
  bool knows_keys_ = false;
  std::latch slow_started_{1};
  std::latch slow_may_end_{1};
  std::optional<Dispatch> dispatch_;
};
SLUIS_ON_BOTH_HOMES(DispatchTest);

TEST_P(DispatchTest, AnswersFromMemoryAndFromASnapshot) {
  EXPECT_EQ(ask(http::Method::get, "/ping", {}).body, R"({"text":"pong"})");
  const auto shown = ask(http::Method::get, "/notes", {{"Cookie", "analyst"}});
  EXPECT_EQ(shown.status, 200);
  const auto unchanged =
      ask(http::Method::get, "/notes", {{"Cookie", "analyst"}, {"If-None-Match", "\"7\""}});
  EXPECT_EQ(unchanged.status, 304);
  EXPECT_EQ(unchanged.body, "");
}

TEST_P(DispatchTest, AUnitIsKeptOnlyWhenItsHandlerIsContent) {
  EXPECT_EQ(ask(http::Method::post, "/notes", {kIngestKey}, R"({"text":"one"})").status, 201);
  EXPECT_EQ(facts(1), 1u);
  const auto refused = ask(http::Method::post, "/notes", {kIngestKey}, R"({"text":"unwanted"})");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(code_of(refused), "note_unwanted");
  EXPECT_EQ(facts(1), 1u);
}

TEST_P(DispatchTest, RowsAreWrittenBeforeTheAnswerLeaves) {
  for (const bool known : {false, true}) {
    knows_keys_ = known;
    const auto reply = ask(http::Method::post, "/jots", {kIngestKey}, R"({"text":"one"})");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, R"({"text":"one"})");
    EXPECT_EQ(ask(http::Method::post, "/jots", {kIngestKey}, R"({"text":"unwanted"})").status, 409);
    EXPECT_EQ(ask(http::Method::post, "/jots", {kIngestKey}, R"({"text":"late"})").status, 409);
    EXPECT_EQ(ask(http::Method::post, "/jots", {kIngestKey}, "{").status, 400);
    EXPECT_EQ(facts(known ? 2 : 1), known ? 2u : 1u);
  }
  EXPECT_EQ(ask(http::Method::post, "/jots", {kManager}, "{").status, 403);
  knows_keys_ = false;
  EXPECT_EQ(ask(http::Method::post, "/jots", {}, "{").status, 401);
}

TEST_P(DispatchTest, AForeignRequestNamesItsKeyInItsOwnWay) {
  const auto reply =
      ask(http::Method::post, "/overheard", {{"Origin", "http://shop.test"}}, "ingest hello");
  EXPECT_EQ(reply.status, 202);
  EXPECT_EQ(reply.body, "heard");
  EXPECT_EQ(facts(1), 1u);
  EXPECT_EQ(ask(http::Method::post, "/overheard", {}, "forged hello").status, 401);
  EXPECT_EQ(ask(http::Method::post, "/overheard", {}, "").status, 401);
  // No cookie and no header counts: this page may be anybody's.
  EXPECT_EQ(ask(http::Method::post, "/overheard", {kManager, kOwnOrigin}, "").status, 401);
  EXPECT_EQ(ask(http::Method::post, "/overheard", {kIngestKey}, "").status, 401);
  EXPECT_EQ(facts(1), 1u);
}

TEST_P(DispatchTest, AnyPageMayAskWhetherItMaySendAForeignRequest) {
  http::Head head{.method = http::Method::options, .path = "/overheard"};
  EXPECT_EQ(dispatch_->admit(head).refusal->status, 204);
  head.path = "/notes";
  EXPECT_EQ(dispatch_->admit(head).refusal->status, 405);
}

TEST_P(DispatchTest, DeniesByDefaultAndBeforeReadingTheInput) {
  EXPECT_EQ(ask(http::Method::post, "/notes", {}, "{").status, 401);
  EXPECT_EQ(ask(http::Method::post, "/notes", {{"Cookie", "forged"}}, "{").status, 401);
  const auto forbidden =
      ask(http::Method::post, "/notes", {{"Cookie", "analyst"}, kOwnOrigin}, "{");
  EXPECT_EQ(forbidden.status, 403);
  EXPECT_NE(forbidden.body.find("manager, key:ingest"), std::string::npos);
  EXPECT_EQ(ask(http::Method::post, "/notes", {kManager, kOwnOrigin}, "{").status, 400);
}

TEST_P(DispatchTest, AChangeByCookieComesFromOurOwnPages) {
  const std::string_view body = R"({"text":"one"})";
  EXPECT_EQ(code_of(ask(http::Method::post, "/notes", {kManager}, body)), "origin_not_allowed");
  EXPECT_EQ(ask(http::Method::post, "/notes", {kManager, {"Origin", "null"}}, body).status, 403);
  EXPECT_EQ(
      ask(http::Method::post, "/notes", {kManager, {"Origin", "http://evil.test"}}, body).status,
      403);
  EXPECT_EQ(
      ask(http::Method::post, "/notes", {kManager, {"Origin", "https://sluis.test"}}, body).status,
      403);
  EXPECT_EQ(ask(http::Method::post, "/notes", {kManager, kOwnOrigin}, body).status, 201);
}

TEST_P(DispatchTest, TheSameKeyGivesTheSameAnswerOnce) {
  const std::vector<http::Field> fields{kIngestKey, {"Idempotency-Key", "k1"}};
  const auto first = ask(http::Method::post, "/notes", fields, R"({"text":"one"})");
  const auto again = ask(http::Method::post, "/notes", fields, R"({"text":"one"})");
  EXPECT_EQ(again.status, first.status);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(facts(1), 1u);
  EXPECT_EQ(code_of(ask(http::Method::post, "/notes", fields, R"({"text":"two"})")),
            "idempotency_key_reused");
  const auto other = ask(http::Method::post, "/notes",
                         {kManager, kOwnOrigin, {"Idempotency-Key", "k1"}}, R"({"text":"two"})");
  EXPECT_EQ(other.status, 201);
  EXPECT_EQ(code_of(ask(http::Method::post, "/notes",
                        {kIngestKey, {"Idempotency-Key", "with space"}}, R"({"text":"two"})")),
            "idempotency_key_invalid");
}

TEST_P(DispatchTest, ManyAtOnceUnderOneKeyTakeEffectOnce) {
  const std::vector<http::Field> fields{kIngestKey, {"Idempotency-Key", "race"}};
  std::vector<std::unique_ptr<Sent>> sent;
  for (int i = 0; i < 40; ++i) {
    sent.push_back(send(http::Method::post, "/notes", fields, R"({"text":"one"})"));
  }
  for (const auto& each : sent) {
    const auto reply = each->caught->reply();
    EXPECT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(reply.body, R"({"text":"one"})");
  }
  EXPECT_EQ(facts(1), 1u);
}

TEST_P(DispatchTest, AChangeNamesTheVersionThatWasSeen) {
  const std::vector<http::Field> fields{kManager, kOwnOrigin};
  EXPECT_EQ(ask(http::Method::put, "/notes", fields).status, 428);
  for (const char* wrong : {"*", "7", "W/\"7\"", "\"7\", \"8\"", "\"\""}) {
    auto with = fields;
    with.push_back({"If-Match", wrong});
    EXPECT_EQ(ask(http::Method::put, "/notes", with).status, 428) << wrong;
  }
  auto old = fields;
  old.push_back({"If-Match", "\"6\""});
  EXPECT_EQ(ask(http::Method::put, "/notes", old).status, 412);
  auto present = fields;
  present.push_back({"If-Match", "\"7\""});
  EXPECT_EQ(ask(http::Method::put, "/notes", present).status, 204);
}

TEST_P(DispatchTest, ABodyMustSayThatItIsJson) {
  auto sent = std::make_unique<Sent>();
  sent->fields = {kIngestKey, {"Content-Type", "text/plain"}};
  sent->request.head = {.method = http::Method::post,
                        .method_text = "POST",
                        .target = "/notes",
                        .path = "/notes",
                        .host = "sluis.test",
                        .fields = sent->fields};
  sent->request.body = R"({"text":"one"})";
  dispatch_->serve(sent->request, http::Responder(sent->caught));
  EXPECT_EQ(sent->caught->reply().status, 415);
}

TEST_P(DispatchTest, UnknownPathsAndMethodsAreToldApart) {
  EXPECT_EQ(ask(http::Method::get, "/nothing", {}).status, 404);
  // However much is sent there, it is the address that is wrong.
  const auto unknown = dispatch_->admit({.method = http::Method::post,
                                         .method_text = "POST",
                                         .target = "/nothing",
                                         .path = "/nothing"});
  ASSERT_TRUE(unknown.refusal);
  EXPECT_EQ(unknown.refusal->status, 404);
  const auto admission = dispatch_->admit(
      {.method = http::Method::del, .method_text = "DELETE", .target = "/notes", .path = "/notes"});
  ASSERT_TRUE(admission.refusal);
  EXPECT_EQ(admission.refusal->status, 405);
  EXPECT_EQ(header_of(*admission.refusal, "Allow"), "GET, POST, PUT");
}

TEST_P(DispatchTest, EveryAnswerNamesItsRequestAsTheLogDoes) {
  const std::string first = header_of(ask(http::Method::get, "/ping", {}), "X-Request-Id");
  EXPECT_EQ(first, served_["id"]);
  EXPECT_TRUE(parse_id<RequestIdTag>(first));
  const auto unknown = ask(http::Method::get, "/nothing", {});
  EXPECT_EQ(header_of(unknown, "X-Request-Id"), served_["id"]);
  EXPECT_NE(served_["id"], first);
  EXPECT_EQ(unknown.body.find("request_id"), std::string::npos);
}

TEST_P(DispatchTest, AFaultOfOursIsA500ThatCanBeFoundInTheLog) {
  for (const auto& [path, fault] :
       {std::pair("/stumble", "stumbled"), {"/break-off", "broke off"}}) {
    const auto reply = ask(http::Method::get, path, {});
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(code_of(reply), "internal");
    EXPECT_NE(reply.body.find(R"("request_id":")" + served_["id"]), std::string::npos)
        << reply.body;
    EXPECT_EQ(served_["fault"], fault);
  }
}

TEST_P(DispatchTest, AnswersInTimeWhateverTheStoreDoes) {
  knows_keys_ = true;
  const auto jot = [&](std::string_view body) {
    return send(http::Method::post, "/jots-in-time", {kIngestKey}, body);
  };
  EXPECT_EQ(jot(R"({"text":"kept"})")->caught->reply().body, R"({"text":"kept"})");
  EXPECT_EQ(jot(R"({"text":"broken"})")->caught->reply().body, R"({"text":"not kept"})");
  // All writers are busy until the answer is there.
  std::latch answered(1);
  for (int i = 0; i < store::Options{}.writers; ++i) {
    store().write(store::Priority::interactive, {.run =
                                                     [&](store::Tx&) {
                                                       answered.wait();
                                                       return true;
                                                     },
                                                 .done = [](std::optional<store::Failure>) {}});
  }
  const auto late = jot(R"({"text":"late"})");
  EXPECT_EQ(late->caught->reply().body, R"({"text":"not kept"})");
  answered.count_down();
  close();  // which waits for all units
}

TEST_P(DispatchTest, BeginsNoStreamOnceItHasFinished) {
  const auto begun = send(http::Method::get, "/listen", {})->caught->any();
  ASSERT_TRUE(std::holds_alternative<http::Events>(begun));
  const auto& headers = std::get<http::Events>(begun).headers;
  ASSERT_EQ(headers.size(), 1u);
  EXPECT_EQ(headers[0].name, "X-Request-Id");
  EXPECT_EQ(headers[0].value, served_["id"]);
  dispatch_->finish();
  EXPECT_EQ(ask(http::Method::get, "/listen", {}).status, 503);
}

TEST_P(DispatchTest, AFloodOfSlowWorkIsRefusedAtOnce) {
  std::vector<std::unique_ptr<Sent>> sent;
  sent.push_back(send(http::Method::post, "/slow", {}));
  slow_started_.wait();  // the only worker is busy; 32 may wait
  for (int i = 0; i < 32; ++i)
    sent.push_back(send(http::Method::post, "/slow", {}));
  const auto refused = ask(http::Method::post, "/slow", {});
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(code_of(refused), "busy");
  slow_may_end_.count_down();
  for (const auto& each : sent)
    EXPECT_EQ(each->caught->reply().status, 200);
}

}  // namespace
}  // namespace sluis::api
