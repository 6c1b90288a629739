// What is to be accepted, picked and handed over at a location: for a telephone in a store.
import { IconChevronDown, IconChevronRight, IconClipboardCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { Select } from '~/ui/form/Select';
import { useFormats } from '~/ui/text/locale';
import { useDeliveries, useLocations, useOrder } from '../api';
import { DeliveryActs } from '../DeliveryActs';
import { DeliveryItems } from '../DeliveryItems';
import { useHandoverSearch } from '../search';
import type { OpenDelivery } from '../wire';
import { deliveryTones } from '../words';
import classes from '../orders.module.css';

const steps = ['asked', 'accepted', 'on_its_way', 'ready'] as const;

export default function HandoverPage() {
  const { t } = useTranslation('orders');
  const locations = useLocations(true);
  return (
    <Page title={t('handover.title')} width="text">
      <Loaded query={locations}>
        {({ items }) => {
          const open = items.filter(({ active }) => active);
          return open.length > 0 ? <Counter locations={open} /> : <Nothing />;
        }}
      </Loaded>
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation('orders');
  return (
    <EmptyState
      icon={<IconClipboardCheck />}
      title={t('handover.none')}
      text={t('handover.noneText')}
    />
  );
}

interface CounterProps {
  locations: readonly { id: string; name: string }[];
}

function Counter({ locations }: CounterProps) {
  const { t } = useTranslation('orders');
  const { search, show } = useHandoverSearch();
  const here = locations.find(({ id }) => id === search.location)?.id ?? locations[0]?.id ?? '';
  const query = useDeliveries(here);
  const deliveries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={classes.page}>
      {locations.length > 1 && (
        <Select
          label={t('fields.location')}
          value={here}
          options={locations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(location) => {
            show({ location, open: undefined }, true);
          }}
        />
      )}
      <Loaded query={query}>
        {() => {
          if (deliveries.length === 0) return <Nothing />;
          return steps.map((step) => (
            <Step key={step} step={step} deliveries={deliveries.filter(({ state }) => state === step)} />
          ));
        }}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('handover.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface StepProps {
  step: (typeof steps)[number];
  deliveries: readonly OpenDelivery[];
}

function Step({ step, deliveries }: StepProps) {
  const { t } = useTranslation('orders');
  const { search, show } = useHandoverSearch();
  const formats = useFormats();
  if (deliveries.length === 0) return null;
  return (
    <section aria-label={t(`handover.steps.${step}`)}>
      <h2 className={classes.step}>
        {t(`handover.steps.${step}`)} <span>{formats.number(deliveries.length)}</span>
      </h2>
      <ul className={classes.cards}>
        {deliveries.map((delivery) => (
          <li key={delivery.id} className={classes.card}>
            <DeliveryCard
              delivery={delivery}
              open={search.open === delivery.id}
              onOpen={() => {
                show({ open: search.open === delivery.id ? undefined : delivery.id }, true);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  delivery: OpenDelivery;
  open: boolean;
  onOpen: () => void;
}

function DeliveryCard({ delivery, open, onOpen }: CardProps) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const { reference, buyer, method, state, expires, location, brought_to: to } = delivery;
  const locations = useLocations(true).data?.items;
  const facts = [
    t(`methods.${method}`),
    to && to !== location && t('delivery.to', { location: locations?.find(({ id }) => id === to)?.name ?? '…' }),
    expires && t('before', { moment: formats.dateTime(expires) }),
  ];
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button type="button" className={classes.cardHead} aria-expanded={open} onClick={onOpen}>
        <span className={classes.words}>
          <strong dir="auto">{[reference, buyer].filter(Boolean).join(' · ')}</strong>
          <small>{facts.filter(Boolean).join(' · ')}</small>
        </span>
        <Tag tone={deliveryTones[state]}>{t(`deliveryStates.${state}`)}</Tag>
        <Icon aria-hidden />
      </button>
      {open && <Work delivery={delivery} />}
    </>
  );
}

function Work({ delivery }: { delivery: OpenDelivery }) {
  return (
    <div className={classes.work}>
      <Loaded query={useOrder(delivery.order_id)} lines={2}>
        {(order) => (
          <>
            <DeliveryItems order={order} delivery={delivery.id} />
            <DeliveryActs order={order} delivery={delivery} large />
          </>
        )}
      </Loaded>
    </div>
  );
}
