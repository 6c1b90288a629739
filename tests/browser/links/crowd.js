// Visitors who are not there: they ask through the API what they are offered, some accept, and some buy. What an offer
// does to them is known here, and measured by Sluis, which does not know it.
import { until } from './company.js';

// Of whom nobody helps two in ten buy, of whom somebody helps eight in ten, at a margin of 100.
export const truth = { alone: 0.2, helped: 0.8, accepts: 0.9, margin: 100 };
export const added = truth.accepts * (truth.helped - truth.alone) * truth.margin;

const accepts = { answer: 'accepted', phone: '+31612345678', agreed: { page: 'https://publisher.example' } };

const looksMost = 5;

// The same crowd each time (mulberry32).
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Whoever is helped by an agent is answered and wrapped up at once.
async function handled(company, agent, contact) {
  for (const act of ['accept', 'finish']) await company.send('POST', `contacts/${contact}/${act}`, undefined, agent);
  await company.send('POST', `contacts/${contact}/wrap-up`, { outcome: 'helped' }, agent);
}

// Where nobody is free a visitor looks on, and is asked about again a moment later.
async function decided(company, place, device) {
  const body = { placement: place, visitor: { anonymous_id: device }, context: { consent: true, page_views: 5 } };
  let decision = await company.tell('decisions', body);
  for (let looks = 0; looks < looksMost && ['wait', 'pacing'].includes(decision.gate); looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    decision = await company.tell('decisions', body);
  }
  return decision;
}

async function visits(company, place, agent, device, chance) {
  const decision = await decided(company, place, device);
  const answer = (body) => company.tell(`decisions/${decision.id}/answer`, body);
  const offered = decision.offer !== null;
  const helped = offered && chance() < truth.accepts;
  if (offered) await answer({ answer: 'shown' });
  if (helped) {
    const { contact } = await answer(accepts);
    if (contact) await handled(company, agent, contact);
  } else if (offered) {
    await answer({ answer: 'dismissed' });
  }
  return { counts: decision.gate === null, bought: chance() < (helped ? truth.helped : truth.alone) };
}

const sale = (device) => ({
  message_id: `sale-${device}`,
  kind: 'order_completed',
  order: device,
  part: 'order',
  revenue: String(truth.margin + 40),
  cost: '40',
  currency: 'EUR',
  identities: [{ kind: 'device', value: device }],
});

// So many visit a place one after the other; what they bought is told afterwards.
async function wave(company, { place, agent, seed }, round, count) {
  const chance = chances(seed * 100 + round);
  const sales = [];
  let learnt = 0;
  for (let at = 0; at < count; at += 1) {
    const device = `${place}-${round}-${at}`;
    const { counts, bought } = await visits(company, place, agent, device, chance);
    if (bought) sales.push(sale(device));
    if (bought && counts) learnt += 1;
  }
  await company.tell('events', sales);
  return learnt;
}

// Two waves over all places together: the first is tried out, and from the second on it is known what pays.
export async function fillPlaces(company, crowds, counts) {
  let sales = 0;
  for (const [round, count] of counts.entries()) {
    const sold = await Promise.all(crowds.map((crowd) => wave(company, crowd, round, count)));
    sales += sold.reduce((sum, one) => sum + one, 0);
    await until('what was bought', async () => {
      const learnt = await company.send('GET', 'decisions/policies/learnt');
      return learnt.sales >= sales;
    });
    await company.send('POST', 'decisions/policies');
  }
}
