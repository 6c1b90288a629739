// Customers: who they are, what they did on every channel, what may be done with them, and who is whom.
import { createRoute } from '@tanstack/react-router';
import { IconArrowsJoin, IconUser } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { serving } from '~/platform/session';
import { findCustomers } from './findCustomers';
import { readSearch } from './search';

export const customers: Feature = {
  area: 'sell',
  menu: [
    {
      to: '/customers',
      label: () => i18next.t('customers:title'),
      icon: IconUser,
      keys: 'g k',
      roles: [...serving, 'analyst'],
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/customers',
      validateSearch: readSearch,
      component: screenOf('customers', () => import('./CustomersPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'customers.proposals',
      label: () => i18next.t('customers:proposals.action'),
      group: 'do',
      icon: IconArrowsJoin,
      roles: serving,
      run: () => {
        go('/customers?dialog=proposals');
      },
    },
  ],
  find: findCustomers,
  live: { customers: ['/api/v1/customers'] },
};
