// Every screen there is, for the tests that visit them all. What only opens by doing something has an `act`.
import { fileURLToPath } from 'node:url';

const openChannel = (page) => page.getByText('Webwinkel').first().click();
const inPanel = (page) => page.getByRole('complementary');

export const screens = [
  { name: 'worksheet', path: '/channels', shows: '[role=grid]', phone: 'li' },
  { name: 'phases', path: '/channels?mode=board', shows: 'main table' },
  { name: 'matrix', path: '/channels?mode=matrix', shows: 'table' },
  { name: 'new channel', path: '/channels?dialog=new', shows: 'form' },
  { name: 'templates', path: '/channels?dialog=templates', shows: '[role=dialog]' },
  { name: 'import', path: '/channels?dialog=import', shows: '[role=dialog]' },
  { name: 'print', path: '/channels/print', shows: 'h1' },
  { name: 'results', path: '/results', shows: 'tfoot', phone: '[data-drawn]' },
  { name: 'results together', path: '/results?total=true&period=year', shows: 'tfoot', phone: '[data-drawn]' },
  { name: 'channel paths', path: '/paths', shows: 'thead', phone: 'main tbody' },
  { name: 'a funnel', path: '/paths?tab=funnel', shows: 'main ol', phone: 'main ol' },
  { name: 'attribution', path: '/paths?tab=credit', shows: 'thead', phone: 'main tbody' },
  { name: 'return', path: '/return', shows: 'thead', phone: 'main tbody' },
  { name: 'the weekly report', path: '/return?report=open', shows: '[role=dialog] select' },
  { name: 'outlook', path: '/return?tab=outlook', shows: 'main tbody' },
  { name: 'tests and credit', path: '/return?tab=credit', shows: 'main h2' },
  { name: 'dependence', path: '/return?tab=dependence', shows: 'main h2' },
  { name: 'hit rates', path: '/return?tab=hits', shows: 'main h2' },
  { name: 'customer value', path: '/value', shows: '[data-drawn]' },
  { name: 'how recent, how often', path: '/value?tab=grid', shows: 'main tbody' },
  { name: 'value by first channel', path: '/value?tab=channels', shows: 'main tbody' },
  { name: 'one channel or several', path: '/value?tab=many', shows: 'main h2' },
  { name: 'fit', path: '/fit?period=year', shows: 'main tbody' },
  { name: 'mismatches', path: '/fit?tab=mismatches&period=year', shows: 'main h2' },
  { name: 'conflicts', path: '/conflicts', shows: '[role=grid]', phone: 'main li' },
  { name: 'what is compared', path: '/conflicts?rules=true', shows: '[role=dialog]' },
  { name: 'customer voice', path: '/voice', shows: 'main table' },
  { name: 'answers of the panel', path: '/voice?tab=people', shows: 'main dl' },
  { name: 'a new questionnaire', path: '/voice?dialog=new', shows: '[role=dialog]' },
  { name: 'questions in SQL', path: '/sql', shows: 'textarea' },
  { name: 'profile', path: '/settings/profile', shows: 'h1' },
  { name: 'users', path: '/settings/users', shows: 'table' },
  { name: 'invite', path: '/settings/users?invite=true', shows: 'form' },
  { name: 'keys', path: '/settings/keys', shows: 'h1' },
  { name: 'company', path: '/settings/company', shows: 'select' },
  { name: 'trail', path: '/settings/trail', shows: 'table' },
  { name: 'vouchers', path: '/settings/vouchers', shows: 'main h2' },
  { name: 'terms', path: '/settings/terms', shows: 'main h2' },
  { name: 'imports', path: '/settings/imports', shows: 'input[type=file]' },
  { name: 'a new segment', path: '/segments?open=new', shows: 'form' },
  { name: 'segments', path: '/segments', shows: 'fieldset' },
  { name: 'products', path: '/products', shows: '[role=grid]', phone: 'li' },
  { name: 'new product', path: '/products?dialog=new', shows: 'form' },
  { name: 'products as a file', path: '/products?dialog=import', shows: '[role=dialog]' },
  { name: 'completeness', path: '/products?dialog=completeness', shows: '[role=dialog] table' },
  { name: 'changes of many', path: '/products?dialog=edits', shows: '[role=dialog]' },
  { name: 'offers', path: '/offers', shows: '[role=grid]', phone: 'main li' },
  { name: 'a new offer', path: '/offers?dialog=new', shows: 'form' },
  { name: 'places for offers', path: '/offers?tab=placements', shows: '[role=grid]', phone: 'main li' },
  { name: 'a new place', path: '/offers?tab=placements&dialog=new', shows: 'form' },
  { name: 'decisions', path: '/offers?tab=log', shows: '[role=grid]', phone: 'main li' },
  { name: 'what offers add', path: '/offers?tab=results&by=cell', shows: 'main table', phone: 'main tbody' },
  { name: 'settings of decisions', path: '/offers?tab=settings', shows: 'main input' },
  { name: 'the desk', path: '/desk', shows: 'main section' },
  { name: 'the wall', path: '/desk/wall', shows: 'main dl' },
  { name: 'the shop floor', path: '/store', shows: 'main section' },
  { name: 'labels', path: '/store/labels', shows: 'main article' },
  { name: 'appointments', path: '/appointments', shows: 'main h2' },
  { name: 'teams', path: '/settings/teams', shows: 'main table' },
  { name: 'a new team', path: '/settings/teams?team=new', shows: 'form' },
  { name: 'a new agent', path: '/settings/teams?agent=new', shows: '[role=dialog]' },
  { name: 'a new ready answer', path: '/settings/teams?answer=new', shows: '[role=dialog]' },
  { name: 'orders', path: '/orders', shows: '[role=grid]', phone: 'main li' },
  { name: 'a new order', path: '/orders/new', shows: 'form' },
  { name: 'pick and hand over', path: '/handover', shows: 'main h2' },
  { name: 'stock', path: '/stock', shows: '[role=grid]', phone: 'main li' },
  { name: 'movements of stock', path: '/stock?tab=movements', shows: 'main ol li' },
  { name: 'reservations', path: '/stock?tab=reservations', shows: 'main ul li' },
  { name: 'what is expected', path: '/stock?tab=incoming', shows: 'main h2, main ul li' },
  { name: 'an expected delivery', path: '/stock?tab=incoming&delivery=new', shows: '[role=dialog]' },
  { name: 'alerts of stock', path: '/stock?tab=alerts', shows: 'main h2, main table' },
  { name: 'what shops believe', path: '/stock?tab=drift', shows: 'main h2, main table' },
  { name: 'locations', path: '/stock?tab=locations', shows: 'main input' },
  { name: 'a new location', path: '/stock?tab=locations&location=new', shows: 'form' },
  { name: 'receive pieces', path: '/stock?act=received', shows: '[role=dialog]' },
  { name: 'count', path: '/count', shows: 'main input' },
  { name: 'customers', path: '/customers', shows: '[role=grid]', phone: 'li' },
  { name: 'proposals', path: '/customers?dialog=proposals', shows: '[role=dialog]' },
  { name: 'connections', path: '/settings/connections', shows: 'table' },
  { name: 'connect', path: '/settings/connections?add=true', shows: '[role=dialog]' },
  { name: 'shops', path: '/settings/connections?tab=shops', shows: '[role=tabpanel] h2, [role=tabpanel] table' },
  { name: 'link a shop', path: '/settings/connections?tab=shops&add=true', shows: '[role=dialog]' },
  { name: 'webhooks', path: '/settings/connections?tab=webhooks', shows: '[role=tabpanel] h2, [role=tabpanel] table' },
  { name: 'mail', path: '/settings/connections?tab=mail', shows: '[role=tabpanel] h2' },
  { name: 'add a webhook', path: '/settings/connections?tab=webhooks&add=true', shows: '[role=dialog]' },
  { name: 'freshness', path: '/data', shows: 'table' },
  { name: 'coverage', path: '/data?tab=coverage', shows: 'table' },
  { name: 'quarantine', path: '/data?tab=quarantine', shows: 'table, main h2' },
  { name: 'unknown', path: '/there-is-no-such-page', shows: 'main h2' },
];

// Sends the file of a till and opens it.
async function sendTill(page) {
  const file = fileURLToPath(new URL('kassa.csv', import.meta.url));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('2 rijen blijven buiten').waitFor();
}

// What opens over a screen; in Dutch, and of the filled company.
export const opened = [
  {
    name: 'a channel, with its history',
    path: '/channels',
    act: async (page) => {
      await openChannel(page);
      await inPanel(page).getByRole('button', { name: 'Toon geschiedenis' }).click();
      await inPanel(page).getByText('Aangemaakt').waitFor();
    },
  },
  {
    name: 'costs of a channel',
    path: '/channels',
    act: async (page) => {
      await openChannel(page);
      await inPanel(page).getByRole('button', { name: 'Kosten toevoegen' }).click();
      await page.getByRole('button', { name: 'Kalender openen' }).first().click();
      await page.getByRole('button', { name: 'Volgende maand' }).waitFor();
    },
  },
  {
    name: 'a target of a channel',
    path: '/channels',
    act: async (page) => {
      await openChannel(page);
      await inPanel(page).getByRole('button', { name: 'KPI volgen' }).click();
      await page.getByRole('dialog').getByLabel('Vanaf').waitFor();
    },
  },
  {
    name: 'how two channels join',
    path: '/channels?mode=matrix',
    act: async (page) => {
      await page.getByRole('button', { name: /^App naar Webwinkel/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an exchange',
    path: '/orders?view=%7B%22search%22%3A%22K-77%22%7D',
    act: async (page) => {
      await page.getByText('K-77').first().click();
      await inPanel(page).getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Ruilen…' }).click();
      await page.getByRole('dialog').getByText('Gaat mee in ruil').waitFor();
    },
  },
  { name: 'a file to import', path: '/settings/imports', act: sendTill },
  {
    name: 'a mapping in formulas, to be kept',
    path: '/settings/imports',
    act: async (page) => {
      await sendTill(page);
      await page.getByText('Formules').click();
      await page.getByRole('button', { name: 'Voorwaarde' }).first().click();
      await page.getByRole('button', { name: 'Koppeling bewaren' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'how an import went',
    path: '/settings/imports',
    act: async (page) => {
      await sendTill(page);
      await page.getByRole('button', { name: 'Importeren', exact: true }).click();
      await page.getByRole('button', { name: 'kassa.csv' }).click();
      await page.getByRole('dialog').getByText('Regel 5').waitFor();
    },
  },
  {
    name: 'a customer, to be forgotten',
    path: '/customers?view=%7B%22search%22%3A%22kim%22%7D',
    act: async (page) => {
      await page.getByText('Kim de Vries').click();
      await inPanel(page).getByText('Wat er gebeurde').waitFor();
      await inPanel(page).getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Vergeet deze persoon' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a product and a variant of it, with its prices',
    path: '/products',
    act: async (page) => {
      await page.getByText('Tafellamp Kiezel').click();
      await inPanel(page).getByText('€ 59,95').first().waitFor();
      await inPanel(page).getByText('Gemaakt', { exact: true }).waitFor();
      await inPanel(page).getByRole('button', { name: /^TAFELLAMP-KIEZEL/ }).click();
      await page.getByRole('dialog').getByText('Gemaakt', { exact: true }).waitFor();
    },
  },
  {
    name: 'products, to be changed together',
    path: '/products',
    act: async (page) => {
      await page.getByRole('grid').getByRole('checkbox').nth(1).click();
      await page.getByRole('toolbar').getByRole('button', { name: 'Wijzig', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Wat').selectOption('state');
      await page.getByRole('dialog').getByRole('button', { name: 'Toon wat er wijzigt' }).click();
      await page.getByRole('dialog').getByText('zou wijzigen').waitFor();
    },
  },
  {
    name: 'a new voucher',
    path: '/settings/vouchers',
    act: async (page) => {
      await page.getByRole('button', { name: 'Nieuwe tegoedbon' }).click();
      await page.getByRole('dialog').getByLabel('Code').waitFor();
    },
  },
  {
    name: 'an offer, as a visitor sees it',
    path: '/offers',
    act: async (page) => {
      await page.getByText('Bel met een adviseur').click();
      await inPanel(page).getByText('Even overleggen?').last().waitFor();
      await inPanel(page).getByText('Gemaakt', { exact: true }).waitFor();
    },
  },
  {
    name: 'a place and what competes there',
    path: '/offers?tab=placements',
    act: async (page) => {
      await page.getByText('Winkelwagen').click();
      await inPanel(page).getByRole('button', { name: 'Keuzehulp banken toevoegen' }).waitFor();
      await inPanel(page).getByText('Gemaakt', { exact: true }).waitFor();
    },
  },
  {
    name: 'why a customer saw an offer',
    path: '/offers?tab=log',
    act: async (page) => {
      await page.getByRole('grid').getByText('Keuzehulp banken', { exact: true }).first().click();
      await inPanel(page).getByText('Gekozen').waitFor();
      await inPanel(page).getByText('Zag het').waitFor();
    },
  },
  {
    name: 'a version of the policy, to be brought back',
    path: '/offers?tab=results',
    act: async (page) => {
      await page.getByRole('button', { name: 'Terughalen' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'all offers, to be switched off',
    path: '/offers?tab=settings',
    act: async (page) => {
      await page.getByRole('button', { name: 'Alles uitzetten' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an order, being made up',
    path: '/orders/new',
    act: async (page) => {
      await page.getByLabel('Naam, SKU of GTIN').fill('TAFELLAMP-KIEZEL');
      await page.keyboard.press('Enter');
      await page.getByText('€ 59,95').first().waitFor();
      await page.getByText('Afhalen').click();
      await page.getByLabel(/^Bekende klant/).fill('kim');
      await page.getByRole('button', { name: /Kim de Vries/ }).waitFor();
    },
  },
  {
    name: 'an order, to be cancelled',
    path: '/orders',
    act: async (page) => {
      await page.getByText('W-2001').click();
      await inPanel(page).getByText('Wat er gebeurde').waitFor();
      await inPanel(page).getByRole('button', { name: 'Annuleren…' }).click();
      await page.getByRole('dialog').getByText(/zijn weer vrij voor anderen/).waitFor();
    },
  },
  {
    name: 'an order, to be taken back',
    path: '/orders',
    act: async (page) => {
      await page.getByText('K-77').click();
      await inPanel(page).getByRole('button', { name: 'Terugnemen…' }).click();
      await page.getByRole('dialog').getByText(/gaat terug in de voorraad/).waitFor();
    },
  },
  {
    name: 'a buyer, to withdraw',
    path: '/orders',
    act: async (page) => {
      await page.getByText('W-2001').click();
      await inPanel(page).getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: /^Koper ziet af/ }).click();
      await page.getByRole('dialog').getByText(/14 dagen/).waitFor();
    },
  },
  {
    name: 'a delivery, to be handed over',
    path: '/handover',
    act: async (page) => {
      await page.getByText('W-2001').click();
      await page.getByRole('button', { name: 'Uitleveren…' }).click();
      await page.getByRole('dialog').getByLabel(/^Volgnummer/).waitFor();
    },
  },
  {
    name: 'why so many are free, and pieces to be moved',
    path: '/stock',
    act: async (page) => {
      await page.getByText('Tafellamp Kiezel').click();
      await inPanel(page).getByText('W-1024').waitFor();
      await inPanel(page).getByText(/Ontvangen/).first().waitFor();
      await inPanel(page).getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Verplaatsen' }).click();
      await page.getByRole('dialog').getByLabel('Naar').waitFor();
    },
  },
  {
    name: 'something to be counted',
    path: '/count',
    act: async (page) => {
      await page.getByLabel('Wat telt u?').fill('TAFELLAMP-KIEZEL');
      await page.keyboard.press('Enter');
      await page.getByLabel('Geteld').fill('1');
      await page.getByText(/beloften vervallen/).waitFor();
    },
  },
  {
    name: 'the code of a tool',
    path: '/settings/connections?add=true',
    loading: true,
    act: async (page) => {
      await page.getByRole('button', { name: /PostHog/ }).click();
      await page.getByLabel('Kanaal').selectOption({ label: 'App' });
      await page.getByRole('button', { name: 'Sleutel maken' }).click();
      await page.getByText('Wacht op de eerste gebeurtenis…').first().waitFor();
    },
  },
  {
    name: 'a source',
    path: '/settings/connections',
    act: async (page) => {
      await page.getByRole('button', { name: 'Kassa Zwolle' }).click();
      await page.getByRole('button', { name: 'Verplichte eigenschap' }).click();
      await page.getByLabel('Is een').waitFor();
    },
  },
  {
    name: 'a linked shop',
    path: '/settings/connections?tab=shops&add=true',
    loading: true,
    act: async (page) => {
      await page.getByLabel('Naam').fill('Webshop elders');
      await page.getByRole('dialog').getByRole('button', { name: 'Winkel koppelen' }).click();
      await page.getByText('Bewaar dit nu: het wordt niet opnieuw getoond.').waitFor();
      await page.getByRole('button', { name: 'Klaar' }).click();
      await page.getByRole('button', { name: 'Webshop elders' }).click();
      await page.getByText('De winkel is nog niet aangeroepen.').waitFor();
    },
  },
  {
    name: 'a webhook',
    path: '/settings/connections?tab=webhooks&add=true',
    loading: true,
    act: async (page) => {
      await page.getByLabel('Naam').fill('Boekhouding');
      await page.getByLabel('Adres').fill('https://books.example/in');
      await page.getByRole('dialog').getByRole('button', { name: 'Webhook toevoegen' }).click();
      await page.getByText('Bewaar dit geheim nu: het wordt niet opnieuw getoond.').waitFor();
      await page.getByRole('button', { name: 'Klaar' }).click();
      await page.getByRole('button', { name: 'Boekhouding' }).click();
      await page.getByText('Nog niets verstuurd.').waitFor();
    },
  },
  {
    name: 'a group in the quarantine with its repair',
    path: '/data?tab=quarantine',
    act: async (page) => {
      await page.getByRole('button', { name: 'Valuta onbekend' }).click();
      await page.getByRole('button', { name: 'Herstel een veld van alle' }).click();
      await page.getByLabel('Wordt').fill('EUR');
      await page.getByText('3 van 3 worden zo goed.').waitFor();
    },
  },
  {
    name: 'filters',
    path: '/channels',
    act: async (page) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      const popover = page.getByRole('dialog', { name: 'Filter' });
      await popover.getByRole('button', { name: 'Stand' }).click();
      await page.getByRole('radio', { name: 'Live' }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Bewaar als nieuw' }).click();
      await page.getByRole('dialog').getByLabel('Naam').waitFor();
    },
  },
  {
    name: 'the menu of the worksheet',
    path: '/channels',
    act: async (page) => {
      await page.getByRole('button', { name: 'Meer', exact: true }).first().click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'the palette',
    path: '/channels',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('winkel');
      await page.getByRole('option', { name: /Winkel Zwolle/ }).waitFor();
    },
  },
  {
    name: 'the keys',
    path: '/channels',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'what a KPI means',
    path: '/results',
    act: async (page) => {
      await page.getByRole('button', { name: 'Wat Omzet betekent' }).click();
      await inPanel(page).getByText('van het doel tot nu toe').waitFor();
    },
  },
  {
    name: 'the rows behind a number, and one of them',
    path: '/results?rows=%7B%7D',
    act: async (page) => {
      await inPanel(page).getByText('Orderregel').first().waitFor();
      await inPanel(page).getByRole('grid').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Binnengekomen').waitFor();
    },
  },
  {
    name: 'the customers of a cell',
    path: '/value?tab=grid',
    act: async (page) => {
      await page.getByTitle('Toon deze klanten').first().click();
      await inPanel(page).getByRole('gridcell').first().waitFor();
    },
  },
  {
    name: 'an answer in SQL',
    path: '/sql?sql=select+*+from+feed_channel',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Uw vraag in SQL' }).press('Control+Enter');
      await page.getByText('feed_daily', { exact: true }).click();
      await page.getByRole('grid').getByText('Webwinkel').waitFor();
    },
  },
  {
    name: 'the period of the results',
    path: '/results',
    act: async (page) => {
      await page.getByRole('button', { name: /^Laatste 90 dagen/ }).click();
      await page.getByRole('dialog', { name: 'Periode' }).waitFor();
    },
  },
  {
    name: 'a user who becomes a store',
    path: '/settings/users',
    act: async (page) => {
      await page.getByRole('button', { name: /Ruben Smit/ }).click();
      await page.getByRole('dialog').getByText('Winkel', { exact: true }).click();
      await page.getByLabel('Welke winkel').waitFor();
    },
  },
  {
    name: 'a new key',
    path: '/settings/keys',
    act: async (page) => {
      await page.getByRole('button', { name: 'Sleutel maken' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the session has ended',
    // What lies behind waits.
    loading: true,
    path: '/channels',
    act: async (page) => {
      const problem = { title: 'Log in', status: 401, code: 'not_signed_in' };
      await page.route('**/api/v1/channels/matrix', (route) =>
        route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem }),
      );
      await page.getByText('Aansluiting', { exact: true }).first().click();
      await page.getByRole('dialog').getByLabel('Wachtwoord').waitFor();
    },
    leave: (page) => page.unroute('**/api/v1/channels/matrix'),
  },
  {
    name: 'two people changed the same',
    path: '/channels',
    act: async (page, change) => {
      await openChannel(page);
      const goal = inPanel(page).getByLabel('Doel');
      await goal.fill('Wat ik wil');
      await page.route('**/api/v1/channels/chn_*', async (route) => {
        if (route.request().method() === 'GET') await change('Webwinkel', `Wat een ander wil`);
        await route.continue();
      });
      await goal.blur();
      await page.getByRole('dialog').getByText('Wat een ander wil').waitFor();
    },
    leave: (page) => page.unroute('**/api/v1/channels/chn_*'),
  },
];

// Those for who is not in yet.
export const entries = [
  { name: 'sign-in', path: '/', shows: 'form' },
  { name: 'password', path: '/password#token', shows: 'form' },
  // Shows what loading looks like, and so never stops.
  { name: 'design', path: '/design', shows: 'h1', loading: true },
];
