#include "kernel/assert.h"
#include "panel/panel.h"

namespace sluis::panel {
namespace {

constexpr RefusalKind kQuestionnaireUnknown{"questionnaire_unknown",
                                            Category::not_found,
                                            Retry::useless,
                                            {"There is no questionnaire with this id or code.",
                                             "Er is geen vragenlijst met dit id of deze code."}};
constexpr RefusalKind kCodeTaken{"questionnaire_code_taken",
                                 Category::conflict,
                                 Retry::useless,
                                 {"Another questionnaire has this code. Choose another one.",
                                  "Een andere vragenlijst heeft deze code al. Kies een andere."}};
constexpr RefusalKind kQuestionsAsked{
    "questions_asked",
    Category::conflict,
    Retry::useless,
    {"These questions were asked in a wave, and waves can only be compared when they stay the "
     "same. Make another questionnaire for other questions.",
     "Deze vragen zijn in een ronde gesteld, en rondes zijn alleen te vergelijken als ze gelijk "
     "blijven. Maak voor andere vragen een andere vragenlijst."}};
constexpr RefusalKind kWaveUnknown{"wave_unknown",
                                   Category::not_found,
                                   Retry::useless,
                                   {"There is no such wave.", "Die ronde is er niet."}};
constexpr RefusalKind kWaveOpen{
    "wave_open",
    Category::conflict,
    Retry::useless,
    {"A wave of this questionnaire is still open. The next one can begin when it is over.",
     "Een ronde van deze vragenlijst loopt nog. De volgende kan beginnen als die voorbij is."}};
constexpr RefusalKind kNobodyToAsk{
    "nobody_to_ask",
    Category::conflict,
    Retry::useless,
    {"Nobody in the panel may be asked by e-mail for research now. Invite people who agreed to it.",
     "Niemand in het panel mag nu per e-mail voor onderzoek gevraagd worden. Nodig mensen uit die "
     "daarmee akkoord gingen."}};
constexpr RefusalKind kPanelFull{
    "panel_full",
    Category::conflict,
    Retry::useless,
    {"A panel holds at most 5000 people. Invite fewer, or take some out first.",
     "Een panel telt hoogstens 5000 mensen. Nodig er minder uit, of haal er eerst enkele uit."}};
constexpr RefusalKind kNotInPanel{
    "not_in_panel",
    Category::not_found,
    Retry::useless,
    {"This address is not in the panel.", "Dit adres zit niet in het panel."}};
constexpr RefusalKind kLinkUnknown{
    "panel_link_unknown",
    Category::not_found,
    Retry::useless,
    {"This link leads to no questions any more. Use the latest one that you were sent.",
     "Deze link leidt niet meer naar vragen. Gebruik de laatste die u kreeg."}};
constexpr RefusalKind kLinkUsed{"panel_link_used",
                                Category::conflict,
                                Retry::useless,
                                {"These questions were answered already. Thank you.",
                                 "Deze vragen zijn al beantwoord. Dank u wel."}};
constexpr RefusalKind kWaveOver{
    "wave_over",
    Category::conflict,
    Retry::useless,
    {"The time to answer is over.", "De tijd om te antwoorden is voorbij."}};
constexpr RefusalKind kLinksNeedAddress{
    "links_need_address",
    Category::conflict,
    Retry::useless,
    {"Links in a mail need the address of Sluis: start it with --public-url.",
     "Links in een mail hebben het adres van Sluis nodig: start het met --public-url."}};

}  // namespace

const RefusalKind& kind_of(PanelRefusal refusal) {
  switch (refusal) {
    case PanelRefusal::questionnaire_unknown:
      return kQuestionnaireUnknown;
    case PanelRefusal::questionnaire_code_taken:
      return kCodeTaken;
    case PanelRefusal::questions_asked:
      return kQuestionsAsked;
    case PanelRefusal::wave_unknown:
      return kWaveUnknown;
    case PanelRefusal::wave_open:
      return kWaveOpen;
    case PanelRefusal::nobody_to_ask:
      return kNobodyToAsk;
    case PanelRefusal::panel_full:
      return kPanelFull;
    case PanelRefusal::not_in_panel:
      return kNotInPanel;
    case PanelRefusal::panel_link_unknown:
      return kLinkUnknown;
    case PanelRefusal::panel_link_used:
      return kLinkUsed;
    case PanelRefusal::wave_over:
      return kWaveOver;
    case PanelRefusal::links_need_address:
      return kLinksNeedAddress;
  }
  assertion_failed("a PanelRefusal");
}

}  // namespace sluis::panel
