// Five links between channels, each from end to end: people in real browsers, on a website with a policy of its own, at
// the desk and on the shop floor. Each gives what happened, and how long what had to be quick took.
import assert from 'node:assert/strict';
import { visitor } from '../browser.js';
import { join } from '../site.js';
import { partner, stranger, until } from './company.js';

const triesMost = 12;
const offered = (page) => page.getByRole('group', { name: 'Aangeboden aan u' });

async function at(company, browser, address, options) {
  const visit = await visitor(browser, company.site, options);
  await visit.page.goto(company.site.address + address);
  return visit;
}

// On the page: a visitor who is new looks at three products; gives what was decided for them.
const doubts = (page) =>
  page.evaluate(async () => {
    const { analytics } = window;
    analytics.reset();
    const heard = new Promise((resolve) => {
      window.hears = resolve;
    });
    if (!window.hearing) analytics.on('decision', (place, decision) => window.hears({ ...decision }));
    window.hearing = true;
    for (const sku of ['A', 'B', 'C']) analytics.track('Product Viewed', { sku });
    return { ...(await heard), device: analytics.user().anonymousId() };
  });

// Who is held out is offered nothing, so it may take some visitors.
async function invited(page) {
  const reasons = [];
  for (let visitors = 1; visitors <= triesMost; visitors += 1) {
    const decision = await doubts(page);
    if (decision.offer) return { ...decision, visitors };
    reasons.push(decision.gate ?? decision.reason);
    // All places are promised to others for the moment.
    if (['wait', 'pacing'].includes(decision.gate)) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`nobody was invited: ${reasons.join(', ')}`);
}

// The cards of the launcher stand in a closed shadow: only the keyboard reaches them, as it does for a visitor.
async function press(page) {
  await page.locator('a').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

async function wrapUp(company, agent, outcome = 'helped') {
  const { held } = await company.send('GET', 'contacts/desk', undefined, agent);
  for (const { id, state } of held) {
    if (state === 'active') await company.send('POST', `contacts/${id}/finish`, undefined, agent);
    await company.send('POST', `contacts/${id}/wrap-up`, { outcome }, agent);
  }
}

// 1. Website to contact centre: who doubts is invited exactly when an adviser is free; in a queue nobody is.
export async function websiteToContactCentre(company, browser) {
  const desk = await at(company, browser, '/desk', { cookie: company.mila.cookie });
  const shopper = await visitor(browser, company.site);
  await shopper.page.goto(company.shop.origin);
  const { visitors, offer } = await invited(shopper.page);
  const accepted = performance.now();
  await press(shopper.page);
  await offered(desk.page).waitFor();
  const rang = performance.now() - accepted;
  await desk.page.keyboard.press('Alt+a');
  await desk.page.getByLabel('Antwoord').waitFor();

  // The adviser goes to lunch: a second later nobody is invited any more, whoever comes.
  await company.isThere(company.mila, 'on_break');
  const gate = await until('the gate', async () => {
    const decision = await doubts(shopper.page);
    return decision.offer ? null : decision.gate;
  });
  await company.isThere(company.mila);
  await wrapUp(company, company.mila, 'sold');
  await Promise.all([desk.close(), shopper.close()]);
  assert.equal(gate, 'wait');
  return {
    happened: [
      `visitor ${visitors} in doubt was invited: "${offer.title}"`,
      `the desk rang ${Math.round(rang)} ms after the visitor accepted`,
      'with nobody at the desk the next visitors were invited to nothing: they would have to wait',
    ],
    took: { 'accepted to ringing': rang },
  };
}

// A caller on the website whose code was read aloud, until one is not held out.
async function calls(company, page) {
  for (let callers = 1; callers <= triesMost; callers += 1) {
    const { device } = await doubts(page);
    const { code } = await company.send('POST', 'contacts/codes', { device });
    const contact = await company.send('POST', 'contacts/by-hand', { code, name: 'Kim de Vries' }, company.bram);
    const step = await company.send('POST', 'decisions/steps', { contact: contact.id }, company.bram);
    if (step.decision.offer) return { callers, device, contact, step };
    await wrapUp(company, company.bram);
  }
  throw new Error('nobody was to get anything');
}

const buys = (company, voucher, email, form = 'store') => {
  const body = {
    channel: company.channels[form],
    voucher,
    country: 'NL',
    lines: [{ variant: company.goods.get('FAUTEUIL-DUIN-ZAND').id, quantity: 1 }],
    receive: { method: 'ship' },
    settlement: 'on_account',
    buyer: { email },
  };
  return company.send('POST', 'orders', body);
};

// 2. Contact centre to website: the caller is known again on the website, greeted by the adviser, with something that
// is good once, in any channel, above the margin that has to remain.
export async function contactCentreToWebsite(company, browser) {
  await company.set({ floor_basis_points: 4_000 });
  const shopper = await visitor(browser, company.site);
  await shopper.page.goto(company.shop.origin);
  const { callers, device, contact, step } = await calls(company, shopper.page);
  const desk = await at(company, browser, `/desk?open=${contact.id}`, { cookie: company.bram.cookie });
  await desk.page.getByText('Persoonlijke korting').waitFor();
  const given = performance.now();
  await desk.page.getByRole('button', { name: 'Klant wil dit', exact: true }).click();
  await desk.page.getByText('Eenmalig, alleen voor deze klant').waitFor();
  await wrapUp(company, company.bram);

  const greeting = await until('the greeting', () =>
    shopper.page.evaluate(async () => {
      const heard = new Promise((resolve) => {
        window.hears = resolve;
      });
      window.analytics.track('Product Viewed', { sku: 'D' });
      return (await heard).greeting;
    }),
  );
  const greeted = performance.now() - given;
  const refused = async (email) => (await buys(company, greeting.voucher, email, 'webshop').catch(refusal)).code;
  const another = await refused('somebody@example.com');

  // They sign in: the shop knows whose browser it is.
  const identities = [{ kind: 'device', value: device }, { kind: 'email', value: 'kim@example.com' }];
  await company.tell('events', [{ kind: 'signed_in', identities }]);
  const order = await until('who they are', () => buys(company, greeting.voucher, 'kim@example.com').catch(notYet));
  const [again, margin] = [await refused('kim@example.com'), Number(order.margin) / Number(order.net)];
  await Promise.all([desk.close(), shopper.close()]);
  assert.match(greeting.title, /Bram Post/);
  assert.equal(another, 'voucher_not_theirs');
  assert.equal(again, 'voucher_used_up');
  assert.ok(margin > 0.39, `margin ${margin}`);
  return {
    happened: [
      `caller ${callers} got something from the adviser, expected to bring ${step.weighed.gain.toFixed(2)} more than it costs`,
      `back on the website: "${greeting.title}", ${Math.round(greeted)} ms after it was given`,
      `in the store it brought ${before} down to ${order.payable}, which leaves ${(100 * margin).toFixed(1)} % margin; it is good for nobody else, and no second time`,
    ],
    took: { 'given to greeted': greeted },
  };
}

const before = '449.00';
const refusal = (error) => JSON.parse(error.message.slice(error.message.indexOf('{')));
function notYet(error) {
  if (refusal(error).code === 'voucher_not_theirs') return null;
  throw error;
}

// 3. Mobile in the store: from a scan at the shelf to a colleague, and to the contact centre where there is none.
export async function storeToPeople(company, browser) {
  const labels = { address: company.site.address, store: 'zwolle', shelf: 'A 12', skus: ['PLAID-WAD-GRIJS'] };
  const [{ link }] = (await company.send('POST', 'contacts/labels', labels)).items;
  const floor = await at(company, browser, '/store', { cookie: company.noor.cookie, width: 'phone' });
  const desk = await at(company, browser, '/desk', { cookie: company.mila.cookie });
  const asks = async (button) => {
    const customer = await visitor(browser, company.site, { width: 'phone' });
    await customer.page.goto(link);
    await customer.page.getByLabel('Uw vraag').fill('Mag hij in de was?');
    const asked = performance.now();
    await customer.page.getByRole('button', { name: button }).click();
    return { customer, asked };
  };
  const first = await asks('Laat een collega komen');
  await offered(floor.page).waitFor();
  const rang = performance.now() - first.asked;
  await floor.page.getByText('schap A 12').first().waitFor();
  await floor.page.getByRole('button', { name: /^Aannemen/ }).click();
  await floor.page.getByText('schap A 12 · Plaid Wad').waitFor();
  await wrapUp(company, company.noor, 'sold');

  await company.isThere(company.noor, 'on_break');
  const second = await asks('Start chat');
  await offered(desk.page).waitFor();
  const rangFar = performance.now() - second.asked;
  await desk.page.keyboard.press('Alt+a');
  await desk.page.getByText('Mag hij in de was?').first().waitFor();
  await wrapUp(company, company.mila);
  await company.isThere(company.noor);
  await Promise.all([floor, desk, first.customer, second.customer].map(({ close }) => close()));
  return {
    happened: [
      `a scan at shelf A 12: a colleague saw it after ${Math.round(rang)} ms and came`,
      `with nobody on the floor the contact centre had it after ${Math.round(rangFar)} ms, as a chat`,
    ],
    took: { 'asked to colleague': rang, 'asked to contact centre': rangFar },
  };
}

// Somebody who chats and gave a number, until one is not held out.
async function chats(company) {
  for (let visitors = 1; visitors <= triesMost; visitors += 1) {
    const body = { kind: 'chat', name: 'Sven Dekker', email: `sven${visitors}@example.com`, phone: '+31612345678' };
    await company.send('POST', 'contacts/visits', body);
    const { held } = await company.send('GET', 'contacts/desk');
    const { id } = held.find(({ state }) => state === 'offered');
    await company.send('POST', `contacts/${id}/accept`);
    const step = await company.send('POST', 'decisions/steps', { contact: id });
    if (step.decision.offer) return { visitors, id, step };
    await wrapUp(company, company.mila);
  }
  throw new Error('nobody was to be called');
}

// 4. Chat to voice: proposed where the gain is above the cost, and not where it is not.
export async function chatToVoice(company, browser) {
  const { visitors, id, step } = await chats(company);
  const phone = await at(company, browser, '/desk', { cookie: company.bram.cookie });
  const desk = await at(company, browser, `/desk?open=${id}`, { cookie: company.mila.cookie });
  await desk.page.getByText('Even bellen').waitFor();
  const accepted = performance.now();
  await desk.page.getByRole('button', { name: 'Klant wil dit', exact: true }).click();
  await offered(phone.page).waitFor();
  const rang = performance.now() - accepted;
  await phone.page.keyboard.press('Alt+a');
  await phone.page.getByRole('link', { name: '+31612345678' }).waitFor();
  await Promise.all([wrapUp(company, company.mila), wrapUp(company, company.bram, 'sold')]);

  // The same step at a price that it cannot bring in.
  const { voice } = company.offers;
  const change = (cost, version) =>
    company.send('PATCH', `decisions/offers/${voice.id}`, { cost }, { headers: { 'If-Match': `"${version}"` } });
  await change('500', voice.version);
  await company.set({ exploration_basis_points: 0 });
  const reason = await until('what does not pay', async () => {
    const asked = { placement: 'voice', visitor: { user_id: 'sven' }, context: { consent: true, page_views: 5 } };
    const { reason } = await company.tell('decisions', asked);
    return reason === 'nothing_pays' ? reason : null;
  });
  await Promise.all([desk.close(), phone.close()]);
  assert.equal(reason, 'nothing_pays');
  return {
    happened: [
      `chatter ${visitors}: a call is expected to bring ${step.weighed.gain.toFixed(2)} more than its ${step.weighed.cost.toFixed(2)}`,
      `the telephone rang ${Math.round(rang)} ms after the agent pressed the button`,
      'at a cost of 500 a call the same is not proposed: nothing pays',
    ],
    took: { 'proposed to ringing': rang },
  };
}

// 5. Pretargeting: an invitation on the page of a publisher, while somebody can answer; whoever leaves a number agrees to
// being called, which is kept as proof, and is called at once. The publisher sees its page, and nothing of margins.
export async function publisherToVoice(company, browser) {
  const desk = await at(company, browser, '/desk', { cookie: company.fleur.cookie });
  const reader = await visitor(browser, company.site);
  await reader.page.goto(company.publisher.origin);
  const { visitors } = await invited(reader.page);
  const { keyboard } = reader.page;
  await reader.page.locator('a').focus();
  await keyboard.press('Tab');
  await keyboard.type('+31687654321');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  const accepted = performance.now();
  await keyboard.press('Enter');
  await offered(desk.page).waitFor();
  const rang = performance.now() - accepted;
  await desk.page.keyboard.press('Alt+a');
  await desk.page.getByRole('link', { name: '+31687654321' }).waitFor();
  await wrapUp(company, company.fleur, 'sold');

  const { items } = await company.send('GET', 'consent/evidence?ground=opt_in&means=telephone&limit=500');
  const proof = items.find(({ source }) => source.startsWith(company.publisher.origin));
  assert.match(proof.proof, /Van Dalen Wonen mag mij hierover bellen/);
  await company.isThere(company.fleur, 'on_break');
  const gate = await until('the gate', async () => {
    const decision = await doubts(reader.page);
    return decision.offer ? null : decision.gate;
  });
  assert.equal(gate, 'wait');
  const seenBy = async (name, whose) => {
    const cookie = await join(company.site, company.mila, { name, roles: ['partner'], partner: whose });
    return (await company.send('GET', 'decisions/pages', undefined, { cookie })).pages;
  };
  const [theirs] = await seenBy('Uitgever Een', partner);
  assert.equal(theirs.offers[0].margin, null);
  assert.deepEqual(await seenBy('Ander Twee', stranger), []);
  await Promise.all([desk.close(), reader.close()]);
  const [{ invited: made, shown, accepted: took, answered }] = theirs.offers;
  return {
    happened: [
      `reader ${visitors} was invited on the publisher's page and left a number; it rang ${Math.round(rang)} ms later`,
      `kept as proof: "${proof.proof.split(': ')[1]}", version "${proof.text_version}"`,
      'with nobody at the desk nobody is invited there',
      `selection ${made} of ${theirs.visitors} visitors, channel ${took} of ${shown} shown accepted, handling ${answered} spoken with`,
      `the publisher is owed ${theirs.owed}, and sees no margin; another partner sees nothing`,
    ],
    took: { 'accepted to ringing': rang },
  };
}

export const links = [
  { number: 1, name: 'website to contact centre', place: 'online', run: websiteToContactCentre },
  { number: 2, name: 'contact centre to website', place: 'back', run: contactCentreToWebsite },
  { number: 3, name: 'mobile in the store', place: 'store', run: storeToPeople },
  { number: 4, name: 'chat to voice', place: 'voice', run: chatToVoice },
  { number: 5, name: 'pretargeting', place: 'page', run: publisherToVoice },
];
