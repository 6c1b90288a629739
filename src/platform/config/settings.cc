#include "platform/config/settings.h"

#include <array>

namespace sluis::config {
namespace {

// Where everything is.
constexpr std::array kPlaces = {
    Setting{"data",
            "DIR",
            "./data",
            {"The data folder of the company", "De gegevensmap van het bedrijf"},
            Reach::every_command},
    Setting{"store",
            "URL",
            "sqlite",
            {"Where the data is: sqlite (in the data folder) or postgresql://…",
             "Waar de gegevens staan: sqlite (in de gegevensmap) of postgresql://…"},
            Reach::every_command},
    Setting{"listen",
            "ADDRESS:PORT",
            "127.0.0.1:8080",
            {"Where to serve; several with commas. Beyond this machine it needs TLS or a "
             "trusted proxy",
             "Waar te bedienen; meer met komma's. Buiten deze machine is TLS of een "
             "vertrouwde proxy nodig"}},
    Setting{"tls_certificate",
            "FILE",
            "",
            {"PEM file with the certificate and its chain",
             "PEM-bestand met het certificaat en zijn keten"}},
    Setting{"tls_key",
            "FILE",
            "",
            {"PEM file with the private key", "PEM-bestand met de geheime sleutel"}},
    Setting{"trusted_proxies",
            "ADDRESS",
            "",
            {"Addresses or networks (10.0.0.0/8) whose X-Forwarded-For and "
             "X-Forwarded-Proto are believed",
             "Adressen of netwerken (10.0.0.0/8) waarvan X-Forwarded-For en "
             "X-Forwarded-Proto geloofd worden"}},
    Setting{"public_url",
            "URL",
            "",
            {"The address that browsers use, if it is another than the one served on",
             "Het adres dat browsers gebruiken, als dat een ander is dan het bediende"}},
    Setting{"outgoing_private_hosts",
            "HOST",
            "",
            {"Hosts (shop.local, 10.0.0.7:8443) that may be called in a private network, and "
             "without TLS",
             "Hosts (winkel.local, 10.0.0.7:8443) die in een privénetwerk bereikt mogen worden, en "
             "zonder TLS"}},
    Setting{"outgoing_certificates",
            "FILE",
            "",
            {"PEM file with certificates to believe of those who are called, beside the system's",
             "PEM-bestand met certificaten die geloofd worden van wie bereikt wordt, naast die van "
             "het systeem"}},
    Setting{"web",
            "DIR",
            "",
            {"Folder of the web app; without it the one that was installed",
             "Map van de webapp; zonder dit de geïnstalleerde"}},
    Setting{"ice_servers",
            "URL",
            "",
            {"STUN and TURN servers by which browsers reach each other for voice, such as "
             "turn:turn.example.com:3478; several with commas",
             "STUN- en TURN-servers waarmee browsers elkaar bereiken voor spraak, zoals "
             "turn:turn.example.com:3478; meer met komma's"}},
    Setting{"turn_secret",
            "FILE",
            "",
            {"File with the secret that those TURN servers share (coturn's static-auth-secret)",
             "Bestand met het geheim van die TURN-servers (static-auth-secret van coturn)"}},
};

// How mail goes out.
constexpr std::array kMail = {
    Setting{"mail_url",
            "URL",
            "",
            {"The server that takes mail: smtp://localhost, smtps://mail.example.com or "
             "starttls://mail.example.com; without it Sluis sends none",
             "De server die mail aanneemt: smtp://localhost, smtps://mail.example.com of "
             "starttls://mail.example.com; zonder dit verstuurt Sluis er geen"}},
    Setting{"mail_from",
            "ADDRESS",
            "",
            {"The address that mail comes from", "Het adres waar mail vandaan komt"}},
    Setting{"mail_name", "NAME", "", {"The name beside that address", "De naam bij dat adres"}},
    Setting{"mail_user",
            "NAME",
            "",
            {"The name that the mail server knows Sluis by",
             "De naam waaronder de mailserver Sluis kent"}},
    Setting{"mail_password",
            "FILE",
            "",
            {"File with the password of that name", "Bestand met het wachtwoord van die naam"}},
    Setting{"mail_per_minute",
            "N",
            "60",
            {"How many mails go out in a minute at most",
             "Hoeveel mails er hooguit per minuut uitgaan"}},
};

// How it works.
constexpr std::array kWorking = {
    Setting{"threads",
            "N",
            "",
            {"Threads that serve connections; without it one per processor",
             "Threads die verbindingen bedienen; zonder dit één per processor"}},
    Setting{"readers",
            "N",
            "4",
            {"Connections to the store that read", "Verbindingen met de opslag die lezen"}},
    Setting{"postgres_connections",
            "N",
            "8",
            {"Connections to PostgreSQL that write", "Verbindingen met PostgreSQL die schrijven"}},
    Setting{"log_level",
            "LEVEL",
            "info",
            {"The least important log entries that are written",
             "De minst belangrijke logregels die geschreven worden"}},
    Setting{"log_format", "FORMAT", "text", {"How log entries look", "Hoe logregels eruitzien"}},
    Setting{"stop_grace",
            "TIME",
            "10s",
            {"How long requests under way may take when Sluis stops",
             "Hoe lang lopende verzoeken mogen duren als Sluis stopt"}},
    Setting{"contacts_kept",
            "TIME",
            "730d",
            {"How long it is kept what was said with customers, with whom, and what they sent",
             "Hoe lang bewaard blijft wat met klanten gezegd is, met wie, en wat zij stuurden"}},
    Setting{"test_clock",
            "MOMENT",
            "",
            {"Start with a clock that stands still; `sluis clock` moves it",
             "Begin met een klok die stilstaat; `sluis clock` verzet hem"},
            Reach::serving,
            true},
    Setting{"synchronous",
            "MODE",
            "full",
            {"Whether a commit waits for the disk; off is for measuring only",
             "Of een commit op de schijf wacht; off is alleen om te meten"},
            Reach::serving,
            true},
};

}  // namespace

std::string Setting::name() const {
  std::string out(field);
  for (char& c : out) {
    if (c == '_') c = '-';
  }
  return out;
}

std::string Setting::environment() const {
  std::string out = "SLUIS_";
  for (const char c : field) {
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

std::span<const Setting> all_settings() {
  static const std::vector<Setting> all = [] {
    std::vector<Setting> joined(kPlaces.begin(), kPlaces.end());
    joined.insert(joined.end(), kMail.begin(), kMail.end());
    joined.insert(joined.end(), kWorking.begin(), kWorking.end());
    return joined;
  }();
  return all;
}

std::string origin_of(const std::optional<Url>& url) {
  if (!url) return {};
  const std::size_t host = url->text.find("://") + 3;
  return url->text.substr(0, url->text.find('/', host));
}

}  // namespace sluis::config
