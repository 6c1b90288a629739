// The whole catalog as a table: a row for each variant, with what its product is.
import { api, data, type Page } from '~/api';
import { csvOf } from '~/platform/csv';
import type { Listed, ListedVariant } from './wire';

const limit = 500;

export const exportColumns = [
  'product',
  'category',
  'state',
  'vat',
  'sku',
  'gtin',
  'options',
  'cost',
  'cost_currency',
  'active',
] as const;

export const exportRow = (variant: ListedVariant, product: Listed | undefined): (string | null)[] => [
  variant.name,
  product?.category ?? null,
  product?.state ?? null,
  product?.vat ?? null,
  variant.sku,
  variant.gtin ?? null,
  variant.option_values.join(' / '),
  variant.cost ?? null,
  variant.cost ? variant.cost_currency : null,
  String(variant.active),
];

async function everyPage<Row>(ask: (after: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined; ; ) {
    const page = await ask(after);
    rows.push(...page.items);
    if (!page.next) return rows;
    after = page.next;
  }
}

const from = (after: string | undefined) => ({
  params: { query: { limit, ...(after === undefined ? {} : { after }) } },
});

export async function wholeCatalog(): Promise<string> {
  const [products, variants] = await Promise.all([
    everyPage<Listed>((after) => data(api.GET('/api/v1/catalog/products', from(after)))),
    everyPage<ListedVariant>((after) => data(api.GET('/api/v1/catalog/variants', from(after)))),
  ]);
  const byId = new Map(products.map((product) => [product.id, product]));
  return csvOf(exportColumns, variants.map((variant) => exportRow(variant, byId.get(variant.product))));
}
