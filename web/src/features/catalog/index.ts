// Products: what is sold, in which variants, at what price for whom.
import { createRoute } from '@tanstack/react-router';
import { IconPackage } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing, reading } from '~/platform/session';
import { findProducts } from './findProducts';
import { readSearch } from './search';

export const catalog: Feature = {
  area: 'plan',
  menu: [
    {
      to: '/products',
      label: () => i18next.t('catalog:title'),
      icon: IconPackage,
      keys: 'g p',
      roles: [...reading, 'agent', 'store'],
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/products',
      validateSearch: readSearch,
      component: screenOf('catalog', () => import('./CatalogPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'catalog.create',
      label: () => i18next.t('catalog:create.title'),
      group: 'do',
      icon: IconPackage,
      roles: managing,
      run: () => {
        go('/products?dialog=new');
      },
    },
  ],
  find: findProducts,
  live: { catalog: ['/api/v1/catalog'] },
};
