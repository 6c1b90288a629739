// The last questions of this person on this machine, the newest first.
const key = 'sluis.sql';
const most = 20;

export function askedBefore(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function keepAsked(sql: string): string[] {
  const all = [sql, ...askedBefore().filter((one) => one !== sql)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // A browser that keeps nothing still knows what is on the screen.
  }
  return all;
}
