// The company in which the six links are shown: its channels, goods, people and offers, all made through the API, and
// the website of its shop.
import { fillGoods, fillStock } from '../goods.js';
import { serveShop } from '../shop.js';
import { addChannels, join, Site } from '../site.js';

const words = (title, body, button) => ({ title, body, button });
const both = (nl, en) => ({ nl: words(...nl), en: words(...en) });

// By the link that it shows: what is offered, by whom, and in which place.
const offers = {
  online: {
    act: 'chat',
    team: 'advice',
    cost: '4.00',
    texts: both(
      ['Twijfelt u?', 'Een adviseur kijkt met u mee.', 'Stel uw vraag'],
      ['In doubt?', 'An adviser looks with you.', 'Ask us'],
    ),
  },
  back: {
    act: 'discount',
    discount_basis_points: 3_000,
    texts: both(
      ['Persoonlijke korting', 'Tot 30 % op de volgende bestelling.', 'Graag'],
      ['Personal discount', 'Up to 30% off the next order.', 'Please'],
    ),
  },
  store: {
    act: 'advice',
    cost: '3.00',
    texts: both(
      ['Een collega komt naar u toe', 'Bij het schap waar u staat.', 'Graag'],
      ['A colleague comes to you', 'At the shelf where you stand.', 'Please'],
    ),
  },
  page: {
    act: 'call_back',
    team: 'leads',
    cost: '6.00',
    texts: both(
      ['Vraag het een meubelmaker', 'Laat u nu bellen, vrijblijvend.', 'Bel mij nu'],
      ['Ask a maker', 'Be called now, without obligation.', 'Call me now'],
    ),
  },
  voice: {
    act: 'call_back',
    team: 'phone',
    cost: '6.00',
    texts: both(
      ['Even bellen', 'Wat u zoekt, legt een adviseur in twee minuten uit.', 'Bel mij'],
      ['Let us call', 'An adviser explains it in two minutes.', 'Call me'],
    ),
  },
};
// The channel on which each is decided.
const places = { online: 'webshop', back: 'contact_centre', store: 'store', voice: 'chat', page: 'advertising' };
// What is more of the page of a publisher.
export const partner = 'par_0000000000001';
export const stranger = 'par_0000000000002';
const agreement = {
  nl: 'Van Dalen Wonen mag mij hierover bellen.',
  en: 'Van Dalen Wonen may call me about this.',
};
const pages = { page: { fee: '2.50', agreement, at_once: true } };

export class Company {
  static async open() {
    const company = new Company();
    company.site = await Site.start();
    await company.fill().catch(async (error) => {
      await company.close();
      throw error;
    });
    return company;
  }

  async close() {
    this.shop?.server.close();
    this.publisher?.server.close();
    await this.site.remove();
  }

  // As the manager, or as who has that cookie.
  async send(method, where, body, { cookie = this.mila.cookie, headers } = {}) {
    return (await this.site.ask(method, `/api/v1/${where}`, { cookie, body, headers })).body;
  }
  // As the server of the shop, which has a secret key.
  async tell(where, body) {
    const headers = { Authorization: `Bearer ${this.secret}` };
    return (await this.site.ask('POST', `/api/v1/${where}`, { headers, body })).body;
  }

  async fill() {
    this.mila = await this.site.setUp();
    await addChannels(this.site, this.mila, ['webshop', 'contact-centre', 'store', 'chat', 'advertising', 'telesales']);
    const { items } = await this.send('GET', 'channels?limit=100');
    this.channels = Object.fromEntries(items.map(({ form, id }) => [form, id]));
    const { advertising } = this.channels;
    await this.send('PATCH', `channels/${advertising}`, { partner }, { headers: { 'If-Match': '"1"' } });
    this.goods = await fillGoods(this.site, this.mila);
    this.locations = await fillStock(this.site, this.mila, this.goods);
    await this.staff();
    await this.website();
    await this.offer();
  }

  // Who is where: advice and chat by Mila, the telephone by Bram, the shop floor by Noor.
  async staff() {
    const zwolle = this.locations.get('zwolle').id;
    const bram = await join(this.site, this.mila, { name: 'Bram Post', roles: ['agent'] });
    const noor = await join(this.site, this.mila, { name: 'Noor Bos', roles: ['store'], location: zwolle });
    const fleur = await join(this.site, this.mila, { name: 'Fleur Mol', roles: ['agent'] });
    this.bram = { cookie: bram };
    this.fleur = { cookie: fleur };
    this.noor = { cookie: noor };
    this.teams = {};
    const team = async (code, name, form, more = {}) => {
      const body = { code, name, channel: this.channels[form], accept_s: 600, wrap_up_s: 600, ...more };
      this.teams[code] = await this.send('POST', 'contacts/teams', body);
    };
    await team('advice', 'Advies', 'chat');
    await team('phone', 'Telefoon', 'contact_centre');
    await team('leads', 'Aanvragen', 'telesales');
    await team('floor', 'Winkelvloer', 'store', { location: zwolle });
    await this.works(this.mila, ['advice'], 8);
    await this.works(this.bram, ['phone'], 1);
    await this.works(this.fleur, ['leads'], 1);
    await this.works(this.noor, ['floor'], 1);
  }

  async works(who, teams, chats) {
    const { id } = await this.send('GET', 'access/me', undefined, who);
    const body = { teams: teams.map((code) => this.teams[code].id), chats_most: chats };
    await this.send('PUT', `contacts/agents/${id}`, body);
    await this.isThere(who);
  }
  isThere(who, presence = 'online') {
    const reason = presence === 'on_break' ? 'lunch' : undefined;
    return this.send('PUT', 'contacts/presence', { presence, reason }, who);
  }

  async website() {
    this.shop = await this.pageOf('Shop page', 'online');
    this.publisher = await this.pageOf('Publisher', 'page');
    const { key, secret } = await this.send('POST', 'access/keys', { name: 'Shop', scope: 'ingest' });
    this.secret = secret;
    const source = { name: 'Shop', kind: 'live', key: key.id, channel: this.channels.webshop, precedence: 'shop' };
    await this.send('POST', 'sources', source);
  }

  // A site with the tracker, which asks what to offer in one place.
  async pageOf(name, place) {
    let tracker = '';
    const page = await serveShop(this.site.address, () => tracker);
    const { secret } = await this.send('POST', 'access/keys', { name, scope: 'track', origins: [page.origin] });
    const asks = `data-placements="${place}" data-consent="granted"`;
    tracker = `<script defer src="${this.site.address}/s.js" data-key="${secret}" ${asks}></script>`;
    return page;
  }

  async offer() {
    this.places = {};
    this.offers = {};
    for (const [code, { team, ...offer }] of Object.entries(offers)) {
      const by = team ? { team: this.teams[team].id } : {};
      const made = await this.send('POST', 'decisions/offers', { code, name: offer.texts.nl.title, ...offer, ...by });
      const channel = this.channels[places[code]];
      const place = { code, name: offer.texts.nl.title, channel, offers: [made.id], ...pages[code] };
      this.offers[code] = made;
      this.places[code] = await this.send('POST', 'decisions/placements', place);
    }
  }

  async set(change) {
    const { version } = await this.send('GET', 'decisions/settings');
    return this.send('PATCH', 'decisions/settings', change, { headers: { 'If-Match': `"${version}"` } });
  }

  // What Sluis itself measured of a place, against those who were held out.
  async measured(code) {
    const { rows } = await this.send('GET', `decisions/results?placement=${this.places[code].id}`);
    return rows[0];
  }
}

// Until something is so: what happens inside is told a moment later.
export async function until(what, isSo, most = 400) {
  for (let tries = 0; tries < most; tries += 1) {
    const found = await isSo();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${what} never came`);
}
