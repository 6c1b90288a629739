// What the customer has in their web basket: also for who may see no more of them than that they help them.
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from './customer.module.css';

const oldMs = 10_000; // it changes while one talks

export function useBasket(contact: string) {
  const found = queries.useQuery(
    'get',
    '/api/v1/contacts/{id}/basket',
    { params: { path: { id: contact } } },
    { staleTime: oldMs, refetchInterval: oldMs },
  );
  return found.data?.lines ?? [];
}

export function Basket({ contact }: { contact: string }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const lines = useBasket(contact);
  if (lines.length === 0) return null;
  return (
    <Section title={t('basket')}>
      <ul className={classes.lines}>
        {lines.map(({ product, quantity }) => (
          <li key={product}>
            <span dir="auto">
              {formats.number(Number(quantity))} × {product}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
