// Channel paths: how customers go over channels, how far they come, and which channels get the credit.
import { createRoute } from '@tanstack/react-router';
import { IconRoute } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';

export const journeys: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/paths',
      label: () => i18next.t('journeys:title'),
      icon: IconRoute,
      keys: 'g j',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/paths',
      validateSearch: readSearch,
      component: screenOf('journeys', () => import('./JourneysPage')),
    }),
  ],
  actions: () => [],
};
