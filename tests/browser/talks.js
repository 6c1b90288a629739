// A team at work: Mila handles contacts, answers are ready, and visitors come.
export async function fillDesk(site, { cookie }) {
  const post = async (where, body) => (await site.ask('POST', where, { cookie, body })).body;
  const { items } = (await site.ask('GET', '/api/v1/channels?limit=500', { cookie })).body;
  const channel = items.find(({ form }) => form === 'contact_centre') ?? items[0];
  const team = await post('/api/v1/contacts/teams', {
    code: 'sales',
    name: 'Verkoop',
    channel: channel.id,
    accept_s: 600,
    wrap_up_s: 600,
  });
  const me = (await site.ask('GET', '/api/v1/access/me', { cookie })).body;
  await site.ask('PUT', `/api/v1/contacts/agents/${me.id}`, {
    cookie,
    body: { teams: [team.id], chats_most: 3 },
  });
  const answers = [
    ['hours', 'Openingstijden', 'Wij zijn er van 9 tot 18 uur, {name}.'],
    ['welcome', 'Welkom', 'Hallo {name}, u spreekt met {agent} van {team}.'],
    ['script-call', 'Terugbellen', 'Goedemiddag {name}, u vroeg ons om u te bellen.'],
  ];
  for (const [code, title, text] of answers) await post('/api/v1/contacts/answers', { code, title, text });
  return { team, me };
}

export const arrive = async (site, { cookie }) =>
  site.ask('PUT', '/api/v1/contacts/presence', { cookie, body: { presence: 'online' } });

// Somebody on the website asks for somebody; gives what they see, and the token.
export const begin = async (site, visit) =>
  (await site.ask('POST', '/api/v1/contacts/visits', { body: { kind: 'chat', ...visit } })).body;

export const sayTo = (site, { token }, text) =>
  site.ask('POST', `/api/v1/contacts/visits/${token}/messages`, { body: { client_id: text.slice(0, 60), text } });

export const seenBy = async (site, { token }) =>
  (await site.ask('GET', `/api/v1/contacts/visits/${token}`)).body;
