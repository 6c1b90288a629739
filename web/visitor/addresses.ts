// Addresses on a page that is shown: what stands behind them may be private, so only what tells of a campaign stays.

interface Node {
  tagName?: string;
  attributes?: Record<string, unknown>;
  childNodes?: Node[];
}
export interface Told {
  type: number;
  data: {
    href?: string;
    node?: Node;
    adds?: { node: Node }[];
    attributes?: { id: number; attributes: Record<string, unknown> }[];
  };
}

export function addressWithout(address: string, base?: string): string {
  let url;
  try {
    url = new URL(address, base);
  } catch {
    return '';
  }
  for (const name of [...url.searchParams.keys()]) if (!name.startsWith('utm_')) url.searchParams.delete(name);
  url.hash = '';
  url.username = '';
  url.password = '';
  return /^https?:$/.test(url.protocol) ? url.href : '';
}

const leads = new Set(['a', 'area', 'form', 'base']);
const names = ['href', 'action', 'formaction'] as const;

function shorten(tag: string, attributes: Record<string, unknown> = {}): void {
  if (!leads.has(tag.toLowerCase())) return;
  for (const name of names) {
    const value = attributes[name];
    if (typeof value === 'string') attributes[name] = addressWithout(value);
  }
}

function walk(node: Node): void {
  shorten(node.tagName ?? '', node.attributes);
  node.childNodes?.forEach(walk);
}

// Changes what is told: of the page itself and of all links on it. `tagOf` knows what was told before.
export function linksWithout(told: Told, tagOf: (id: number) => string): Told {
  const { data } = told;
  if (data.href) data.href = addressWithout(data.href);
  if (data.node) walk(data.node);
  data.adds?.forEach(({ node }) => {
    walk(node);
  });
  data.attributes?.forEach(({ id, attributes }) => {
    shorten(tagOf(id), attributes);
  });
  return told;
}
