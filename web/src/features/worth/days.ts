// What the server says in words has its days as machines write them.
const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g;

export const withDays = (text: string, date: (day: string) => string): string =>
  text.replace(isoDay, (day) => date(day));
