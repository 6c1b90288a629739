#include "events/events.h"

namespace sluis::events {
namespace {

// In the order of the enum.
constexpr Text kTexts[] = {
    {"This is no event, or it was cut off.", "Dit is geen gebeurtenis, of ze is afgekapt."},
    {"The text is not UTF-8.", "De tekst is geen UTF-8."},
    {"The text is too long.", "De tekst is te lang."},
    {"It does not say what happened.", "Er staat niet bij wat er gebeurde."},
    {"What happened is named in lower case with underscores, such as product_viewed.",
     "Wat er gebeurde heet in kleine letters met lage streepjes, zoals product_viewed."},
    {"A message id has at most 200 characters.", "Een message id heeft ten hoogste 200 tekens."},
    {"What should recognise the customer is empty, too long, or no e-mail address or telephone "
     "number.",
     "Wat de klant moet herkennen is leeg, te lang, of geen e-mailadres of telefoonnummer."},
    {"The moment cannot be read; write it as 2026-11-22T09:30:00Z.",
     "Het moment is niet te lezen; schrijf het als 2026-11-22T09:30:00Z."},
    {"The moment lies more than five minutes ahead: is the sender's clock right?",
     "Het moment ligt meer dan vijf minuten in de toekomst: loopt de klok van de afzender gelijk?"},
    {"The moment is more than two years ago; import such events.",
     "Het moment is meer dan twee jaar geleden; importeer zulke gebeurtenissen."},
    {"The number cannot be read; write it as 1234.50.",
     "Het getal is niet te lezen; schrijf het als 1234.50."},
    {"The number is too large to be true.", "Het getal is te groot om waar te zijn."},
    {"The currency is no code of ISO 4217, such as EUR.",
     "De valuta is geen code van ISO 4217, zoals EUR."},
    {"A part of an order needs the number of its order.",
     "Een deel van een order heeft het nummer van zijn order nodig."},
    {"The properties are not one JSON object.", "De eigenschappen zijn geen JSON-object."},
    {"The properties are larger than 32 KB.", "De eigenschappen zijn groter dan 32 KB."},
    {"The event is larger than 64 KB.", "De gebeurtenis is groter dan 64 KB."},
    {"The contract of the source does not have this kind of event.",
     "Deze soort gebeurtenis staat niet in het contract van de bron."},
    {"The contract of the source does not have this channel.",
     "Dit kanaal staat niet in het contract van de bron."},
    {"A property is missing that the contract of the source asks for.",
     "Er ontbreekt een eigenschap die het contract van de bron vraagt."},
    {"A property is of another type than the contract of the source says.",
     "Een eigenschap is van een andere soort dan het contract van de bron zegt."},
};
static_assert(std::size(kTexts) ==
              boost::mp11::mp_size<boost::describe::describe_enumerators<Reason>>::value);

}  // namespace

const Text& text_of(Reason reason) {
  return kTexts[static_cast<std::size_t>(reason)];
}

}  // namespace sluis::events
