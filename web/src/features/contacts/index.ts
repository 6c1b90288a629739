// Who talks with customers: the desk with what waits, the conversation and the customer.
import { createRoute } from '@tanstack/react-router';
import {
  IconBuildingStore,
  IconCalendarEvent,
  IconDeviceDesktopAnalytics,
  IconHeadset,
  IconUsersGroup,
} from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing } from '~/platform/session';
import { handling } from './roles';
import { readAppointmentsSearch, readDeskSearch, readTeamsSearch, readWallSearch } from './search';

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
    {
      to: '/store',
      label: () => i18next.t('contacts:store.title'),
      icon: IconBuildingStore,
      keys: 'g f',
      roles: handling,
    },
  ],
  live: { contacts: ['/api/v1/contacts/stays'] },
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/desk',
      validateSearch: readDeskSearch,
      component: screenOf('contacts', () => import('./desk/DeskPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/desk/wall',
      validateSearch: readWallSearch,
      component: screenOf('contacts', () => import('./wall/WallPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/store',
      validateSearch: readDeskSearch,
      component: screenOf('contacts', () => import('./store/StorePage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/store/labels',
      component: screenOf('contacts', () => import('./store/LabelsPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/appointments',
      validateSearch: readAppointmentsSearch,
      component: screenOf('contacts', () => import('./appointments/AppointmentsPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'contacts.appointments',
      label: () => i18next.t('contacts:appointments.title'),
      group: 'go',
      icon: IconCalendarEvent,
      keys: 'g a',
      roles: handling,
      run: () => {
        go('/appointments');
      },
    },
    {
      id: 'contacts.wall',
      label: () => i18next.t('contacts:wall.title'),
      group: 'go',
      icon: IconDeviceDesktopAnalytics,
      keys: 'g w',
      roles: handling,
      run: () => {
        go('/desk/wall');
      },
    },
  ],
};

// Stands apart: its page is one of settings, behind those that come first when a company begins.
export const teams: Feature = {
  area: null,
  menu: [],
  settings: [
    {
      to: '/settings/teams',
      label: () => i18next.t('contacts:teams.title'),
      icon: IconUsersGroup,
      roles: managing,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/teams',
      validateSearch: readTeamsSearch,
      component: screenOf('contacts', () => import('./teams/TeamsPage')),
    }),
  ],
  actions: () => [],
};
