// Results: what the channels did, from the strip of KPIs down to the rows behind a number, and SQL for what
// no screen shows.
import { createRoute } from '@tanstack/react-router';
import { IconChartLine, IconTerminal2 } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';
import { readSearch as readSql } from './sql/search';

const analysts = ['admin', 'analyst'] as const;

export const results: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/results',
      label: () => i18next.t('results:title'),
      icon: IconChartLine,
      keys: 'g r',
      roles: reading,
    },
    {
      to: '/sql',
      label: () => i18next.t('results:sql.title'),
      icon: IconTerminal2,
      keys: 'g q',
      roles: analysts,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/results',
      validateSearch: readSearch,
      component: screenOf('results', () => import('./ResultsPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/sql',
      validateSearch: readSql,
      component: screenOf('results', () => import('./sql/SqlPage')),
    }),
  ],
  actions: () => [],
  // A cost or a target of a channel is a figure too.
  live: { channels: ['/api/v1/measures'], views: ['/api/v1/views'] },
};
