// Who talks with customers: the desk with what waits, the conversation and the customer.
import { createRoute } from '@tanstack/react-router';
import { IconHeadset } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { handling } from './roles';
import { readDeskSearch } from './search';

export const contacts: Feature = {
  area: 'sell',
  menu: [
    {
      to: '/desk',
      label: () => i18next.t('contacts:title'),
      icon: IconHeadset,
      keys: 'g b',
      roles: handling,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/desk',
      validateSearch: readDeskSearch,
      component: screenOf('contacts', () => import('./desk/DeskPage')),
    }),
  ],
  actions: () => [],
};
