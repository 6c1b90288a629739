// The orders behind a figure, the latest first: what each was sold for, what came back, and what is left.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { sourceOf, useRowsOf } from '~/platform/gridList';
import { lastDay } from '~/platform/period';
import { FileLinks } from '~/platform/scope/FileLinks';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import type { Column, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { type Asked, fileOf, type OrderRow, useOrders } from './api';
import { useParts } from './parts';
import { everything, useProfitSearch } from './search';
import type { ProfitView } from './useProfitView';

export function OrdersPanel({ part, view }: { part: string; view: ProfitView }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { show } = useProfitSearch();
  const { nameOf } = useParts(view.by);
  const whole = part === everything;
  const asked: Asked = whole ? view.asked : { ...view.asked, [view.by]: part };
  const days = formats.range(view.range.from, lastDay(view.range));
  return (
    <SidePanel
      fills
      title={t('orders.title')}
      sub={whole ? days : `${days} · ${nameOf(part)}`}
      onClose={() => {
        show({ orders: undefined });
      }}
      footer={<FileLinks of={(form) => fileOf('profit/orders', form, asked)} />}
    >
      <OrderGrid asked={asked} currency={view.profit.data?.currency} />
    </SidePanel>
  );
}

const idOf = ({ channel, order }: OrderRow) => `${channel} ${order}`;
const itemsOf = ({ items }: Page<OrderRow>) => items;

function OrderGrid({ asked, currency }: { asked: Asked; currency: string | undefined }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const columns = useColumns(currency);
  const start = useMemo(() => startView(columns), [columns]);
  const [view, setView] = useState<GridView>(start);
  const navigate = useNavigate();
  const query = useOrders(asked);
  const orders = useRowsOf(query, itemsOf);
  const number = formats.number(orders.length);
  return (
    <Grid
      label={t('orders.title')}
      columns={columns}
      rowId={idOf}
      view={view}
      onView={setView}
      onOpen={({ order }) => {
        void navigate({ to: '/orders', search: { view: { search: order } } });
      }}
      source={sourceOf(query, orders)}
      count={t(query.hasNextPage ? 'orders.countMore' : 'orders.count', { count: orders.length, number })}
      empty={<EmptyState title={t('orders.none')} text={t('orders.noneText')} />}
    />
  );
}

function useColumns(currency: string | undefined): Column<OrderRow>[] {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  const { list } = names;
  return useMemo(() => {
    const amount = (id: string, of: (order: OrderRow) => string, phone?: 'value'): Column<OrderRow> => ({
      id,
      title: t(`orders.${id as 'sold'}`),
      width: 112,
      align: 'end',
      ...(phone ? { phone } : {}),
      text: (order) => (Number(of(order)) === 0 ? '' : formats.money(of(order), currency)),
    });
    return [
      { id: 'order', title: t('orders.order'), width: 190, primary: true, phone: 'title', text: ({ order }) => order },
      {
        id: 'channel',
        title: t('channel'),
        width: 140,
        phone: 'line',
        text: ({ channel }) => names.nameOf(channel),
        cell: ({ channel }) => <ChannelName id={channel} channels={names} />,
      },
      { id: 'day', title: t('orders.day'), width: 116, phone: 'line', text: ({ day }) => formats.date(day) },
      amount('sold', ({ sold }) => sold),
      amount('refunded', ({ refunded }) => refunded),
      amount('margin', (order) => order.order_margin, 'value'),
    ];
    // The functions of `names` follow its list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, formats, list, currency]);
}
