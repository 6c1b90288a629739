// Takes pieces back and gives others for them, in one act: an order of its own, paid with what comes back.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { mayDo, serving, useMe } from '~/platform/session';
import { VariantPicker } from '~/platform/VariantPicker';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { Checkbox } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { useFormats } from '~/ui/text/locale';
import { refusalOf } from '~/api/problem';
import { exchange, useLocations, useRefresh } from '../api';
import classes from '../orders.module.css';
import { lapseOf, outOf } from '../money';
import { chosenOf, isWrong, PieceFields, wantedOf } from '../PieceFields';
import { useAvailable, useKnownBuyer, usePrices } from '../place/api';
import { type BasketLine, sumOf, withOneMore } from '../place/basket';
import { Lines } from '../place/Lines';
import type { Order } from '../wire';
import { differenceOf } from './difference';

const methods = ['carry_out', 'ship'] as const;
type Method = (typeof methods)[number];

// What is filled in, and what the server says of it meanwhile.
function useExchange(order: Order) {
  const [wanted, setWanted] = useState(() =>
    wantedOf(
      order.lines
        .filter(({ kind }) => kind === 'product')
        .map((line) => ({ line: line.number, quantity: outOf(line) })),
    ),
  );
  const [lines, setLines] = useState<readonly BasketLine[]>([]);
  const [method, setMethod] = useState<Method>('carry_out');
  const [chosen, setLocation] = useState('');
  const locations = useLocations(true).data?.items.filter(({ active }) => active) ?? [];
  const location = chosen || (locations.find(({ kind }) => kind === 'store') ?? locations[0])?.id || '';
  const buyer = useKnownBuyer(mayDo(useMe(), serving) ? (order.customer ?? undefined) : undefined);
  const segments = buyer.data?.segments ?? [];
  const prices = usePrices(lines, order.channel, order.currency, segments);
  const available = useAvailable(lines, order.channel).data?.items ?? [];
  const pieces = chosenOf(wanted);
  const back = lapseOf(order.lines, pieces);
  const sum = sumOf(lines, prices.map(({ data }) => data), '');
  return {
    ...{ wanted, setWanted, lines, setLines, method, setMethod, location, setLocation, locations },
    ...{ segments, prices, available, pieces, back, sum },
  };
}

type Exchange = ReturnType<typeof useExchange>;

export default function ExchangeDialog({ order: now, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [order] = useState(now);
  const of = useExchange(order);
  const form = useForm(async (value) => {
    if (isWrong(of.wanted)) throw refusalOf('back', t('exchange.nothingBack'));
    if (of.lines.length === 0) throw refusalOf('instead', t('exchange.nothingNew'));
    const made = await exchange(order.id, draftOf(order, of, value('restock') === 'on')).finally(refresh);
    showToast(t('exchange.done', { reference: made.reference }));
    await navigate({ to: '/orders', search: { open: made.id } });
    onClose();
  });
  return (
    <FormDialog
      title={t('exchange.title', { reference: order.reference })}
      width={660}
      action={t('exchange.confirm')}
      form={form}
      onClose={onClose}
    >
      <h3 className={classes.part}>{t('exchange.back')}</h3>
      {form.errors['back'] && <Notice tone="bad">{form.errors['back']}</Notice>}
      <PieceFields order={order} wanted={of.wanted} onWanted={of.setWanted} />
      <div className={fields.pair}>
        <Select
          label={t('giveBack.where')}
          value={of.location}
          options={of.locations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={of.setLocation}
        />
        <Checkbox name="restock" label={t('giveBack.restock')} defaultChecked />
      </div>
      <h3 className={classes.part}>{t('exchange.instead')}</h3>
      {form.errors['instead'] && <Notice tone="bad">{form.errors['instead']}</Notice>}
      <Instead of={of} />
      <Difference of={of} currency={order.currency} />
    </FormDialog>
  );
}

function Instead({ of }: { of: Exchange }) {
  const { t } = useTranslation('orders');
  const { lines, setLines } = of;
  return (
    <>
      <VariantPicker
        key={lines.reduce((sum, line) => sum + line.scans + 1, 0)}
        label={t('place.code')}
        onPick={(variant) => {
          setLines(withOneMore(lines, variant));
        }}
      />
      <Lines
        lines={lines}
        prices={of.prices}
        available={of.available}
        receiving={{ method: of.method, location: of.location }}
        onQuantity={(id, quantity) => {
          setLines(lines.map((line) => (line.variant.id === id ? { ...line, quantity } : line)));
        }}
        onRemove={(id) => {
          setLines(lines.filter(({ variant }) => variant.id !== id));
        }}
      />
      <Segmented
        label={t('place.receive')}
        value={of.method}
        items={methods.map((id) => ({ id, label: t(`place.methods.${id}`) }))}
        onChange={of.setMethod}
      />
    </>
  );
}

function Difference({ of: { back, sum, prices }, currency }: { of: Exchange; currency: string }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  if (prices.length === 0 || prices.some(({ data }) => !data)) return null;
  const { who, amount } = differenceOf(back, sum);
  return <Notice>{t(`exchange.difference.${who}`, { amount: formats.money(amount, currency) })}</Notice>;
}

// What is taken along lies at the same counter; what is still to be paid is asked for afterwards.
function draftOf(order: Order, of: Exchange, restock: boolean) {
  const { currency, buyer, channel } = order;
  const { method, location, lines, prices, pieces, segments } = of;
  const at = method === 'ship' ? {} : { location };
  return {
    back: { way: 'store' as const, pieces: [...pieces] },
    arrived: { location, restock },
    instead: {
      channel,
      currency,
      settlement: 'on_account' as const,
      lines: lines.map(({ variant, quantity }, index) => {
        const seen = prices[index]?.data;
        return { variant: variant.id, quantity, ...(seen ? { price: { amount: seen.amount, currency } } : {}) };
      }),
      receive: { method, ...at },
      ...at,
      buyer: Object.fromEntries(Object.entries(buyer).filter(([, text]) => text)),
      segments,
    },
  };
}
