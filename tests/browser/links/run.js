// Shows the links between channels on the real program, in real browsers: `tell` hears each line of the story.
import { launch } from '../browser.js';
import { Company } from './company.js';
import { added, fillPlaces } from './crowd.js';
import { table } from './report.js';
import { links } from './story.js';

const waves = [40, 40, 80];

// While the crowd comes half is held out, so that few tell much; the people in browsers are treated as usual.
const toMeasure = { hold_out_basis_points: 5_000, exploration_basis_points: 5_000 };
const asUsual = { hold_out_basis_points: 1_000, exploration_basis_points: 1_000 };

export async function showLinks(tell) {
  const company = await Company.open();
  const browser = await launch().catch(async (error) => {
    await company.close();
    throw error;
  });
  try {
    return await shown(company, browser, tell);
  } finally {
    await browser.close();
    await company.close();
  }
}

async function shown(company, browser, tell) {
  const crowds = links.map(({ number, place }) => ({
    place,
    seed: number,
    agent: { voice: company.bram, page: company.fleur }[place] ?? company.mila,
  }));
  const many = waves.reduce((sum, one) => sum + one, 0);
  tell(`A crowd of ${many} visitors for each link comes through the API; Sluis learns what an offer does to them.`);
  await company.set(toMeasure);
  await fillPlaces(company, crowds, waves);
  await company.set(asUsual);
  const results = [];
  for (const link of links) {
    tell(`\n${link.number}. ${link.name}`);
    const measured = await company.measured(link.place);
    const { happened, took } = await link.run(company, browser);
    for (const line of happened) tell(`   - ${line}`);
    results.push([link, measured, took]);
  }
  tell('\nWhat the crowd told, each offer against those who were held out from it (EUR):');
  for (const line of table(results)) tell(`  ${line}`);
  tell(`Of this crowd it is known that an offer adds ${added.toFixed(2)} to each; what it costs is not taken off.`);
  tell('The sixth link, a digital shop-in-shop on the page of a retailer, is not there yet.');
  return results;
}
