// A panel of one, who was asked and answered; somebody else has a link still to be used.
const question = (code, asking, about, nl, options = []) => ({
  code,
  asking,
  about,
  text: { nl, en: nl },
  required: false,
  options,
});

// Gives back the path of a link that nobody used.
export async function fillPanel(site, { cookie }) {
  const ask = async (method, path, body) => (await site.ask(method, path, { cookie, body })).body;
  const { items: channels } = await ask('GET', '/api/v1/channels');
  const options = channels
    .slice(0, 5)
    .map(({ id, code, name }) => ({ code, text: { nl: name, en: name }, channel: id }));
  const emails = ['kim@example.com', 'sam@example.com'];
  for (const value of emails)
    await ask('POST', '/api/v1/consent/evidence', {
      kind: 'email',
      value,
      means: 'email',
      purpose: 'research',
      ground: 'opt_in',
      source: 'formulier',
      text_version: '',
      proof: '',
    });
  await ask('POST', '/api/v1/panel/participants', { emails });
  const { id } = await ask('POST', '/api/v1/panel/questionnaires', {
    code: 'orientatie',
    title: { nl: 'Waar oriënteert u zich?', en: 'Where do you look around?' },
    questions: [
      question('kijkt', 'multiple', 'orients', 'Waar oriënteert u zich voordat u koopt?', options),
      question('koopt', 'single', 'buys', 'Waar kocht u het laatst?', options),
      question('raadt', 'nps', 'opinion', 'Raadt u ons aan?'),
      question('waarom', 'open', 'opinion', 'Waarom?'),
    ],
  });
  const { id: wave } = await ask('POST', `/api/v1/panel/questionnaires/${id}/waves`);
  const { items: links } = await ask('POST', `/api/v1/panel/waves/${wave}/links`, {});
  const [one, other] = links.toSorted((a, b) => a.address.localeCompare(b.address));
  const said = (code, choices, words = '') => ({ question: code, choices, words });
  await ask('POST', '/api/v1/panel/links/answers', {
    token: one.path.split('#')[1],
    answers: [
      said('kijkt', options.slice(0, 2).map(({ code }) => code)),
      said('koopt', [options[0].code]),
      said('raadt', ['9']),
      said('waarom', [], 'Prettig geholpen in de winkel, en de site wist wat ik zocht.'),
    ],
  });
  return other.path;
}
