#include "simulator/people.h"

#include "consent/consent.h"
#include "customers/customers.h"
#include "platform/command/command.h"
#include "simulator/calendar.h"
#include "simulator/draws.h"
#include "simulator/sheet.h"

namespace sluis::simulator {
namespace {

using consent::Ground;
using consent::Means;
using consent::Purpose;

constexpr std::uint32_t kCustomersOfUnit = 200;
constexpr std::uint64_t kPurpose = 1'000'000'007;  // a stream of its own, beyond all days
constexpr double kAllowsCalls = 0.4;
constexpr double kObjects = 0.02;
constexpr std::int64_t kNoon_s = 12 * 3600;

constexpr std::string_view kFirstNames[] = {
    "Anna",   "Bram",  "Carla", "Daan",  "Eva",    "Fatima", "Gijs",  "Hanna", "Ilse",
    "Joris",  "Karim", "Lotte", "Milan", "Nadia",  "Olaf",   "Petra", "Quinn", "Rosa",
    "Sander", "Tess",  "Umar",  "Vera",  "Wouter", "Xenia",  "Yara",  "Zeno",  "Amira",
    "Boris",  "Chloe", "Dirk",  "Elin",  "Floris", "Greta",  "Hugo",  "Imane", "Jasper"};
// Plainly made up.
constexpr std::string_view kLastNames[] = {
    "Proefstra",  "Voorbeeld", "van Testen", "Monsterman", "de Staal",  "Schijnbaar",
    "Verzonnen",  "Denkbeeld", "Fictiehof",  "Oefenaar",   "Modelsma",  "ter Proeve",
    "van Schijn", "Namaak",    "Probeersel", "Speelveld",  "Doorsnee",  "Gemiddeld",
    "Steekproef", "Toevalsma", "van Kans",   "Zaadgetal",  "Willekeur", "Reeksma"};
constexpr std::string_view kTowns[] = {"Amsterdam", "Utrecht", "Haarlem",    "Amersfoort",
                                       "Zaandam",   "Leiden",  "Hilversum",  "Almere",
                                       "Zeist",     "Woerden", "Nieuwegein", "Amstelveen"};

template <std::size_t N>
std::string one_of(Random& random, const std::string_view (&all)[N]) {
  return std::string(all[random.below(N)]);
}

class Registering {
 public:
  Registering(const Registrar& registrar, const Sample& sample, const Chapters& chapters)
      : registrar_(registrar), sample_(sample), chapters_(chapters) {}

  // Some customers in one unit.
  Result<void> add(std::span<const Customer> customers) {
    return registrar_.store.unit([&](store::Tx& tx) -> Result<void> {
      for (const Customer& customer : customers)
        TRY_VOID(add_one(tx, customer));
      return {};
    });
  }

 private:
  Result<void> add_one(store::Tx& tx, const Customer& customer) {
    Random random = stream_of(static_cast<std::uint64_t>(sample_.seed), customer.number, kPurpose);
    const customers::Told told[] = {{"first_name", one_of(random, kFirstNames)},
                                    {"last_name", one_of(random, kLastNames)},
                                    {"city", one_of(random, kTowns)}};
    const bool objects = chance(random, kObjects);
    const Instant known =
        at_local(sample_.from_day + std::chrono::days(customer.first_day), kNoon_s);
    if (chapters_.was_seen(customer.number, Mark::email)) {
      const IdentityId email = TRY(remember(tx, {Mark::email, customer.number}, known));
      customers::note_told(tx, email, told, known);
      if (customer.takes_mail) TRY_VOID(allow(tx, email, Means::email, known));
      if (objects) TRY_VOID(object(tx, email));
    }
    if (!chapters_.was_seen(customer.number, Mark::phone)) return {};
    const IdentityId phone = TRY(remember(tx, {Mark::phone, customer.number}, known));
    if (chance(random, kAllowsCalls)) TRY_VOID(allow(tx, phone, Means::telephone, known));
    return {};
  }

  static Result<IdentityId> remember(store::Tx& tx, Seen seen, Instant known) {
    const auto kind = seen.mark == Mark::email ? identities::Kind::email : identities::Kind::phone;
    return consent::remember_identity(tx, kind, name_of(seen), known);
  }

  Result<void> allow(store::Tx& tx, IdentityId identity, Means means, Instant ts) {
    return record(tx, identity,
                  {.means = means,
                   .purpose = Purpose::marketing,
                   .ground = Ground::opt_in,
                   .source = {"sample: webshop account"},
                   .text_version = {"sample-1"},
                   .ts = ts,
                   .expires = {},
                   .proof = {}});
  }
  Result<void> object(store::Tx& tx, IdentityId identity) {
    return record(tx, identity,
                  {.means = Means::telephone,
                   .purpose = Purpose::marketing,
                   .ground = Ground::objection,
                   .source = {"sample: contact centre"},
                   .text_version = {},
                   .ts = sample_.started,
                   .expires = {},
                   .proof = {}});
  }
  Result<void> record(store::Tx& tx, IdentityId identity, const consent::Claim& claim) {
    const access::Actor actor{
        .name = registrar_.actor, .peer = "", .now = registrar_.clock.now(), .ids = registrar_.ids};
    TRY(consent::record(tx, actor, identity, claim));
    return {};
  }

  const Registrar& registrar_;
  const Sample& sample_;
  const Chapters& chapters_;
};

}  // namespace

Result<void> add_people(const Registrar& registrar, const Sample& sample, const Chapters& chapters,
                        const std::stop_token& stop) {
  Registering registering(registrar, sample, chapters);
  std::span<const Customer> left = chapters.simulation().customers();
  while (!left.empty()) {
    if (stop.stop_requested()) return refuse(command::CommandRefusal::cancelled);
    const std::size_t some = std::min<std::size_t>(left.size(), kCustomersOfUnit);
    TRY_VOID(registering.add(left.first(some)));
    left = left.subspan(some);
  }
  return {};
}

}  // namespace sluis::simulator
