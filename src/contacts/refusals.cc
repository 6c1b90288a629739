// Why something with contacts is refused.

#include "contacts/contacts.h"
#include "kernel/assert.h"

namespace sluis::contacts {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;
constexpr Retry kMayHelp = Retry::may_help;

constexpr RefusalKind kTeamUnknown{
    "team_unknown", not_found, kUseless, {"There is no such team.", "Dit team bestaat niet."}};
constexpr RefusalKind kTeamCodeTaken{"team_code_taken",
                                     conflict,
                                     kUseless,
                                     {"There is already a team with the code {0}. Choose another.",
                                      "Er is al een team met de code {0}. Kies een andere."}};
constexpr RefusalKind kTeamClosed{
    "team_closed",
    conflict,
    kMayHelp,
    {"Nobody is there now; it opens at {0}.", "Er is nu niemand; het gaat open om {0}."}};
constexpr RefusalKind kTeamFull{
    "team_full",
    too_many,
    kMayHelp,
    {"Too many people wait for {0} already. Try again later.",
     "Er wachten al te veel mensen op {0}. Probeer het later nog eens."}};
constexpr RefusalKind kNoTeam{"no_team",
                              conflict,
                              kUseless,
                              {"No team has this skill and this language.",
                               "Geen team heeft deze vaardigheid en deze taal."}};
constexpr RefusalKind kNobodyThere{
    "nobody_there",
    conflict,
    kMayHelp,
    {"Nobody is free to answer now, in the store or elsewhere. Leave your number, or try again "
     "later.",
     "Er is nu niemand om te antwoorden, in de winkel niet en elders niet. Laat uw nummer achter "
     "of probeer het later nog eens."}};
constexpr RefusalKind kAgentUnknown{"agent_unknown",
                                    not_found,
                                    kUseless,
                                    {"This person handles no contacts. Add them to a team first.",
                                     "Deze persoon behandelt geen contacten. Voeg deze eerst toe "
                                     "aan een team."}};
constexpr RefusalKind kAgentNotThere{
    "agent_not_there",
    conflict,
    kMayHelp,
    {"This person is not there now.", "Deze persoon is er nu niet."}};
constexpr RefusalKind kPresenceElsewhere{
    "presence_elsewhere",
    conflict,
    kUseless,
    {"You are there in another session now. Say again that you are here to work from this one.",
     "U bent nu in een andere sessie aanwezig. Meld u hier opnieuw aanwezig om van hieruit te "
     "werken."}};
constexpr RefusalKind kContactUnknown{"contact_unknown",
                                      not_found,
                                      kUseless,
                                      {"There is no such contact, or it is not yours to see.",
                                       "Dit contact bestaat niet, of u mag het niet zien."}};
constexpr RefusalKind kContactNotYours{
    "contact_not_yours",
    conflict,
    kUseless,
    {"Somebody else has this contact now.", "Iemand anders heeft dit contact nu."}};
constexpr RefusalKind kActNotAllowed{
    "contact_act_not_allowed",
    conflict,
    kUseless,
    {"The contact was {0}: this cannot be done with it any more, or not yet.",
     "Het contact was {0}: dit kan er niet meer mee, of nog niet."}};
constexpr RefusalKind kNoRoom{
    "agent_no_room",
    conflict,
    kMayHelp,
    {"You are not online, or have as many contacts as you take. End one first.",
     "U bent niet online, of hebt zoveel contacten als u aanneemt. Beëindig er eerst een."}};
constexpr RefusalKind kHolidayUnknown{
    "holiday_unknown",
    not_found,
    kUseless,
    {"{0} is no day on which everything is closed.", "{0} is geen dag waarop alles dicht is."}};
constexpr RefusalKind kOverflowCircle{
    "team_overflow_circle",
    conflict,
    kUseless,
    {"What overflows from {0} would come back to it. Choose another team.",
     "Wat van {0} overloopt, zou er weer terugkomen. Kies een ander team."}};

}  // namespace

const RefusalKind& kind_of(ContactRefusal refusal) {
  switch (refusal) {
    case ContactRefusal::team_unknown:
      return kTeamUnknown;
    case ContactRefusal::team_code_taken:
      return kTeamCodeTaken;
    case ContactRefusal::team_closed:
      return kTeamClosed;
    case ContactRefusal::team_full:
      return kTeamFull;
    case ContactRefusal::no_team:
      return kNoTeam;
    case ContactRefusal::nobody_there:
      return kNobodyThere;
    case ContactRefusal::agent_unknown:
      return kAgentUnknown;
    case ContactRefusal::agent_not_there:
      return kAgentNotThere;
    case ContactRefusal::presence_elsewhere:
      return kPresenceElsewhere;
    case ContactRefusal::contact_unknown:
      return kContactUnknown;
    case ContactRefusal::contact_not_yours:
      return kContactNotYours;
    case ContactRefusal::act_not_allowed:
      return kActNotAllowed;
    case ContactRefusal::no_room:
      return kNoRoom;
    case ContactRefusal::holiday_unknown:
      return kHolidayUnknown;
    case ContactRefusal::overflow_circle:
      return kOverflowCircle;
  }
  assertion_failed("a ContactRefusal");
}

}  // namespace sluis::contacts
