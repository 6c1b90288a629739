// A company as it is after a year of work: people, fourteen channels with what they cost, what is wanted of
// them and how they join, and a few saved views. It comes in as people bring it in, by the importer. What it costs now is by the month, so
// that no figure depends on how long this month is.
import { readFile } from 'node:fs/promises';

const colleagues = [
  { name: 'Ruben Smit', roles: ['manager'] },
  { name: 'Esra Demir', roles: ['manager'] },
  { name: 'Jasper Visser', roles: ['analyst'] },
];

const only = (column, value) => ({ filters: [{ column, not: false, values: [value] }] });

const views = [
  { name: 'Live', state: only('state', 'live') },
  { name: 'Nog niet klaar', state: only('state', 'draft') },
  { name: 'Winkels', state: only('kind', 'physical') },
];

export async function fill(site, { cookie }) {
  for (const { name, roles } of colleagues) {
    const email = `${name.split(' ')[0].toLowerCase()}@example.com`;
    await site.ask('POST', '/api/v1/access/users', {
      cookie,
      body: { name, email, language: 'nl', roles },
    });
  }
  for (const { name, state } of views) {
    const body = { screen: 'channels', name, shared: true, state };
    await site.ask('POST', '/api/v1/views', { cookie, body });
  }
  const file = await readFile(new URL('van_dalen.csv', import.meta.url), 'utf8');
  return site.send('POST', '/api/v1/channels/import', file, { cookie, type: 'text/csv' });
}

const words = (title, body, button) => ({ title, body, button });

// What Van Dalen offers to visitors, and where; `team` handles the contacts.
export async function fillOffers(site, { cookie }, team) {
  const post = async (where, body) => (await site.ask('POST', where, { cookie, body })).body;
  const { items } = (await site.ask('GET', '/api/v1/channels?limit=500', { cookie })).body;
  const shop = items.find(({ name }) => name === 'Webwinkel') ?? items[0];
  const offers = [];
  for (const offer of offered(team.id)) offers.push(await post('/api/v1/decisions/offers', offer));
  const [call, chat, store, tenth, guide] = offers.map(({ id }) => id);
  const places = [
    ['product-page', 'Productpagina', [call, chat, guide]],
    ['basket', 'Winkelwagen', [call, tenth, store]],
    ['account', 'Mijn account', []],
  ];
  for (const [code, name, here] of places) {
    await post('/api/v1/decisions/placements', { code, name, channel: shop.id, offers: here });
  }
  return offers;
}

// Places and versions are taken up a moment after they were made.
async function until(isSo) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('what was waited for never came');
}

// What was decided for visitors of its website, of whom some accepted and one bought; `secret` is of an ingest key.
// So much is held out and tried out that all of it is there to see.
export async function fillDecisions(site, { cookie }, secret) {
  const headers = { Authorization: `Bearer ${secret}` };
  const decide = async (body) =>
    (await site.ask('POST', '/api/v1/decisions', { headers, body: { placement: 'product-page', ...body } })).body;
  const { version } = (await site.ask('GET', '/api/v1/decisions/settings', { cookie })).body;
  await site.ask('PATCH', '/api/v1/decisions/settings', {
    cookie,
    headers: { 'If-Match': `"${version}"` },
    body: { hold_out_basis_points: 3_000, exploration_basis_points: 5_000 },
  });
  await site.ask('POST', '/api/v1/decisions/policies', { cookie });
  const asked = { visitor: { anonymous_id: 'visitor-first' }, context: { consent: true, page_views: 5 } };
  await until(async () => {
    const { id, gate } = await decide(asked);
    return id !== null && gate !== 'no_model';
  });
  const made = [];
  for (let index = 0; index < 60; index += 1) {
    const visitor = { anonymous_id: index < 4 ? `device-${index}` : `visitor-${index}` };
    made.push(await decide({ visitor, context: { consent: true, page_views: 3 + (index % 4) } }));
  }
  await decide({ context: { page_views: 5 } });
  const given = made.filter(({ offer }) => offer);
  for (const [index, { id }] of given.entries()) {
    const answers = ['shown', ...(index % 3 === 0 ? ['accepted'] : []), ...(index % 3 === 1 ? ['dismissed'] : [])];
    for (const answer of answers) {
      const body = { answer, name: 'Noor Bakker', phone: '+31612345678' };
      await site.ask('POST', `/api/v1/decisions/${id}/answer`, { headers, body });
    }
  }
  return { made, given };
}

const offered = (team) => [
  {
    code: 'call-now',
    name: 'Bel met een adviseur',
    act: 'call_now',
    team,
    wait_most_s: 20,
    phases: ['evaluation', 'purchase'],
    texts: {
      nl: words('Even overleggen?', 'Er is nu iemand vrij die u verder helpt.', 'Bel mij nu'),
      en: words('Shall we talk it over?', 'Somebody is free now to help you.', 'Call me now'),
    },
  },
  {
    code: 'chat',
    name: 'Chat over dit product',
    act: 'chat',
    team,
    cap_times: 3,
    texts: {
      nl: words('Een vraag?', 'Een adviseur antwoordt u nu in de chat.', 'Begin een chat'),
      en: words('A question?', 'An adviser answers you in the chat now.', 'Start a chat'),
    },
  },
  {
    code: 'visit',
    name: 'Kijken in de winkel',
    act: 'appointment',
    team,
    cost: '12.50',
    cap_days: 30,
    active: false,
    texts: {
      nl: words('Kom langs in de winkel', 'Wij leggen klaar wat u wilt zien.', 'Maak een afspraak'),
      en: words('Visit us in the store', 'We put ready what you want to see.', 'Make an appointment'),
    },
  },
  {
    code: 'tenth',
    name: 'Tien procent bij de eerste order',
    act: 'discount',
    discount_basis_points: 1_000,
    cap_times: 1,
    cap_days: 90,
    until: '2031-12-31T23:00:00Z',
    texts: {
      nl: words('Tien procent voor u', 'De korting gaat er vanzelf af.', 'Neem de korting'),
      en: words('Ten percent for you', 'It is taken off by itself.', 'Take the discount'),
    },
  },
  {
    code: 'guide',
    name: 'Keuzehulp banken',
    act: 'advice',
    texts: {
      nl: words('Welke bank past bij u?', 'Drie vragen, en u weet het.', 'Geef mij advies'),
      en: words('Which sofa suits you?', 'Three questions, and you know.', 'Advise me'),
    },
  },
];
