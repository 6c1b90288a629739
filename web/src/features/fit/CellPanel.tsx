// One phase on one channel: what is known of it and how sure that is, and who was there.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { sourceOf, useRowsOf } from '~/platform/gridList';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import type { Column, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { Facts } from '~/ui/layout/Card';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { type Cell, type FitCustomer, type PartOf, useFitCustomers } from './api';
import type { Phase } from './search';
import type { FitView } from './useFitView';
import classes from './fit.module.css';

export function CellPanel({ view }: { view: FitView }) {
  const { t } = useTranslation('fit');
  const names = useChannelNames();
  const { at = '', phase = 'purchase', of } = view.search;
  const cell = view.fit.data?.cells.find(
    (one) => one.channel === at && one.phase === phase && (one.segment ?? undefined) === of,
  );
  const currency = view.fit.data?.currency ?? '';
  return (
    <SidePanel
      fills
      title={names.nameOf(at)}
      sub={`${t(`phases.${phase}`)} · ${view.nameOf(of) ?? t('everybody')}`}
      onClose={() => {
        view.show({ at: undefined, phase: undefined, of: undefined });
      }}
    >
      {cell && <About cell={cell} currency={currency} />}
      <Customers view={view} at={at} phase={phase} currency={currency} />
    </SidePanel>
  );
}

function About({ cell, currency }: { cell: Cell; currency: string }) {
  const { t } = useTranslation('fit');
  const formats = useFormats();
  const part = ({ n, value, low, high }: PartOf) => {
    if (n === 0) return '–';
    const range = t('between', { low: formats.percent(low, 1), high: formats.percent(high, 1) });
    const among = t('cell.of', { number: formats.number(n) });
    return value == null ? `${range}, ${among}` : `${formats.percent(value, 1)} (${range}), ${among}`;
  };
  return (
    <div className={classes.about}>
      <Facts
        items={[
          { label: t('cell.plan'), value: t(cell.planned ? 'cell.planned' : 'cell.unplanned') },
          { label: t('cell.share'), value: part(cell.share) },
          { label: t('cell.bought'), value: part(cell.bought) },
          { label: t('cell.here'), value: formats.number(cell.bought_here) },
          { label: t('cell.margin'), value: formats.money(cell.margin, currency) },
        ]}
      />
    </div>
  );
}

const idOf = ({ customer }: FitCustomer) => customer;
const itemsOf = ({ items }: { items: FitCustomer[] }) => items;

function Customers({ view, at, phase, currency }: { view: FitView; at: string; phase: Phase; currency: string }) {
  const { t } = useTranslation('fit');
  const formats = useFormats();
  const navigate = useNavigate();
  const columns = useMemo<Column<FitCustomer>[]>(
    () => [
      { id: 'customer', title: t('customers.customer'), width: 168, primary: true, phone: 'title', text: idOf },
      {
        id: 'first',
        title: t('customers.first'),
        width: 150,
        phone: 'line',
        text: ({ first }) => formats.dateTime(first),
      },
      {
        id: 'bought',
        title: t('customers.bought'),
        width: 90,
        phone: 'line',
        text: ({ bought }) => t(bought ? 'customers.yes' : 'customers.no'),
      },
      {
        id: 'margin',
        title: t('customers.margin'),
        width: 110,
        align: 'end',
        phone: 'value',
        text: ({ margin }) => formats.money(margin, currency, true),
      },
    ],
    [t, formats, currency],
  );
  const [shown, setShown] = useState<GridView>(() => startView(columns));
  const { from, to, currency: asked } = view.asked;
  const { of } = view.search;
  const query = useFitCustomers({
    from,
    to,
    channel: at,
    phase,
    ...(of ? { segment: of } : {}),
    ...(asked ? { currency: asked } : {}),
  });
  const rows = useRowsOf(query, itemsOf);
  return (
    <Grid
      label={t('customers.title')}
      columns={columns}
      rowId={idOf}
      view={shown}
      onView={setShown}
      onOpen={({ customer }) => {
        void navigate({ to: '/customers', search: { open: customer } });
      }}
      source={sourceOf(query, rows)}
      count={t('customers.count', {
        count: rows.length,
        number: `${formats.number(rows.length)}${query.hasNextPage ? '+' : ''}`,
      })}
      empty={<EmptyState title={t('customers.none')} />}
    />
  );
}
