#include "company/company.h"
#include "panel/routes.h"
#include "panel/waves.h"

namespace sluis::panel {
namespace {

using api::Call;

struct TokenBody {
  Line<1, 100> token;
};
BOOST_DESCRIBE_STRUCT(TokenBody, (), (token))
struct TokenInput {
  TokenBody body;
};
BOOST_DESCRIBE_STRUCT(TokenInput, (), (body))

struct AnswersBody {
  Line<1, 100> token;
  std::vector<Said> answers;
};
BOOST_DESCRIBE_STRUCT(AnswersBody, (), (token, answers))
struct AnswersInput {
  AnswersBody body;
};
BOOST_DESCRIBE_STRUCT(AnswersInput, (), (body))

// What an option stands for is for who asks, not for who answers.
struct AskedOption {
  Slug code;
  Words text;
};
BOOST_DESCRIBE_STRUCT(AskedOption, (), (code, text))

struct AskedQuestion {
  Slug code;
  Asking asking = Asking::single;
  Words text;
  bool required = false;
  std::vector<AskedOption> options;
};
BOOST_DESCRIBE_STRUCT(AskedQuestion, (), (code, asking, text, required, options))

struct AskedOut {
  std::string company;
  Words title;
  Intro intro;
  Instant ends;
  std::vector<AskedQuestion> questions;
};
BOOST_DESCRIBE_STRUCT(AskedOut, (), (company, title, intro, ends, questions))

AskedQuestion shown(const Question& question) {
  AskedQuestion out{.code = question.code,
                    .asking = question.asking,
                    .text = question.text,
                    .required = question.required,
                    .options = {}};
  for (const Option& one : question.options)
    out.options.push_back({one.code, one.text});
  return out;
}

Result<AskedOut> post_open(store::Snapshot& snapshot, const Call& call, const TokenInput& in) {
  const Asked asked = TRY(asked_by(snapshot, in.body.token.text, call.now));
  AskedOut out{.company = company::settings(snapshot).settings.name.text,
               .title = asked.questionnaire.title,
               .intro = asked.questionnaire.intro,
               .ends = asked.wave.ends,
               .questions = {}};
  for (const Question& one : asked.questionnaire.questions)
    out.questions.push_back(shown(one));
  return out;
}

Result<void> post_answers(store::Tx& tx, const Call& call, const AnswersInput& in) {
  return answer(tx, access::actor_of(call), in.body.token.text, in.body.answers);
}

Result<void> post_leave(store::Tx& tx, const Call& call, const TokenInput& in) {
  return leave_by(tx, access::actor_of(call), in.body.token.text);
}

}  // namespace

std::vector<api::Route> routes_of_links() {
  using api::Allow;
  using api::refuses;
  using enum PanelRefusal;
  using http::Method;
  return {
      {.operation = "panel.open_link",
       .method = Method::post,
       .path = "/api/v1/panel/links/questions",
       .summary = {"The questions that a personal link leads to.",
                   "De vragen waar een persoonlijke link heen leidt."},
       .allow = Allow::anyone(),
       .handler = api::read(post_open),
       .refusals = refuses(panel_link_unknown, panel_link_used, wave_over)},
      {.operation = "panel.answer",
       .method = Method::post,
       .path = "/api/v1/panel/links/answers",
       .summary = {"Answer the questions of a personal link, once.",
                   "Beantwoord de vragen van een persoonlijke link, één keer."},
       .allow = Allow::anyone(),
       .handler = api::write(post_answers),
       .refusals = refuses(panel_link_unknown, panel_link_used, wave_over)},
      {.operation = "panel.leave_by_link",
       .method = Method::post,
       .path = "/api/v1/panel/links/leave",
       .summary = {"Be asked no more: leave the panel by a personal link.",
                   "Niet meer gevraagd worden: verlaat het panel met een persoonlijke link."},
       .allow = Allow::anyone(),
       .handler = api::write(post_leave),
       .refusals = refuses(panel_link_unknown)},
  };
}

}  // namespace sluis::panel
