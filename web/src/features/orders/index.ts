// Orders of all channels: found, paid, cancelled, picked and handed over.
import { createRoute } from '@tanstack/react-router';
import { IconClipboardCheck, IconReceipt, IconReceiptEuro, IconReceiptTax, IconTicket } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing } from '~/platform/session';
import { findOrders } from './findOrders';
import { handling } from './roles';
import { readHandoverSearch, readPlaceSearch, readSearch, readTermsSearch } from './search';

export const orders: Feature = {
  area: 'sell',
  menu: [
    {
      to: '/orders',
      label: () => i18next.t('orders:title'),
      icon: IconReceipt,
      keys: 'g o',
    },
    {
      to: '/handover',
      label: () => i18next.t('orders:handover.title'),
      icon: IconClipboardCheck,
      keys: 'g h',
      roles: handling,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/orders',
      validateSearch: readSearch,
      component: screenOf('orders', () => import('./OrdersPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/orders/new',
      validateSearch: readPlaceSearch,
      component: screenOf('orders', () => import('./place/PlacePage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/handover',
      validateSearch: readHandoverSearch,
      component: screenOf('orders', () => import('./handover/HandoverPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'orders.place',
      label: () => i18next.t('orders:place.title'),
      group: 'do',
      icon: IconReceiptEuro,
      roles: handling,
      run: () => {
        go('/orders/new');
      },
    },
  ],
  find: findOrders,
  live: { orders: ['/api/v1/orders'] },
};

// Stands apart: its pages are of settings, behind those that come first when a company begins.
export const selling: Feature = {
  area: null,
  menu: [],
  settings: [
    {
      to: '/settings/vouchers',
      label: () => i18next.t('orders:vouchers.title'),
      icon: IconTicket,
      roles: managing,
    },
    {
      to: '/settings/terms',
      label: () => i18next.t('orders:terms.title'),
      icon: IconReceiptTax,
      roles: managing,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/terms',
      validateSearch: readTermsSearch,
      component: screenOf('orders', () => import('./terms/TermsPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/vouchers',
      component: screenOf('orders', () => import('./vouchers/VouchersPage')),
    }),
  ],
  actions: () => [],
};
