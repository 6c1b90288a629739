// Customer value: what is expected of customers, how sure that is, and by which channel they came.
import { createRoute } from '@tanstack/react-router';
import { IconUserDollar } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';

export const worth: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/value',
      label: () => i18next.t('worth:title'),
      icon: IconUserDollar,
      keys: 'g l',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/value',
      validateSearch: readSearch,
      component: screenOf('worth', () => import('./ValuePage')),
    }),
  ],
  actions: () => [],
  live: { platform: ['/api/v1/value'] },
};
