// Where a label hangs, as the link on it says: GS1 Digital Link for what has a GTIN. And the stay in that store, which
// the phone remembers only as long as the store does.
export interface Spot {
  store?: string;
  shelf?: string;
  gtin?: string;
  sku?: string;
}

// Pure: nothing where the address is not that of a label.
export function spotOf(address: URL): Spot | null {
  const [, where = '', code = ''] = /^\/(01|sku|at)\/([^/]+)$/.exec(address.pathname) ?? [];
  if (where === '') return null;
  const at = where === 'at' ? code : address.searchParams.get('at');
  const shelf = address.searchParams.get('shelf');
  return {
    ...(at ? { store: at } : {}),
    ...(shelf ? { shelf } : {}),
    ...(where === '01' ? { gtin: code } : {}),
    ...(where === 'sku' ? { sku: decodeURIComponent(code) } : {}),
  };
}

export interface Stay {
  token: string;
  ends: string;
  visit?: string; // the conversation that came of it
}

const key = 'sluis.stay';

export const stay = {
  get: (): Stay | null => {
    try {
      const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Stay | null;
      if (found && Date.parse(found.ends) > Date.now()) return found;
      localStorage.removeItem(key);
    } catch {
      // Where nothing can be kept each scan begins anew.
    }
    return null;
  },
  set: (now: Stay | null): void => {
    try {
      if (now) localStorage.setItem(key, JSON.stringify(now));
      else localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
  // The conversation is over: the next question begins a new one.
  forgetVisit: (): void => {
    const now = stay.get();
    if (now) stay.set({ token: now.token, ends: now.ends });
  },
};
