// The last questions of a person on this machine, the newest first.
const keyOf = (user: string) => `sluis.sql.${user}`;
const most = 20;

export function askedBefore(user: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function keepAsked(user: string, sql: string): string[] {
  const all = [sql, ...askedBefore(user).filter((one) => one !== sql)].slice(0, most);
  try {
    localStorage.setItem(keyOf(user), JSON.stringify(all));
  } catch {
    // A browser that keeps nothing still knows what is on the screen.
  }
  return all;
}
