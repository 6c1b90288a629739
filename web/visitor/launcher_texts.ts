// The few words of the launcher, apart from those of the frame: they are loaded on every page of a website.
const en = {
  language: 'en',
  title: 'Chat with us',
  open: 'Open chat',
  close: 'Close chat',
  no: 'No, thanks',
  ok: 'Thanks, I will keep it',
  phone: 'Telephone number',
  thanks: 'Thank you.',
  showing: (to: string) => `${to} sees this page along with you.`,
  stop: 'Stop',
};
const nl: typeof en = {
  language: 'nl',
  title: 'Chat met ons',
  open: 'Open chat',
  close: 'Sluit chat',
  no: 'Nee, bedankt',
  ok: 'Dank u, ik bewaar dit',
  phone: 'Telefoonnummer',
  thanks: 'Dank u wel.',
  showing: (to) => `${to} kijkt mee op deze pagina.`,
  stop: 'Stop',
};

export const textsFor = (language: string) => (/^nl\b/i.test(language) ? nl : en);
