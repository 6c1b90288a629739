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
