// A key whose owner sends what shops and a call centre send, with some that cannot be understood: something to see
// on the screens of data and customers.
export async function makeKey(site, { cookie }, { name, channel }) {
  const { key, secret } = (
    await site.ask('POST', '/api/v1/access/keys', { cookie, body: { name, scope: 'ingest' } })
  ).body;
  const { items } = (await site.ask('GET', `/api/v1/channels?limit=500`, { cookie })).body;
  const { id } = items.find((one) => one.name === channel);
  const body = { name, kind: 'live', key: key.id, channel: id, precedence: 'shop' };
  const source = (await site.ask('POST', '/api/v1/sources', { cookie, body })).body;
  return { secret, source };
}

export const sendEvents = async (site, secret, events) =>
  (
    await site.ask('POST', '/api/v1/events', {
      headers: { Authorization: `Bearer ${secret}` },
      body: events,
    })
  ).body;

const people = [
  { email: 'kim@example.com', card: 'K-100', name: 'Kim de Vries' },
  { email: 'noor@example.com', card: 'K-104', name: 'Noor Bakker' },
  { email: 'sven@example.com', card: 'K-107', name: 'Sven Dekker' },
  { email: 'zoe@example.com', card: 'K-109', name: 'Zoë van Dijk' },
];

// A while ago, so that it does not crowd out what is looked at elsewhere.
const days = 86_400_000;
const moment = (at, index) => new Date(Date.now() - (300 - at) * days - index * 60_000).toISOString();

const sale = ({ email, card, name }, at, index) => ({
  message_id: `sale-${index}-${at}`,
  ts: moment(at, index),
  kind: 'order_completed',
  identities: [
    { kind: 'card', value: card },
    { kind: 'email', value: email },
  ],
  order: `A-${index}-${at}`,
  revenue: `${40 + 17 * index + at}.50`,
  cost: '21.25',
  currency: 'EUR',
  quantity: '1',
  props: { $private: { traits: { name } } },
});

const visit = ({ email }, at, index) => ({
  message_id: `visit-${index}-${at}`,
  ts: moment(at, index),
  kind: 'page_viewed',
  identities: [
    { kind: 'device', value: `device-${index}` },
    ...(at % 2 ? [{ kind: 'email', value: email }] : []),
  ],
  campaign: 'voorjaar',
});

// What a shop, a site and a telephone tell of four people.
export async function fillEvents(site, mila) {
  const shop = await makeKey(site, mila, { name: 'Kassa Zwolle', channel: 'Winkel Zwolle' });
  const web = await makeKey(site, mila, { name: 'Website', channel: 'Webwinkel' });
  await sendEvents(
    site,
    shop.secret,
    people.flatMap((person, index) => [0, 1, 2].map((at) => sale(person, at, index))),
  );
  await sendEvents(
    site,
    web.secret,
    people.flatMap((person, index) => [0, 1, 2, 3].map((at) => visit(person, at, index))),
  );
  await sendEvents(site, shop.secret, [
    ...[1, 2, 3].map((at) => ({
      message_id: `euro-${at}`,
      kind: 'order_completed',
      order: `E-${at}`,
      revenue: `${at}0.00`,
      currency: 'EURO',
    })),
    { message_id: 'ten', kind: 'order_completed', order: 'T-1', revenue: 'tien' },
  ]);
  return { shop, web };
}

// Until what came in is known on every screen.
export async function known(site, { cookie }, address, isThere) {
  for (let tries = 0; tries < 100; tries += 1) {
    const { body } = await site.ask('GET', address, { cookie });
    if (isThere(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} never told what was waited for`);
}
