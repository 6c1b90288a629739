// Variants as other screens name them: by their SKU.
import { queries, type Schemas } from '~/api';

export type Variant = Schemas['catalog.ListedVariant'];

const longEnough = 8; // digits, to be a GTIN

// What stands in the link of a label, as a scanner types it: a GTIN (GS1 Digital Link) or a SKU; else what was typed.
export function codeIn(text: string): string {
  const [, , code] = /^https?:\/\/[^/]+\/(01|sku)\/([^/?#]+)/.exec(text.trim()) ?? [];
  return code === undefined ? text.trim() : decoded(code);
}

// What is no escape stands for itself.
function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

// A GTIN is kept in its shortest form, whatever zeros a scanner puts before it.
const searched = (text: string) =>
  text.length >= longEnough && /^\d+$/.test(text) ? text.replace(/^0+/, '') : text;

export const variantSearch = (text: string, limit: number) => ({
  params: { query: { search: searched(codeIn(text)), limit } },
});

// The one that has exactly this SKU or GTIN.
export function exactly(variants: readonly Variant[], text: string): Variant | undefined {
  const typed = codeIn(text).toLowerCase();
  const isIt = (code: string | null | undefined) =>
    code != null && (code.toLowerCase() === typed || (/^\d+$/.test(typed) && sameNumber(code, typed)));
  return variants.find(({ sku, gtin }) => sku.toLowerCase() === typed || isIt(gtin));
}

const sameNumber = (a: string, b: string) => a.padStart(14, '0') === b.padStart(14, '0');

export const variantName = ({ name, option_values: values }: Variant): string =>
  [name, ...values].join(' · ');

export const useVariant = (id: string) =>
  queries.useQuery(
    'get',
    '/api/v1/catalog/variants/{id}',
    { params: { path: { id } } },
    { staleTime: 60_000, enabled: id !== '' },
  );
