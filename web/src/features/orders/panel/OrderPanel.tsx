// One order beside the list: its lines, what it comes to, how it reaches its buyer, and what happened to it.
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { mayDo, serving, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { Menu } from '~/ui/overlay/Menu';
import { useFormats } from '~/ui/text/locale';
import { AnnounceDialog } from '../AnnounceDialog';
import { useOrder } from '../api';
import { CancelDialog } from '../CancelDialog';
import { GiveBackDialog } from '../GiveBackDialog';
import { stillToPay } from '../money';
import { PayDialog } from '../PayDialog';
import { handling } from '../roles';
import { useOrdersSearch } from '../search';
import classes from '../orders.module.css';
import type { Order } from '../wire';
import { isWithdrawn, may, stateTones } from '../words';
import { WithdrawDialog } from '../WithdrawDialog';
import { Deliveries } from './Deliveries';
import { Lines } from './Lines';
import { Money } from './Money';
import { Returns } from './Returns';
import { Timeline } from './Timeline';

const ExchangeDialog = lazy(() => import('../exchange/ExchangeDialog'));

export interface OrderPanelProps {
  id: string;
  // Of the list beside it, for the next and the previous one.
  ids: readonly string[];
  onOpen: (id: string) => void;
}

export function OrderPanel({ id, ids, onOpen }: OrderPanelProps) {
  const { t } = useTranslation('orders');
  const { show } = useOrdersSearch();
  const query = useOrder(id);
  const order = query.data;
  const me = useMe();
  const mayAct = mayDo(me, handling);
  const partner = mayDo(me, ['partner']);
  return (
    <SidePanel
      title={order?.reference ?? t('open')}
      sub={order && <Sub order={order} />}
      footer={order && mayAct && hasActs(order) && <Acts order={order} />}
      onClose={() => {
        show({ open: undefined });
      }}
      {...neighbours(ids, id, onOpen)}
    >
      <Loaded query={query} lines={10}>
        {(view) => (
          <>
            <Lines order={view} />
            <Money order={view} />
            <Deliveries order={view} mayAct={mayAct} />
            {!partner && <Returns order={view} mayAct={mayAct} />}
            <Buyer order={view} />
            <Timeline entries={view.timeline} currency={view.currency} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Sub({ order: { state, channel, placed } }: { order: Order }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const channels = useChannelNames();
  return (
    <>
      <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
      <ChannelName id={channel} channels={channels} />
      <span>{formats.dateTime(placed)}</span>
    </>
  );
}

const isOwed = (order: Order) => order.state !== 'cancelled' && Number(stillToPay(order)) > 0;
const isDue = ({ due_back: due }: Order) => Number(due) > 0;
// What was taken along in a store was seen there.
const mayWithdraw = (order: Order) =>
  isWithdrawn(order) ||
  ((may(order, 'cancel') || may(order, 'give_back')) &&
    !order.deliveries.some(({ method }) => method === 'carry_out'));
const hasActs = (order: Order) =>
  isOwed(order) || isDue(order) || mayWithdraw(order) || may(order, 'cancel') || may(order, 'give_back');

const dialogs = ['pay', 'refund', 'giveBack', 'cancel'] as const;
const rarer = ['exchange', 'announce', 'withdraw'] as const;
type Dialog = (typeof dialogs)[number] | (typeof rarer)[number];

function Acts({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => {
    setDialog(null);
  };
  const possible: Record<Dialog, boolean> = {
    pay: isOwed(order),
    refund: isDue(order),
    giveBack: may(order, 'give_back'),
    cancel: may(order, 'cancel'),
    exchange: may(order, 'give_back'),
    announce: may(order, 'give_back'),
    withdraw: mayWithdraw(order),
  };
  const shown = dialogs.filter((one) => possible[one]);
  const more = rarer.filter((one) => possible[one]);
  return (
    <>
      {shown.map((one, index) => (
        <Button
          key={one}
          look={index === 0 && one !== 'cancel' ? 'primary' : 'normal'}
          onClick={() => {
            setDialog(one);
          }}
        >
          {t(`${one}.action`)}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu
          trigger={
            <IconButton label={t('more')}>
              <IconDots aria-hidden />
            </IconButton>
          }
          groups={[
            {
              items: more.map((one) => ({
                id: one,
                label: t(one === 'withdraw' && isWithdrawn(order) ? 'withdraw.show' : `${one}.action`),
                onSelect: () => {
                  setDialog(one);
                },
              })),
            },
          ]}
        />
      )}
      {dialog === 'exchange' && (
        <Suspense fallback={null}>
          <ExchangeDialog order={order} onClose={close} />
        </Suspense>
      )}
      {dialog === 'announce' && <AnnounceDialog order={order} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog order={order} onClose={close} />}
      {dialog === 'pay' && <PayDialog order={order} onClose={close} />}
      {dialog === 'refund' && <PayDialog order={order} back onClose={close} />}
      {dialog === 'giveBack' && <GiveBackDialog order={order} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog order={order} onClose={close} />}
    </>
  );
}

// A buyer who was forgotten has no name; who may see customers goes on to this one.
function Buyer({ order: { buyer, customer } }: { order: Order }) {
  const { t } = useTranslation('orders');
  const serves = mayDo(useMe(), serving);
  const facts = [buyer.email, buyer.phone, buyer.address, buyer.note].filter(Boolean);
  if (!buyer.name && facts.length === 0 && !customer) return null;
  return (
    <Section title={t('fields.buyer')}>
      <div className={classes.buyer} dir="auto">
        {buyer.name && <strong>{buyer.name}</strong>}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {serves && customer && (
          <Link to="/customers" search={{ open: customer }}>
            {t('toCustomer')}
          </Link>
        )}
      </div>
    </Section>
  );
}
