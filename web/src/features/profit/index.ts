// Return: what is left of what the channels sell, and what can be said of why.
import { createRoute } from '@tanstack/react-router';
import { IconReportMoney } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';

export const profit: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/return',
      label: () => i18next.t('profit:title'),
      icon: IconReportMoney,
      keys: 'g e',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/return',
      validateSearch: readSearch,
      component: screenOf('profit', () => import('./ProfitPage')),
    }),
  ],
  actions: () => [],
};
