// What customers of Van Dalen Wonen did in seventeen weeks: visits, orders with their lines, and returns. Always
// the same, sent as a till or a shop would send it.
const channels = [
  { code: 'webshop', orders: 9, visits: 60, value: 980 },
  { code: 'store-amsterdam', orders: 5, visits: 12, value: 1700 },
  { code: 'store-zwolle', orders: 3, visits: 9, value: 1500 },
  { code: 'app', orders: 4, visits: 24, value: 700 },
  { code: 'bol', orders: 3, visits: 0, value: 560 },
  { code: 'contact-centre', orders: 2, visits: 6, value: 2100 },
];
const products = ['Bank Vecht', 'Tafel IJssel', 'Lamp Linge', 'Stoel Eem', 'Kast Berkel', 'Kleed Regge'];
const campaigns = ['', '', '', 'najaarsactie', 'nieuwsbrief', 'zoeken'];

// The same numbers in every run: a linear congruence (Numerical Recipes, 7.1).
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const person = (number) => [{ kind: 'user', value: `klant-${number}` }];

function* dayOf(day, index, roll) {
  const weekend = index % 7 >= 5;
  const autumn = index > 60 && index < 75 ? 1.5 : 1;
  for (const { code, orders, visits, value } of channels) {
    const at = () => `${day}T${String(8 + roll(3)).padStart(2, '0')}:${String(10 + roll(49))}:00Z`;
    const event = (kind, more) => ({ kind, channel: code, currency: 'EUR', ts: at(), identities: person(roll(900)), ...more });
    const sold = Math.round(orders * autumn * (weekend ? 1.3 : 1) * (0.8 + roll(40) / 100));
    for (let visit = 0; visit < visits / 6; visit += 1) {
      yield event('product_viewed', { message_id: `${day} ${code} visit ${visit}`, product: products[roll(6)] });
    }
    for (let number = 0; number < sold; number += 1) {
      const order = `${code}-${day}-${number}`;
      const campaign = campaigns[roll(6)];
      const product = products[roll(6)];
      const quantity = 1 + roll(2);
      const revenue = quantity * (value * (0.6 + roll(80) / 100));
      const [identities, ts] = [person(roll(900)), at()];
      const of = { identities, ts, order, ...(campaign && { campaign }) };
      yield event('order_completed', { ...of, message_id: order, revenue: '4.95' });
      yield event('order_line', {
        ...of,
        message_id: `${order} 1`,
        part: '1',
        product,
        quantity: String(quantity),
        revenue: revenue.toFixed(2),
        cost: (revenue * 0.62).toFixed(2),
      });
      if (roll(14) === 0) {
        const back = { part: '1', product, quantity: String(-quantity), revenue: (-revenue).toFixed(2), cost: (-revenue * 0.62).toFixed(2) };
        yield event('order_refunded', { ...of, ...back, message_id: `${order} back` });
      }
    }
  }
}

const dayMs = 86_400_000;

export function salesUntil(last, days = 119) {
  const roll = dice(7);
  const first = Date.parse(last) - (days - 1) * dayMs;
  const now = new Date().toISOString();
  return Array.from({ length: days }, (_, index) => [
    ...dayOf(new Date(first + index * dayMs).toISOString().slice(0, 10), index, roll),
  ])
    .flat()
    .map((event) => (event.ts > now ? { ...event, ts: now } : event)); // before the shops open: nothing is still to come
}

const mostAtOnce = 500;

export async function sell(site, { cookie }, events) {
  const made = await site.ask('POST', '/api/v1/access/keys', {
    cookie,
    body: { name: 'Kassa', scope: 'ingest' },
  });
  for (let at = 0; at < events.length; at += mostAtOnce) {
    await site.ask('POST', '/api/v1/events', {
      headers: { Authorization: `Bearer ${made.body.secret}` },
      body: events.slice(at, at + mostAtOnce),
    });
  }
  await shipped(site, { cookie }, events.length);
}

// Waits until everything that was sent is in the figures.
async function shipped(site, { cookie }, count) {
  const period = 'from=2020-01-01&to=2030-01-01&currency=EUR';
  for (let patience = 0; patience < 300; patience += 1) {
    const { body } = await site.ask('GET', `/api/v1/measures/strip?${period}`, { cookie });
    if (body.figures.events >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${count} events were not shipped`);
}
