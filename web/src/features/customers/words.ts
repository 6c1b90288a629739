// What the app calls kinds of events that everybody knows; others are as they are.
import type { TFunction } from 'i18next';

const known = [
  'order_completed',
  'order_line',
  'order_refunded',
  'adjustment',
  'page_viewed',
  'product_viewed',
  'product_added',
  'call_answered',
] as const;
type Known = (typeof known)[number];

export const kindName = (kind: string, t: TFunction<'customers'>): string =>
  known.includes(kind as Known) ? t(`events.${kind as Known}`) : kind.replaceAll('_', ' ');
