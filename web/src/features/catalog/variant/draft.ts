// A variant as it is typed, and how it is sent.
import { api, data, ifMatch } from '~/api';
import { draftOf, newPrice, type PriceDraft, priceOf } from '../prices';
import type { Part, Product, Variant } from '../wire';

export interface VariantDraft {
  sku: string;
  gtin: string;
  values: readonly string[];
  cost: string;
  costCurrency: string;
  active: boolean;
  prices: readonly PriceDraft[];
  parts: readonly Part[];
}

export const firstDraft = (product: Product, variant: Variant | undefined, currency: string): VariantDraft => ({
  sku: variant?.sku ?? '',
  gtin: variant?.gtin ?? '',
  values: product.options.map((_, index) => variant?.option_values[index] ?? ''),
  cost: variant?.cost ?? '',
  costCurrency: variant?.cost ? variant.cost_currency : currency,
  active: variant?.active ?? true,
  prices: variant ? variant.prices.map(draftOf) : [newPrice(currency)],
  parts: variant?.parts ?? [],
});

// A new variant need not have a price yet: the line that waits for one is left out.
const isFilled = ({ amount }: PriceDraft) => amount !== '';

export function sendVariant(product: Product, variant: Variant | undefined, draft: VariantDraft) {
  const { sku, gtin, values, cost, costCurrency, active, prices, parts } = draft;
  const body = {
    gtin: gtin.trim() || null,
    option_values: values.map((value) => value.trim()),
    active,
    prices: (variant ? prices : prices.filter(isFilled)).map(priceOf),
    parts: parts.map(({ variant: part, quantity }) => ({ variant: part, quantity })),
    // Who does not see it does not change it.
    ...(product.costs_shown ? { cost: cost || null, cost_currency: costCurrency } : {}),
  };
  if (variant) {
    const params = { path: { id: variant.id }, header: ifMatch(variant.version) };
    return data(api.PATCH('/api/v1/catalog/variants/{id}', { params, body }));
  }
  const params = { path: { id: product.id } };
  return data(
    api.POST('/api/v1/catalog/products/{id}/variants', { params, body: { ...body, sku: sku.trim() } }),
  );
}
