// What the whole company shares: its name, zone, currency and language.
import { createRoute } from '@tanstack/react-router';
import { IconBuilding } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';

export const company: Feature = {
  area: null,
  menu: [],
  settings: [
    {
      to: '/settings/company',
      label: () => i18next.t('company:title'),
      icon: IconBuilding,
      roles: ['admin'],
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/company',
      component: screenOf('company', () => import('./CompanyPage'), 'CompanyPage'),
    }),
  ],
  actions: () => [],
  live: { company: ['/api/v1/company'] },
};
