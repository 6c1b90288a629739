#include "channels/templates.h"

#include <algorithm>

namespace sluis::channels {
namespace {

using enum Phase;
using enum Shared;

std::vector<Template> all_templates() {
  return {
      {"website",
       {"Website", "Website"},
       Form::website,
       {"Be found, inform and lead visitors to where they can buy.",
        "Gevonden worden, informeren en bezoekers leiden naar waar ze kunnen kopen."},
       {awareness, evaluation},
       {"reach", "visits", "engagement"},
       {{"webshop", {content}}, {"contact-centre", {customers}}, {"store", {stock, appointments}}}},
      {"webshop",
       {"Webshop", "Webwinkel"},
       Form::webshop,
       {"Sell online, day and night.", "Online verkopen, dag en nacht."},
       {evaluation, purchase, delivery},
       {"visits", "conversion", "revenue", "margin"},
       {{"store", {stock, orders, prices}},
        {"contact-centre", {customers, orders, baskets}},
        {"email", {customers, baskets}}}},
      {"contact-centre",
       {"Contact centre", "Contactcentrum"},
       Form::contact_centre,
       {"Help customers decide and solve what went wrong, in person.",
        "Klanten persoonlijk helpen kiezen en oplossen wat misging."},
       {evaluation, purchase, after_sales},
       {"contacts", "service-level", "speed-of-answer", "abandonment"},
       {{"webshop", {customers, orders, baskets}},
        {"store", {customers, appointments}},
        {"field-sales", {customers, appointments}}}},
      {"store",
       {"Store", "Winkel"},
       Form::store,
       {"Let people see, try, collect and bring back.",
        "Mensen laten zien, proberen, afhalen en terugbrengen."},
       {evaluation, purchase, delivery, after_sales},
       {"visits", "conversion", "revenue", "stock-out-rate"},
       {{"webshop", {customers, stock, orders, prices}}, {"contact-centre", {customers}}}},
      {"bol",
       {"bol", "bol"},
       Form::marketplace,
       {"Reach buyers who start their search at bol.",
        "Kopers bereiken die hun zoektocht bij bol beginnen."},
       {evaluation, purchase},
       {"orders", "revenue", "margin", "return-rate"},
       {{"webshop", {stock, prices, content}}}},
      {"amazon",
       {"Amazon", "Amazon"},
       Form::marketplace,
       {"Reach buyers at home and abroad who start their search at Amazon.",
        "Kopers in binnen- en buitenland bereiken die hun zoektocht bij Amazon beginnen."},
       {evaluation, purchase},
       {"orders", "revenue", "margin", "return-rate"},
       {{"webshop", {stock, prices, content}}}},
      {"email",
       {"E-mail", "E-mail"},
       Form::email,
       {"Stay in touch with customers who asked for it and bring them back.",
        "In contact blijven met klanten die daarom vroegen en hen terugbrengen."},
       {awareness, evaluation, after_sales},
       {"reach", "engagement", "revenue"},
       {{"webshop", {customers, baskets, content}}}},
      {"social",
       {"Social media", "Sociale media"},
       Form::social,
       {"Be seen, be talked about and answer where people are.",
        "Gezien worden, besproken worden en antwoorden waar mensen zijn."},
       {awareness, evaluation, after_sales},
       {"reach", "engagement", "nps"},
       {{"webshop", {content}}, {"contact-centre", {customers}}}},
      {"app",
       {"App", "App"},
       Form::app,
       {"Give regular customers the shortest way to buy and to be helped.",
        "Vaste klanten de kortste weg geven om te kopen en geholpen te worden."},
       {evaluation, purchase, delivery, after_sales},
       {"visits", "conversion", "repeat-rate"},
       {{"webshop", {customers, stock, orders, prices, baskets}}, {"store", {stock, customers}}}},
      {"portal",
       {"Customer portal", "Klantportaal"},
       Form::portal,
       {"Let customers arrange quotes, orders and returns themselves.",
        "Klanten zelf offertes, orders en retouren laten regelen."},
       {purchase, delivery, after_sales},
       {"visits", "orders", "retention"},
       {{"contact-centre", {customers, orders}}, {"field-sales", {customers, prices}}}},
      {"chat",
       {"Chat", "Chat"},
       Form::chat,
       {"Take away doubt while somebody is choosing.",
        "Twijfel wegnemen terwijl iemand aan het kiezen is."},
       {evaluation, purchase, after_sales},
       {"contacts", "conversion", "speed-of-answer"},
       {{"webshop", {customers, baskets}}, {"contact-centre", {customers, appointments}}}},
      {"telesales",
       {"Telesales", "Telesales"},
       Form::telesales,
       {"Call customers who asked for it, in the weeks in which that pays.",
        "Klanten bellen die daarom vroegen, in de weken waarin dat loont."},
       {evaluation, purchase},
       {"contacts", "hit-rate", "margin", "cost-per-order"},
       {{"contact-centre", {customers}}, {"webshop", {orders, prices}}}},
      {"field-sales",
       {"Field sales", "Buitendienst"},
       Form::field_sales,
       {"Advise large customers on the spot.", "Grote klanten ter plaatse adviseren."},
       {evaluation, purchase, after_sales},
       {"contacts", "hit-rate", "margin", "retention"},
       {{"contact-centre", {customers, appointments}}, {"portal", {customers, orders, prices}}}},
      {"reseller",
       {"Reseller", "Wederverkoper"},
       Form::retailer,
       {"Sell where others already have the customers.",
        "Verkopen waar anderen de klanten al hebben."},
       {evaluation, purchase, delivery},
       {"revenue", "margin", "stock-out-rate"},
       {{"webshop", {prices, content}}, {"field-sales", {customers, orders}}}},
      {"mailing",
       {"Direct mail", "Direct mail"},
       Form::mailing,
       {"Put an offer on the doormat of those for whom it is meant.",
        "Een aanbod op de mat leggen bij wie het past."},
       {awareness, evaluation},
       {"reach", "conversion", "cost-per-order"},
       {{"webshop", {customers, prices}}, {"contact-centre", {customers}}}},
      {"advertising",
       {"Advertising", "Reclame"},
       Form::advertising,
       {"Make the brand known to people who do not know it yet.",
        "Het merk bekend maken bij mensen die het nog niet kennen."},
       {awareness},
       {"reach", "cost", "return-on-cost"},
       {{"website", {content}}}},
      {"pop-up",
       {"Pop-up store", "Pop-upwinkel"},
       Form::pop_up,
       {"Try a new place or public for a limited time.",
        "Voor beperkte tijd een nieuwe plek of een nieuw publiek proberen."},
       {awareness, evaluation, purchase},
       {"visits", "conversion", "cost"},
       {{"store", {stock, prices}}, {"webshop", {customers, stock}}}},
      {"shop-in-shop",
       {"Shop-in-shop", "Shop-in-shop"},
       Form::shop_in_shop,
       {"Show the brand in somebody else's shop, with advice of our own.",
        "Het merk tonen in andermans winkel, met eigen advies."},
       {evaluation, purchase},
       {"visits", "conversion", "margin"},
       {{"contact-centre", {customers, appointments}}, {"webshop", {stock, content}}}},
      {"ai-agent",
       {"AI agents", "AI-agents"},
       Form::ai_agent,
       {"Be bought from when a customer lets an assistant do the shopping.",
        "Verkopen wanneer een klant een assistent laat winkelen."},
       {evaluation, purchase},
       {"visits", "orders", "margin"},
       {{"webshop", {stock, prices, content, orders}}}},
  };
}

}  // namespace

const std::vector<Template>& templates() {
  static const std::vector<Template> all = all_templates();
  return all;
}

const Template* find_template(const Slug& code) {
  const auto found = std::ranges::find(templates(), code.text, &Template::code);
  return found != templates().end() ? &*found : nullptr;
}

void fill(Channel& channel, const Template& from, Language language, Date today) {
  channel.code.text = from.code;
  channel.name.text = from.name.in(language);
  channel.form = from.form;
  channel.goal.text = from.goal.in(language);
  channel.phases = from.phases;
  for (const std::string_view kpi : from.kpis)
    channel.targets.push_back({.kpi = {std::string(kpi)}, .from = today});
}

}  // namespace sluis::channels
