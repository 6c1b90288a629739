#include "platform/config/settings.h"

#include <array>

namespace sluis::config {
namespace {

constexpr std::array kSettings = {
    Setting{.field = "data",
            .value = "DIR",
            .fallback = "./data",
            .help = {"The data folder of the company", "De gegevensmap van het bedrijf"},
            .reach = Reach::every_command},
    Setting{.field = "store",
            .value = "URL",
            .fallback = "sqlite",
            .help = {"Where the data is: sqlite (in the data folder) or postgresql://…",
                     "Waar de gegevens staan: sqlite (in de gegevensmap) of postgresql://…"},
            .reach = Reach::every_command},
    Setting{.field = "listen",
            .value = "ADDRESS:PORT",
            .fallback = "127.0.0.1:8080",
            .help = {"Where to serve; several with commas. Beyond this machine it needs TLS or a "
                     "trusted proxy",
                     "Waar te bedienen; meer met komma's. Buiten deze machine is TLS of een "
                     "vertrouwde proxy nodig"}},
    Setting{.field = "tls_certificate",
            .value = "FILE",
            .fallback = "",
            .help = {"PEM file with the certificate and its chain",
                     "PEM-bestand met het certificaat en zijn keten"}},
    Setting{.field = "tls_key",
            .value = "FILE",
            .fallback = "",
            .help = {"PEM file with the private key", "PEM-bestand met de geheime sleutel"}},
    Setting{.field = "trusted_proxies",
            .value = "ADDRESS",
            .fallback = "",
            .help = {"Addresses or networks (10.0.0.0/8) whose X-Forwarded-For and "
                     "X-Forwarded-Proto are believed",
                     "Adressen of netwerken (10.0.0.0/8) waarvan X-Forwarded-For en "
                     "X-Forwarded-Proto geloofd worden"}},
    Setting{.field = "public_url",
            .value = "URL",
            .fallback = "",
            .help = {"The address that browsers use, if it is another than the one served on",
                     "Het adres dat browsers gebruiken, als dat een ander is dan het bediende"}},
    Setting{.field = "threads",
            .value = "N",
            .fallback = "",
            .help = {"Threads that serve connections; without it one per processor",
                     "Draden die verbindingen bedienen; zonder dit één per processor"}},
    Setting{.field = "readers",
            .value = "N",
            .fallback = "4",
            .help = {"Connections to the store that read", "Verbindingen met de opslag die lezen"}},
    Setting{.field = "postgres_connections",
            .value = "N",
            .fallback = "8",
            .help = {"Connections to PostgreSQL that write",
                     "Verbindingen met PostgreSQL die schrijven"}},
    Setting{.field = "web",
            .value = "DIR",
            .fallback = "",
            .help = {"Folder of the web app; without it the one that was installed",
                     "Map van de webapp; zonder dit de geïnstalleerde"}},
    Setting{.field = "log_level",
            .value = "LEVEL",
            .fallback = "info",
            .help = {"The least important log entries that are written",
                     "De minst belangrijke logregels die geschreven worden"}},
    Setting{.field = "log_format",
            .value = "FORMAT",
            .fallback = "text",
            .help = {"How log entries look", "Hoe logregels eruitzien"}},
    Setting{.field = "stop_grace",
            .value = "TIME",
            .fallback = "10s",
            .help = {"How long requests under way may take when Sluis stops",
                     "Hoe lang lopende verzoeken mogen duren als Sluis stopt"}},
    Setting{.field = "test_clock",
            .value = "MOMENT",
            .fallback = "",
            .help = {"Start with a clock that stands still; `sluis clock` moves it",
                     "Begin met een klok die stilstaat; `sluis clock` verzet hem"},
            .hidden = true},
    Setting{.field = "synchronous",
            .value = "MODE",
            .fallback = "full",
            .help = {"Whether a commit waits for the disk; off is for measuring only",
                     "Of een commit op de schijf wacht; off is alleen om te meten"},
            .hidden = true},
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
  return kSettings;
}

}  // namespace sluis::config
