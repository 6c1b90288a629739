// What of a page nobody sees who looks along.

// Not even that it is filled in: passwords, cards, codes, and what the site marks as private. Frames and moving pictures
// belong to others, or are too much.
export const blocked = [
  'iframe',
  'canvas',
  'video',
  'audio',
  'object',
  'embed',
  'input[type=hidden]',
  'input[type=password]',
  'input[type=file]',
  '[autocomplete*="cc-"]',
  '[autocomplete*="one-time-code"]',
  '[autocomplete*="password"]',
  '[data-sluis-private]',
  '.sluis-private',
].join();

const dots = '••••••';

// Fields that the site says may be shown, such as a number of pieces.
const mayBeShown = (element: Element | null): boolean => Boolean(element?.closest('[data-sluis-shown]'));

// Always as long, so that its length tells nothing.
export const typed = (text: string, element: Element): string => (text === '' || mayBeShown(element) ? text : dots);

export const shownText = (text: string, element: Element | null): string =>
  text.trim() === '' || mayBeShown(element) ? text : dots;
