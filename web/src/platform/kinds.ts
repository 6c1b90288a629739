// Kinds of events in words. Those that everybody knows have a name; others are as their sender calls them.
import { useTranslation } from 'react-i18next';

const known = [
  'order_completed',
  'order_line',
  'order_refunded',
  'adjustment',
  'product_viewed',
  'products_searched',
  'product_added',
  'cart_viewed',
  'checkout_started',
  'page_viewed',
  'visit',
  'contact',
  'call_answered',
  'email_opened',
  'email_clicked',
  'campaign_sent',
  'event',
] as const;

export function useKindName(): (kind: string) => string {
  const { t } = useTranslation('platform');
  return (kind) => {
    const name = known.find((one) => one === kind);
    return name ? t(`kinds.${name}`) : kind.replaceAll('_', ' ');
  };
}
