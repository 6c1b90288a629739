// Which price holds for a buyer on a channel at a moment, as the server decides it.
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { problemOf } from '~/api/problem';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { isDay, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import { DateField } from '~/ui/form/DateField';
import { Select } from '~/ui/form/Select';
import { Section } from '~/ui/layout/Section';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useSegments } from '../api';
import classes from '../catalog.module.css';
import type { Price, Product } from '../wire';
import { usePriceScope } from '../usePriceScope';

export function WhichPrice({ product: { variants } }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const channels = useChannelNames();
  const segments = useSegments();
  const today = useToday();
  const home = useLocale().currency;
  const known = [...new Set([home, ...variants.flatMap(({ prices }) => prices.map((one) => one.currency))])];
  const [asked, setAsked] = useState<Partial<Asked>>({});
  const { variant, channel, currency, segment, day }: Asked = {
    variant: variants[0]?.id ?? '',
    channel: channels.list[0]?.id ?? '',
    currency: home,
    segment: '',
    day: today,
    ...asked,
  };
  const put = (field: keyof Asked) => (value: string) => {
    setAsked((before) => ({ ...before, [field]: value }));
  };
  return (
    <Section title={t('which.title')}>
      <div className={fields.pair}>
        {variants.length > 1 && (
          <Select
            label={t('which.variant')}
            value={variant}
            options={variants.map(({ id, sku }) => ({ value: id, label: sku }))}
            onChange={put('variant')}
          />
        )}
        <Select
          label={t('price.channel')}
          value={channel}
          options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={put('channel')}
        />
        {segments.length > 0 && (
          <Select
            label={t('price.segment')}
            value={segment}
            empty={t('which.noSegment')}
            options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={put('segment')}
          />
        )}
        {known.length > 1 && (
          <Select
            label={t('price.currency')}
            value={currency}
            options={known.map((value) => ({ value, label: value }))}
            onChange={put('currency')}
          />
        )}
        <DateField
          label={t('which.day')}
          defaultValue={day}
          onDone={(value) => {
            if (isDay(value)) put('day')(value);
          }}
        />
      </div>
      {variant && channel && <Answer {...{ variant, channel, currency, segment, day }} />}
    </Section>
  );
}

interface Asked {
  variant: string;
  channel: string;
  currency: string;
  segment: string;
  day: string;
}

function Answer({ variant, channel, currency, segment, day }: Asked) {
  const { t } = useTranslation('catalog');
  const { timeZone } = useLocale();
  const today = useToday();
  const query = queries.useQuery(
    'get',
    '/api/v1/catalog/variants/{id}/price',
    {
      params: {
        path: { id: variant },
        query: {
          channel,
          currency,
          ...(segment ? { segment: [segment] } : {}),
          ...(day === today ? {} : { at: startOf(day, timeZone) }),
        },
      },
    },
    { placeholderData: keepPreviousData, retry: false },
  );
  if (query.error) {
    const { code, message } = problemOf(query.error);
    return (
      <p className={classes.answer} role="status">
        {code === 'no_price' ? t('which.none') : message}
      </p>
    );
  }
  return <p className={classes.answer} role="status">{query.data ? <Holds price={query.data} /> : '…'}</p>;
}

function Holds({ price }: { price: Price }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const scope = usePriceScope();
  return (
    <>
      <strong>{formats.money(price.amount, price.currency)}</strong>{' '}
      {t(price.includes_vat ? 'price.withVat' : 'price.withoutVat')}
      <small>{scope(price)}</small>
    </>
  );
}
