// What Van Dalen sells: products in variants with their prices, two of which hold on one channel or for a while.
const lamps = 'Wonen / Lampen';
const seats = 'Wonen / Banken';

const goods = [
  ['Vloerlamp Boog', lamps, ['Kleur'], ['Zwart', 'Messing'], '149.00', '61.50'],
  ['Tafellamp Kiezel', lamps, [], [''], '59.95', '22.10'],
  ['Bank Noordkust', seats, ['Zitplaatsen', 'Stof'], ['2 / Linnen', '3 / Linnen', '3 / Leer'], '1299.00', '640.00'],
  ['Fauteuil Duin', seats, ['Kleur'], ['Zand', 'Mos'], '449.00', '190.00'],
  ['Plaid Wad', 'Wonen / Textiel', ['Kleur'], ['Grijs', 'Oker', 'Roest'], '39.95', '12.40'],
  ['Eettafel Eb', 'Wonen / Tafels', ['Maat'], ['180 cm', '220 cm'], '899.00', '410.00'],
  ['Tuinstoel Vloed', 'Tuin', [], [''], '119.00', '48.00'],
];

const skuOf = (name, value) =>
  [name, value]
    .filter(Boolean)
    .join(' ')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-');

// Digits with the check digit behind them.
function gtin(number) {
  const digits = `871900${String(number).padStart(6, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const price = (amount, rest = {}) => ({ amount, currency: 'EUR', includes_vat: true, ...rest });

// Gives the variants by SKU.
export async function fillGoods(site, { cookie }) {
  const post = async (where, body) => (await site.ask('POST', where, { cookie, body })).body;
  const { items } = (await site.ask('GET', '/api/v1/channels?limit=500', { cookie })).body;
  const market = items.find(({ form }) => form === 'marketplace');
  const found = new Map();
  for (const [name, category, options, values, amount, cost] of goods) {
    const product = await post('/api/v1/catalog/products', {
      name,
      category,
      options,
      state: name === 'Tuinstoel Vloed' ? 'draft' : 'on_sale',
      description: `${name}, ontworpen en gemaakt in Zwolle.`,
    });
    for (const value of values) {
      const sku = skuOf(name, value);
      const more = market && sku === 'TAFELLAMP-KIEZEL' ? [price('64.95', { channel: market.id })] : [];
      const variant = await post(`/api/v1/catalog/products/${product.id}/variants`, {
        sku,
        gtin: gtin(found.size + 1),
        option_values: value ? value.split(' / ') : [],
        cost,
        cost_currency: 'EUR',
        prices: [price(amount), ...more],
      });
      found.set(sku, variant);
    }
  }
  return found;
}

const places = [
  { code: 'dc', name: 'Magazijn Meppel', kind: 'warehouse', rank: 10 },
  { code: 'zwolle', name: 'Winkel Zwolle', kind: 'store', rank: 20 },
  { code: 'amsterdam', name: 'Winkel Amsterdam', kind: 'store', rank: 30 },
  { code: 'bus', name: 'Bus 4', kind: 'in_transit' },
];

// What lies where, some of it promised; gives the locations by code.
export async function fillStock(site, { cookie }, variants) {
  const send = async (method, where, body) => (await site.ask(method, where, { cookie, body })).body;
  const locations = new Map();
  for (const place of places) {
    locations.set(place.code, await send('POST', '/api/v1/stock/locations', place));
  }
  const receive = (sku, code, quantity) =>
    send('POST', '/api/v1/stock/movements', {
      kind: 'received',
      variant: variants.get(sku).id,
      location: locations.get(code).id,
      quantity,
      reference: 'PB-2026-118',
    });
  let count = 7;
  for (const sku of variants.keys()) {
    await receive(sku, 'dc', (count += 9));
    await receive(sku, 'zwolle', 1 + (count % 4));
  }
  await receive('TAFELLAMP-KIEZEL', 'bus', 6);
  const lamp = variants.get('TAFELLAMP-KIEZEL').id;
  const zwolle = locations.get('zwolle').id;
  await send('PUT', '/api/v1/stock/safety', { variant: lamp, location: zwolle, units: 1 });
  const { items } = (await site.ask('GET', '/api/v1/channels?limit=500', { cookie })).body;
  const market = items.find(({ form }) => form === 'marketplace');
  if (market) await send('PUT', '/api/v1/stock/buffers', { channel: market.id, units: 2 });
  await send('POST', '/api/v1/stock/reservations', {
    variant: lamp,
    quantity: 3,
    purpose: 'order',
    reference: 'W-1024',
    location: locations.get('dc').id,
  });
  return locations;
}

// One order to be sent, one kept ready in a store, one that waits for its payment and one that was handed over.
export async function fillOrders(site, { cookie }, variants, locations) {
  const post = async (where, body) => (await site.ask('POST', where, { cookie, body })).body;
  const { items } = (await site.ask('GET', '/api/v1/channels?limit=500', { cookie })).body;
  const channelOf = (form) => items.find((one) => one.form === form).id;
  const line = (sku, quantity) => ({ variant: variants.get(sku).id, quantity });
  const webshop = channelOf('webshop');
  const place = (body) => post('/api/v1/orders', { country: 'NL', ...body });
  const orders = [
    await place({
      channel: webshop,
      reference: 'W-2001',
      lines: [line('TAFELLAMP-KIEZEL', 2), line('PLAID-WAD-OKER', 1)],
      receive: { method: 'ship' },
      transport: { amount: '4.95', currency: 'EUR' },
      payment: { method: 'ideal' },
      buyer: { name: 'Kim de Vries', email: 'kim@example.com', address: 'Grote Markt 1\nZwolle' },
    }),
    await place({
      channel: webshop,
      reference: 'W-2002',
      lines: [line('FAUTEUIL-DUIN-ZAND', 1)],
      receive: { method: 'reserve', location: locations.get('zwolle').id },
      buyer: { name: 'Noor Bakker', phone: '+31612345678' },
    }),
    await place({
      channel: webshop,
      reference: 'W-2003',
      lines: [line('EETTAFEL-EB-180-CM', 1)],
      receive: { method: 'ship' },
      buyer: { name: 'Sven Dekker' },
    }),
    await place({
      channel: channelOf('store'),
      reference: 'K-77',
      lines: [line('PLAID-WAD-GRIJS', 1)],
      location: locations.get('zwolle').id,
      receive: { method: 'carry_out', location: locations.get('zwolle').id },
      payment: { method: 'card' },
    }),
  ];
  return new Map(orders.map((order) => [order.reference, order]));
}

// All of it: something to see on every screen.
export async function fillShop(site, who) {
  const variants = await fillGoods(site, who);
  const locations = await fillStock(site, who, variants);
  const orders = await fillOrders(site, who, variants, locations);
  return { variants, locations, orders };
}
