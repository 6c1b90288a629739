// What a variant costs whom: a line for each price, with where, for whom and when it holds.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { addDays, isDay, startOf } from '~/platform/period';
import { currencies } from '~/platform/world';
import { Button, IconButton } from '~/ui/control/Button';
import { Checkbox } from '~/ui/form/Choices';
import { DateField } from '~/ui/form/DateField';
import { MoneyField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useSegments } from '../api';
import classes from '../catalog.module.css';
import { newPrice, type PriceDraft } from '../prices';

export interface PriceFieldsProps {
  prices: readonly PriceDraft[];
  errors: Readonly<Record<string, string>>;
  onPrices: (prices: readonly PriceDraft[]) => void;
}

export function PriceFields({ prices, errors, onPrices }: PriceFieldsProps) {
  const { t } = useTranslation('catalog');
  const { currency } = useLocale();
  return (
    <section className={classes.prices} aria-label={t('price.title')}>
      <h3>{t('price.title')}</h3>
      {prices.length === 0 && <p className={classes.quiet}>{t('price.none')}</p>}
      {prices.map((price, index) => (
        <OnePrice
          key={price.key}
          price={price}
          number={index + 1}
          errorOf={(field) => errors[`prices.${String(index)}.${field}`]}
          onChange={(change) => {
            onPrices(prices.map((one) => (one === price ? { ...one, ...change } : one)));
          }}
          onRemove={() => {
            onPrices(prices.filter((one) => one !== price));
          }}
        />
      ))}
      <div>
        <Button
          look="dashed"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            onPrices([...prices, newPrice(prices.at(-1)?.currency ?? currency)]);
          }}
        >
          {t('price.add')}
        </Button>
      </div>
    </section>
  );
}

interface OnePriceProps {
  price: PriceDraft;
  number: number;
  errorOf: (field: string) => string | undefined;
  onChange: (change: Partial<PriceDraft>) => void;
  onRemove: () => void;
}

function OnePrice({ price, number, errorOf, onChange, onRemove }: OnePriceProps) {
  const { t } = useTranslation('catalog');
  const { language } = useLocale();
  const channels = useChannelNames();
  const segments = useSegments();
  return (
    <div className={classes.price} role="group" aria-label={t('price.number', { number })}>
      <div className={classes.priceFields}>
        <MoneyField
          key={price.currency}
          label={t('price.amount')}
          currency={price.currency}
          defaultValue={price.amount}
          error={errorOf('amount')}
          onChange={(amount) => {
            onChange({ amount });
          }}
        />
        <Select
          label={t('price.currency')}
          value={price.currency}
          options={currencies(language)}
          error={errorOf('currency')}
          onChange={(currency) => {
            onChange({ currency });
          }}
        />
        <Select
          key={String(channels.ready)}
          label={t('price.channel')}
          empty={t('price.allChannels')}
          value={price.channel ?? ''}
          options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf('channel')}
          onChange={(channel) => {
            onChange({ channel });
          }}
        />
        <Select
          label={t('price.segment')}
          empty={t('price.everybody')}
          value={price.segment ?? ''}
          options={segments.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf('segment')}
          onChange={(segment) => {
            onChange({ segment });
          }}
        />
        <Period price={price} errorOf={errorOf} onChange={onChange} />
      </div>
      <Checkbox
        label={t('price.includesVat')}
        checked={price.includes_vat}
        onChange={(event) => {
          onChange({ includes_vat: event.target.checked });
        }}
      />
      <span className={classes.remove}>
        <IconButton label={t('price.remove')} onClick={onRemove}>
          <IconX aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}

type PeriodProps = Pick<OnePriceProps, 'price' | 'errorOf' | 'onChange'>;

// Days of the company: from the beginning of the first one until the end of the last one.
function Period({ price: { from, to }, errorOf, onChange }: PeriodProps) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const { timeZone } = useLocale();
  return (
    <>
      <DateField
        label={t('price.from')}
        optional
        defaultValue={from ? formats.dayOf(from) : ''}
        error={errorOf('from')}
        onDone={(day) => {
          if (isDay(day) || day === '') onChange({ from: day ? startOf(day, timeZone) : null });
        }}
      />
      <DateField
        label={t('price.to')}
        optional
        defaultValue={to ? addDays(formats.dayOf(to), -1) : ''}
        error={errorOf('to')}
        onDone={(day) => {
          if (isDay(day) || day === '') onChange({ to: day ? startOf(addDays(day, 1), timeZone) : null });
        }}
      />
    </>
  );
}
