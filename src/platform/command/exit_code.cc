#include "platform/command/exit_code.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "platform/command/command.h"
#include "platform/config/config.h"
#include "platform/http/server.h"
#include "platform/store/backup.h"
#include "platform/store/store.h"

namespace sluis::command {
namespace {

struct Meaning {
  ExitCode code;
  Text text;
};

constexpr Text kTitle{"Exit codes of sluis:", "Afsluitcodes van sluis:"};
constexpr std::array kMeanings = {
    Meaning{ExitCode::done, {"Done", "Gedaan"}},
    Meaning{ExitCode::refused,
            {"Refused: the message says why; nothing was changed",
             "Geweigerd: de melding zegt waarom; er is niets veranderd"}},
    Meaning{ExitCode::misuse,
            {"The command line or a setting is not right",
             "De opdrachtregel of een instelling klopt niet"}},
    Meaning{ExitCode::unavailable,
            {"Something it needs cannot be used now: another process owns the folder or the port, "
             "the database cannot be reached, the disk is full, or the data is newer than this "
             "Sluis",
             "Iets wat nodig is, is nu niet bruikbaar: de map of de poort is van een ander proces, "
             "de database is onbereikbaar, de schijf is vol, of de gegevens zijn nieuwer dan deze "
             "Sluis"}},
    Meaning{ExitCode::file,
            {"A file that was named cannot be read or written",
             "Een genoemd bestand kan niet gelezen of geschreven worden"}},
    Meaning{ExitCode::fault,
            {"A fault in Sluis itself; please report it", "Een fout in Sluis zelf; meld hem"}},
    Meaning{ExitCode::cancelled, {"Cancelled (Ctrl-C)", "Afgebroken (Ctrl-C)"}},
};

template <RefusalEnum E>
bool one_of(const Refusal& refusal) {
  return std::ranges::any_of(all_kinds<E>(),
                             [&](const RefusalKind* kind) { return refusal.is(*kind); });
}

template <class... E>
bool any_of(const Refusal& refusal, E... these) {
  return (is(refusal, these) || ...);
}

bool is_about_file(const Refusal& refusal) {
  using http::StartRefusal;
  using store::BackupRefusal;
  return any_of(refusal, CommandRefusal::file_unreadable, CommandRefusal::file_too_large,
                CommandRefusal::file_unwritable, BackupRefusal::exists, BackupRefusal::not_backup,
                BackupRefusal::altered, BackupRefusal::no_room,
                StartRefusal::certificate_unreadable, StartRefusal::key_unreadable);
}

}  // namespace

ExitCode exit_code_of(const Refusal& refusal) {
  if (is(refusal, CommandRefusal::misuse)) return ExitCode::misuse;
  if (is(refusal, config::ConfigRefusal::invalid)) return ExitCode::misuse;
  if (any_of(refusal, CommandRefusal::cancelled, store::BackupRefusal::cancelled)) {
    return ExitCode::cancelled;
  }
  if (is_about_file(refusal)) return ExitCode::file;
  if (refusal.kind().category == Category::internal) return ExitCode::fault;
  const bool away = refusal.kind().category == Category::unavailable ||
                    one_of<store::FolderRefusal>(refusal) || one_of<store::OpenRefusal>(refusal);
  return away ? ExitCode::unavailable : ExitCode::refused;
}

std::string exit_code_help(Language language) {
  std::string out(kTitle.in(language));
  for (const Meaning& meaning : kMeanings) {
    out += fmt::format("\n  {:>3}  {}", static_cast<int>(meaning.code), meaning.text.in(language));
  }
  return out + "\n";
}

}  // namespace sluis::command
