// Names of channels as people give them: long, in other scripts, with signs that mean something to a program.
export const hard = [
  { name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2).slice(0, 120), form: 'store' },
  { name: 'חנות הדגל בתל אביב — כניסה מהרחוב הראשי', form: 'store' },
  { name: 'متجر عبر الإنترنت', form: 'webshop' },
  { name: '🛶🏳️‍🌈👩🏽‍🚀 Kano’s & co 🇳🇱', form: 'event' },
  { name: `<b>"Winkel"</b> & 'zonen'; drop`, form: 'retailer' },
];

export async function addHardNames(site, { cookie }) {
  for (const body of hard) {
    await site.ask('POST', '/api/v1/channels', { cookie, body: { ...body, goal: body.name, phases: ['purchase'] } });
  }
}
