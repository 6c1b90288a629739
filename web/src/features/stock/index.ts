// Stock: what lies where, what of it can be promised on each channel, and what came and went.
import { createRoute } from '@tanstack/react-router';
import { IconBuildingWarehouse, IconScan } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { moving } from './roles';
import { readCountSearch, readSearch } from './search';

export const stock: Feature = {
  area: 'sell',
  menu: [
    {
      to: '/stock',
      label: () => i18next.t('stock:title'),
      icon: IconBuildingWarehouse,
      keys: 'g v',
      roles: [...reading, 'agent', 'store'],
    },
    {
      to: '/count',
      label: () => i18next.t('stock:count.title'),
      icon: IconScan,
      keys: 'g t',
      roles: moving,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/stock',
      validateSearch: readSearch,
      component: screenOf('stock', () => import('./StockPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/count',
      validateSearch: readCountSearch,
      component: screenOf('stock', () => import('./count/CountPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'stock.receive',
      label: () => i18next.t('stock:acts.received.title'),
      group: 'do',
      icon: IconBuildingWarehouse,
      roles: moving,
      run: () => {
        go('/stock?act=received');
      },
    },
  ],
  live: { stock: ['/api/v1/stock'] },
};
