// A mapping as people think of it: what a row is, and what each column is. It says less than a mapping can;
// `read` gives nothing when a mapping says more. Pure: `write(read(mapping))` is the same mapping.
import type { Attribute, Fields, Mapping, Rule } from '../wire';

// What a column can be.
export const uses = [
  'ts',
  'time',
  'order',
  'product',
  'part',
  'quantity',
  'revenue',
  'price',
  'cost',
  'currency',
  'channel',
  'campaign',
  'kind',
  'duration_s',
  'user',
  'email',
  'phone',
  'card',
  'device',
  'marketplace',
  'session_code',
  'message_id',
  'kept',
] as const;
export type Use = (typeof uses)[number];

// What a row is: a line of an order, an order, or anything else that happened.
export const shapes = ['lines', 'orders', 'events'] as const;
export type Shape = (typeof shapes)[number];

export interface Sheet {
  shape: Shape;
  // Columns by what they are; those that are not here are left out.
  columns: Readonly<Record<string, Use>>;
  // Of events without a column for it.
  channel: string;
  kind: string;
  // Rows with a minus are refunds.
  refunds: boolean;
  // What amounts are divided by, as they hold VAT: '1.21'; empty when they do not.
  vat: string;
}

const cell = (column: string, change = '') => `{${column}${change}}`;

// What has these signs cannot be named in a template.
export const canBeNamed = (column: string) => !/[{}|]/.test(column);

const columnOf = ({ columns }: Sheet, use: Use): string | undefined =>
  Object.keys(columns).find((column) => columns[column] === use);

function field(sheet: Sheet, use: Use, change = ''): string | undefined {
  const column = columnOf(sheet, use);
  return column === undefined ? undefined : cell(column, change);
}

function moment(sheet: Sheet): string | undefined {
  const day = field(sheet, 'ts');
  const time = field(sheet, 'time');
  return day && time ? `${day} ${time}` : (day ?? time);
}

function amount(sheet: Sheet): string | undefined {
  const price = field(sheet, 'price');
  const quantity = field(sheet, 'quantity');
  const base =
    field(sheet, 'revenue') ?? (price && quantity ? `${quantity} * ${price}` : price);
  return base && sheet.vat ? `${base} / ${sheet.vat}` : base;
}

// What tells a refund: fewer than none, or less than nothing.
const signed = (sheet: Sheet) => field(sheet, 'quantity') ?? field(sheet, 'revenue');

const whole = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined && part !== null),
  ) as T;

function shared(sheet: Sheet): Fields {
  return whole({
    ts: moment(sheet),
    user: field(sheet, 'user'),
    email: field(sheet, 'email'),
    phone: field(sheet, 'phone'),
    card: field(sheet, 'card'),
    device: field(sheet, 'device'),
    marketplace: field(sheet, 'marketplace'),
    session_code: field(sheet, 'session_code'),
    campaign: field(sheet, 'campaign'),
    currency: field(sheet, 'currency'),
    message_id: field(sheet, 'message_id'),
    channel: field(sheet, 'channel', '|slug') ?? (sheet.channel || undefined),
    order: field(sheet, 'order'),
  });
}

function kept({ columns }: Sheet): Attribute[] {
  return Object.keys(columns)
    .filter((column) => columns[column] === 'kept')
    .map((column) => ({ name: column.slice(0, 120), value: cell(column) }));
}

// What a row says beside that.
function own(sheet: Sheet, kind: string): Rule {
  const lines = sheet.shape === 'lines';
  const props = kept(sheet);
  return whole({
    kind,
    product: field(sheet, 'product'),
    part: field(sheet, 'part') ?? (lines ? field(sheet, 'product') : undefined),
    quantity: field(sheet, 'quantity'),
    revenue: amount(sheet),
    cost: field(sheet, 'cost'),
    duration_s: field(sheet, 'duration_s'),
    props: props.length > 0 ? props : undefined,
  }) as Rule;
}

const kindOf = (sheet: Sheet) =>
  field(sheet, 'kind', '|snake') ??
  { lines: 'order_line', orders: 'order_completed', events: sheet.kind || 'event' }[sheet.shape];

function rules(sheet: Sheet): Rule[] {
  const order: Rule[] =
    sheet.shape === 'lines'
      ? [whole({ kind: 'order_completed', once_per: field(sheet, 'order'), revenue: '0' }) as Rule]
      : [];
  const sign = sheet.refunds ? signed(sheet) : undefined;
  if (sign === undefined) return [...order, own(sheet, kindOf(sheet))];
  const sold: Pick<Rule, 'when'> = { when: [{ of: sign, test: 'contains_not', value: '-' }] };
  const back: Pick<Rule, 'when'> = { when: [{ of: sign, test: 'contains', value: '-' }] };
  return [
    ...order.map((rule) => ({ ...rule, ...sold })),
    { ...own(sheet, kindOf(sheet)), ...sold },
    { ...own(sheet, 'order_refunded'), ...back },
  ];
}

// The mapping that says what the sheet says; what is not about columns stays as it is in `base`.
export function write(sheet: Sheet, base: Mapping): Mapping {
  return { ...base, all: shared(sheet), events: rules(sheet) };
}

// Reading guesses and then looks whether it guessed right.

const named = (template: string | null | undefined): string[] =>
  [...(template ?? '').matchAll(/\{([^{}|]+)(\|[^{}]*)?\}/g)].map((found) => found[1] ?? '');

function guessColumns(mapping: Mapping, main: Rule, columns: readonly string[]) {
  const found: Record<string, Use> = {};
  const take = (template: string | null | undefined, use: Use) => {
    const column = named(template).find((name) => columns.includes(name) && !found[name]);
    if (column !== undefined) found[column] = use;
  };
  const all: Fields = mapping.all ?? {};
  const [day, time] = named(all.ts);
  take(day && cell(day), 'ts');
  take(time && cell(time), 'time');
  const simple = ['order', 'currency', 'campaign', 'channel', 'user', 'email', 'phone', 'card'] as const;
  for (const use of simple) take(all[use], use);
  for (const use of ['device', 'marketplace', 'session_code', 'message_id'] as const) take(all[use], use);
  for (const use of ['product', 'part', 'quantity', 'cost', 'duration_s', 'kind'] as const) take(main[use], use);
  take(main.revenue, main.revenue?.includes('*') ? 'price' : 'revenue');
  for (const { value } of main.props ?? []) take(value, 'kept');
  return found;
}

const fixed = (template: string | null | undefined) =>
  template && named(template).length === 0 ? template : '';

function shapeOf({ events }: Mapping): Shape {
  if (events.some(({ once_per: once }) => once)) return 'lines';
  return events[0]?.kind === 'order_completed' ? 'orders' : 'events';
}

export function guess(mapping: Mapping, columns: readonly string[]): Sheet {
  const shape = shapeOf(mapping);
  const main = mapping.events.find(({ once_per: once }) => !once) ?? mapping.events[0] ?? ({} as Rule);
  const found = guessColumns(mapping, main, columns);
  return {
    shape,
    columns: found,
    channel: fixed(mapping.all?.channel),
    kind: shape === 'events' ? fixed(main.kind) : '',
    refunds: mapping.events.some(({ kind }) => kind === 'order_refunded'),
    vat: /\/ (\d+(?:\.\d+)?)$/.exec(main.revenue ?? '')?.[1] ?? '',
  };
}

// The same mapping in the same words, whatever is left out or null.
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined && !(Array.isArray(part) && part.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
}

export const sameMapping = (a: Mapping, b: Mapping): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

export function read(mapping: Mapping, columns: readonly string[]): Sheet | null {
  const sheet = guess(mapping, columns);
  return sameMapping(write(sheet, mapping), mapping) ? sheet : null;
}

// Gives a column another use. What only one column can be is taken from the one that was it.
export function withUse(sheet: Sheet, column: string, use: Use | ''): Sheet {
  const others = Object.entries(sheet.columns).filter(
    ([name, was]) => name !== column && (was !== use || use === 'kept'),
  );
  const columns = Object.fromEntries(use === '' ? others : [...others, [column, use]]);
  return { ...sheet, columns };
}

// What a sheet lacks to count anything.
export function missing(sheet: Sheet): readonly Use[] {
  const has = (use: Use) => columnOf(sheet, use) !== undefined;
  const lacks: Use[] = [];
  if (!has('ts') && !has('time')) lacks.push('ts');
  if (sheet.shape !== 'events' && !has('order')) lacks.push('order');
  if (!has('channel') && sheet.channel === '') lacks.push('channel');
  return lacks;
}
