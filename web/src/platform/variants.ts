// Variants as other screens name them: by their SKU.
import { queries, type Schemas } from '~/api';

export type Variant = Schemas['catalog.ListedVariant'];

const longEnough = 8; // digits, to be a GTIN

// A GTIN is kept in its shortest form, whatever zeros a scanner puts before it.
const searched = (text: string) =>
  text.length >= longEnough && /^\d+$/.test(text) ? text.replace(/^0+/, '') : text;

export const variantSearch = (text: string, limit: number) => ({
  params: { query: { search: searched(text.trim()), limit } },
});

// The one that has exactly this SKU or GTIN.
export function exactly(variants: readonly Variant[], text: string): Variant | undefined {
  const typed = text.trim().toLowerCase();
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
