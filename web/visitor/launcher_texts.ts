// The few words of the launcher, apart from those of the frame: they are loaded on every page of a website.
const en = { title: 'Chat with us', open: 'Open chat', close: 'Close chat' };
const nl: typeof en = { title: 'Chat met ons', open: 'Open chat', close: 'Sluit chat' };

export const textsFor = (language: string) => (/^nl\b/i.test(language) ? nl : en);
