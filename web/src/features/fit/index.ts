// Fit: where customers are in each phase and who of them buys, beside what the worksheet plans.
import { createRoute } from '@tanstack/react-router';
import { IconPuzzle } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';

export const fit: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/fit',
      label: () => i18next.t('fit:title'),
      icon: IconPuzzle,
      keys: 'g f',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/fit',
      validateSearch: readSearch,
      component: screenOf('fit', () => import('./FitPage')),
    }),
  ],
  actions: () => [],
};
