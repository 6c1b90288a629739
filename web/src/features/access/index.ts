// People and programs: oneself, users, keys and the trail of every change.
import { createRoute } from '@tanstack/react-router';
import { IconHistory, IconKey, IconUser, IconUserPlus, IconUsers } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing } from '~/platform/session';
import { findUsers } from './findUsers';
import { trailRoute } from './trail';

const page = (path: string, load: Parameters<typeof screenOf>[1]) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: screenOf('access', load) });

export const access: Feature = {
  area: null,
  menu: [],
  settings: [
    { to: '/settings/profile', label: () => i18next.t('access:me.title'), icon: IconUser },
    {
      to: '/settings/users',
      label: () => i18next.t('access:users.title'),
      icon: IconUsers,
      keys: 'g u',
      roles: ['admin'],
    },
    {
      to: '/settings/keys',
      label: () => i18next.t('access:keys.title'),
      icon: IconKey,
      roles: ['admin'],
    },
    {
      to: '/settings/trail',
      label: () => i18next.t('access:trail.title'),
      icon: IconHistory,
      roles: managing,
    },
  ],
  routes: [
    page('/settings/profile', () => import('./ProfilePage')),
    page('/settings/users', () => import('./UsersPage')),
    page('/settings/keys', () => import('./KeysPage')),
    trailRoute,
  ],
  actions: (go) => [
    {
      id: 'access.invite',
      label: () => i18next.t('access:users.invite'),
      group: 'do',
      icon: IconUserPlus,
      roles: ['admin'],
      run: () => {
        go('/settings/users?invite=true');
      },
    },
  ],
  find: findUsers,
  live: { access: ['/api/v1/access/users', '/api/v1/access/keys', '/api/v1/access/audit'] },
};
