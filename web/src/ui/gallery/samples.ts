// Made-up rows and words for the gallery: the same on every visit, so that pictures can be compared.
import type { Series } from '../control/Dot';
import type { Column, FilterField } from '../grid/types';
import type { Formats } from '../text/formats';

export interface Sample {
  id: string;
  name: string;
  group: string;
  route: Series;
  since: string;
  orders: number;
  revenue: string;
  share: number;
  owner: string;
}

const firstNames =
  'Ilse Sven Zoë Anna Bram Wout Daan Roos Quinten Yara Kim Lotte Joris Thijs Guus'.split(' ');
const lastNames =
  'Kok|Dekker|van Dijk|Jacobs|El Amrani|Vermeulen|Dijkstra|van den Berg|de Boer|Yılmaz'.split('|');
const owners = ['Ruben Postma', 'Esra Demir', 'Mila Koster', ''];
const groups = ['top', 'large', 'medium', 'small'];
const oddNames = [
  'Koninklijke Vereniging van Nederlandse Woninginrichters en Interieurspecialisten (KVNWI) afdeling Noord',
  'محمد العمراني',
  '👩‍🚀 Zonnetje 🌞',
];

// A small generator with a fixed seed; no two visits differ.
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const pick = <T>(from: readonly T[], random: number): T =>
  from[Math.floor(random * from.length)] as T;

export function samples(count: number): Sample[] {
  const next = numbers(7);
  return Array.from({ length: count }, (_, index) => ({
    id: `row_${index}`,
    name: oddNames[index - 4] ?? `${pick(firstNames, next())} ${pick(lastNames, next())}`,
    group: pick(groups, next()),
    route: (Math.floor(next() * 6) + 1) as Series,
    since: new Date(Date.UTC(2026, 0, 1 + Math.floor(next() * 320))).toISOString().slice(0, 10),
    orders: Math.floor(next() * 44) + 1,
    revenue: `${61_046 - Math.floor(index * 1.2)}.${String(Math.floor(next() * 100)).padStart(2, '0')}`,
    share: next() * 0.4,
    owner: pick(owners, next()),
  }));
}

export const words = {
  title: 'Gallery',
  colours: 'Colours',
  type: 'Type',
  buttons: 'Buttons',
  tags: 'Tags, dots and initials',
  tabs: 'Tabs and choices',
  forms: 'Forms',
  overlays: 'Menu, popover, dialog and toast',
  feedback: 'Notices and states',
  figures: 'Figures and small charts',
  panel: 'Panel beside a list',
  grid: 'Grid',
  save: 'Save',
  add: 'New row',
  more: 'More',
  remove: 'Remove',
  filter: 'Filter',
  name: 'Name',
  nameHint: 'As people know it.',
  wrong: 'This name is taken. Choose another.',
  amount: 'Amount',
  count: 'How many',
  day: 'From',
  remarks: 'Remarks',
  group: 'Group',
  nobody: 'nobody',
  agree: 'Everybody here sees this',
  phases: 'Phases',
  sentence: 'A quiet line of text, as most of a screen consists of, with a number: 1,250.50.',
  empty: 'Nothing here yet',
  emptyText: 'What this is, and the one thing to do first.',
  begin: 'Begin',
  info: 'Something to know.',
  good: 'That went well.',
  warn: 'This needs a look.',
  bad: 'This did not work. Try it again.',
  told: 'Name changed',
  ask: 'Remove 3 rows?',
  askText: 'They are gone for everybody. This cannot be undone.',
  details: 'Details',
  columns: {
    name: 'Customer',
    group: 'Segment',
    route: 'Preferred route',
    since: 'Last seen',
    orders: 'Orders',
    revenue: 'Revenue',
    share: 'Margin',
    owner: 'Owner',
  },
  all: 'All customers',
  search: 'Search customers',
} as const;

export const groupNames: Record<string, string> = {
  top: 'Top',
  large: 'Large',
  medium: 'Medium',
  small: 'Small',
};

export const routeNames = ['Webshop', 'Store', 'Phone', 'App', 'Market', 'Field'];

export const groupOptions = Object.entries(groupNames).map(([value, label]) => ({ value, label }));

export const filters: FilterField[] = [
  { column: 'group', title: words.columns.group, options: groupOptions },
  {
    column: 'owner',
    title: words.columns.owner,
    options: owners.filter(Boolean).map((name) => ({ value: name, label: name })),
  },
];

// The columns without their looks, which stand in the gallery.
export const plainColumns = (formats: Formats): Column<Sample>[] => [
  {
    id: 'since',
    title: words.columns.since,
    width: 140,
    text: (row) => formats.dateShort(row.since),
    sortable: true,
    phone: 'line',
  },
  {
    id: 'orders',
    title: words.columns.orders,
    width: 96,
    align: 'end',
    text: (row) => formats.number(row.orders),
    sortable: true,
  },
  {
    id: 'revenue',
    title: words.columns.revenue,
    width: 140,
    align: 'end',
    text: (row) => formats.money(row.revenue, 'EUR'),
    sortable: true,
    phone: 'value',
  },
  {
    id: 'share',
    title: words.columns.share,
    width: 96,
    align: 'end',
    text: (row) => formats.percent(row.share, 1),
  },
  { id: 'owner', title: words.columns.owner, width: 160, text: (row) => row.owner || '–' },
];
