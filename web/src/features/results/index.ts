// Results: what the channels did, from the strip of KPIs down to the rows behind a number.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconChartLine } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { readSearch } from './search';

const readers = ['admin', 'manager', 'analyst'] as const;

export const results: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/results',
      label: () => i18next.t('results:title'),
      icon: IconChartLine,
      keys: 'g r',
      roles: readers,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/results',
      validateSearch: readSearch,
      component: lazyRouteComponent(() => import('./ResultsPage')),
    }),
  ],
  actions: () => [],
  // A cost or a target of a channel is a figure too.
  live: { channels: ['/api/v1/measures'], views: ['/api/v1/views'] },
};
