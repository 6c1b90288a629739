// Placing an order for somebody on the telephone or at the counter: what, how it is received, for whom; the price and
// what can be promised stand beside each line while it is made up. By keyboard alone, from code to code.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames, type Channel } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Page } from '~/platform/Page';
import { mayDo, serving, useMe } from '~/platform/session';
import { VariantPicker } from '~/platform/VariantPicker';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { MoneyField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { useLocations, useRefresh } from '../api';
import { readPlaceSearch } from '../search';
import { ways } from '../words';
import { type Draft, place, useAvailable, useKnownBuyer, usePrices } from './api';
import { type BasketLine, type Method, type Receiving, sumOf, withOneMore } from './basket';
import { type Buyer, BuyerFields, buyerOf } from './BuyerFields';
import { Lines } from './Lines';
import classes from './place.module.css';

const methods: readonly Method[] = ['ship', 'collect', 'reserve', 'carry_out'];

export default function PlacePage() {
  const { t } = useTranslation('orders');
  const channels = useChannelNames();
  const me = useMe();
  const open = channels.list.filter(({ state }) => state !== 'ended');
  const mine = open.find(({ location }) => location && location === me.location);
  const first = mine ?? open.find(({ form }) => form === 'contact_centre') ?? open[0];
  const { customer } = readPlaceSearch(useSearch({ strict: false }));
  const known = useKnownBuyer(mayDo(me, serving) ? customer : undefined);
  const profile = known.data?.profile;
  return (
    <Page title={t('place.title')} crumbs={[{ label: t('title'), to: '/orders' }]}>
      {first && !known.isLoading && (
        <Placing channels={open} first={first} known={profile ? { ...buyerOf(profile), customer } : {}} />
      )}
      {channels.ready && !first && <EmptyState title={t('place.noChannel')} text={t('place.noChannelText')} />}
    </Page>
  );
}

interface PlacingProps {
  channels: readonly Channel[];
  first: Channel;
  known: Buyer;
}

// What is filled in, and what the server says of it meanwhile.
function useOrder({ channels, first, known }: PlacingProps) {
  const store = mayDo(useMe(), ['store']);
  const [channelId, setChannel] = useState(first.id);
  const [lines, setLines] = useState<readonly BasketLine[]>([]);
  const [method, setMethod] = useState<Method>(store ? 'carry_out' : 'ship');
  const [chosen, setLocation] = useState('');
  const [transport, setTransport] = useState('');
  const [buyer, setBuyer] = useState<Buyer>(known);
  const segments = useKnownBuyer(buyer.customer).data?.segments ?? [];
  const locations = useLocations(true).data?.items.filter(({ active }) => active) ?? [];
  const channel = channels.find(({ id }) => id === channelId) ?? first;
  const location = chosen || (locations.find(({ kind }) => kind === 'store') ?? locations[0])?.id || '';
  const prices = usePrices(lines, channel.id, channel.currency, segments);
  const available = useAvailable(lines, channel.id).data?.items ?? [];
  const receiving: Receiving = { method, location };
  const sum = sumOf(lines, prices.map(({ data }) => data), method === 'ship' ? transport : '');
  return {
    ...{ channel, setChannel, lines, setLines, receiving, setMethod, setLocation, transport, setTransport },
    ...{ buyer, setBuyer, segments, locations, prices, available, sum },
  };
}

type Order = ReturnType<typeof useOrder>;

const filled = ({ identities, name, email, phone, address, note }: Buyer): Draft['buyer'] => ({
  ...Object.fromEntries(Object.entries({ name, email, phone, address, note }).filter(([, text]) => text)),
  ...(identities ? { identities } : {}),
});

function draftOf(order: Order, voucher: string, way: string): Draft {
  const { channel, lines, prices, receiving, transport, buyer, segments } = order;
  const { method, location } = receiving;
  const { currency } = channel;
  return {
    channel: channel.id,
    currency,
    lines: lines.map(({ variant, quantity }, index) => {
      const seen = prices[index]?.data;
      return { variant: variant.id, quantity, ...(seen ? { price: { amount: seen.amount, currency } } : {}) };
    }),
    receive: { method, ...(method === 'ship' ? {} : { location }), ...(method === 'collect' ? { bring: true } : {}) },
    ...(method === 'carry_out' ? { location } : {}),
    ...(method === 'ship' && transport ? { transport: { amount: transport, currency } } : {}),
    ...(voucher ? { voucher } : {}),
    ...(way ? { payment: { method: way } } : {}),
    buyer: filled(buyer),
    segments,
  };
}

function Placing(props: PlacingProps) {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const order = useOrder(props);
  const formId = useId();
  const form = useForm(async (value) => {
    const { id, reference } = await place(draftOf(order, value('voucher'), value('payment'))).finally(refresh);
    showToast(t('place.done', { reference }));
    await navigate({ to: '/orders', search: { open: id } });
  });
  return (
    <form
      id={formId}
      className={classes.page}
      onSubmit={form.submit}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Goods order={order} channels={props.channels} />
      <div className={classes.side}>
        <Card title={t('place.receive')}>
          <ReceiveFields order={order} />
        </Card>
        <Card title={t('fields.buyer')}>
          <BuyerFields
            buyer={order.buyer}
            errors={form.errors}
            sent={order.receiving.method === 'ship'}
            onBuyer={order.setBuyer}
          />
        </Card>
        <Card title={t('money.title')}>
          <div className={fields.fields}>
            <TextField
              label={t('place.voucher')}
              name="voucher"
              optional
              maxLength={40}
              autoComplete="off"
              error={form.errors['voucher']}
            />
            <Select
              label={t('place.paid')}
              name="payment"
              empty={t('place.notPaid')}
              options={ways.map((value) => ({ value, label: t(`ways.${value}`) }))}
              error={form.errors['payment.method']}
            />
            <Sum order={order} />
            <FormMessage form={form} />
            <Button look="primary" type="submit" busy={form.busy} disabled={order.lines.length === 0}>
              {t('place.action')}
            </Button>
          </div>
        </Card>
      </div>
    </form>
  );
}

function Goods({ order, channels }: { order: Order; channels: readonly Channel[] }) {
  const { t } = useTranslation('orders');
  const { channel, setChannel, lines, setLines, prices, available, receiving } = order;
  const scans = lines.reduce((sum, line) => sum + line.scans + 1, 0);
  return (
    <Card title={t('place.what')}>
      <div className={fields.fields}>
        <Select
          label={t('fields.channel')}
          value={channel.id}
          options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChannel}
        />
        <VariantPicker
          key={scans}
          label={t('place.code')}
          autoFocus
          onPick={(variant) => {
            setLines(withOneMore(lines, variant));
          }}
        />
        {lines.length === 0 ? (
          <p className={fields.note}>{t('place.empty')}</p>
        ) : (
          <Lines
            lines={lines}
            prices={prices}
            available={available}
            receiving={receiving}
            onQuantity={(id, quantity) => {
              setLines(lines.map((line) => (line.variant.id === id ? { ...line, quantity } : line)));
            }}
            onRemove={(id) => {
              setLines(lines.filter(({ variant }) => variant.id !== id));
            }}
          />
        )}
      </div>
    </Card>
  );
}

function ReceiveFields({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { receiving, setMethod, setLocation, locations, setTransport, channel } = order;
  return (
    <div className={fields.fields}>
      <Segmented
        label={t('place.receive')}
        value={receiving.method}
        items={methods.map((id) => ({ id, label: t(`place.methods.${id}`) }))}
        onChange={setMethod}
      />
      {receiving.method === 'ship' ? (
        <MoneyField label={t('transport')} optional currency={channel.currency} onChange={setTransport} />
      ) : (
        <Select
          label={t('fields.location')}
          value={receiving.location}
          options={locations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setLocation}
        />
      )}
    </div>
  );
}

function Sum({ order: { sum, channel, prices } }: { order: Order }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const without = prices.some(({ data }) => data && !data.includes_vat);
  return (
    <p className={classes.sum} role="status">
      <span>{t(without ? 'place.sumWithoutVat' : 'place.sum')}</span>
      <strong>{formats.money(sum, channel.currency)}</strong>
    </p>
  );
}
