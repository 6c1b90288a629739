// What the shell itself can do, and going to every page.
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import {
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import i18next from 'i18next';
import { api } from '~/api';
import { useActions, type Action } from '~/platform/actions';
import type { MenuItem } from '~/platform/feature';
import { useLanguage } from '~/platform/language';
import { mayDo, setWho, type Me } from '~/platform/session';
import { areasFor, settingsItems } from '../areas';
import { features } from '../features';

const goTo =
  (go: (to: string) => void) =>
  ({ to, label, icon, keys, roles }: MenuItem): Action => ({
    id: `go ${to}`,
    label,
    group: 'go',
    icon,
    ...(keys === undefined ? {} : { keys }),
    ...(roles === undefined ? {} : { roles }),
    run: () => {
      go(to);
    },
  });

// Going to all that is in the menus, and what the features can do.
export function actionsOf(me: Me, go: (to: string) => void): Action[] {
  const items = [...areasFor(me).flatMap((area) => area.items), ...settingsItems];
  const all = [...items.map(goTo(go)), ...features.flatMap((feature) => feature.actions(go))];
  return all.filter(({ roles }) => !roles || mayDo(me, roles));
}

export function useOwnActions(open: (what: 'palette' | 'keys') => void): void {
  const cache = useQueryClient();
  const scheme = useComputedColorScheme();
  const { setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const t = i18next.getFixedT(null, 'app');
  useActions([
    {
      id: 'shell.palette',
      label: () => t('find'),
      group: 'do',
      icon: IconSearch,
      keys: 'mod+k',
      alsoKeys: '/',
      run: () => {
        open('palette');
      },
    },
    {
      id: 'shell.keys',
      label: () => t('keys.title'),
      group: 'do',
      icon: IconKeyboard,
      keys: '?',
      run: () => {
        open('keys');
      },
    },
    {
      id: 'shell.scheme',
      label: () => t(scheme === 'dark' ? 'scheme.toLight' : 'scheme.toDark'),
      group: 'do',
      icon: scheme === 'dark' ? IconSun : IconMoon,
      run: () => {
        setColorScheme(scheme === 'dark' ? 'light' : 'dark');
      },
    },
    {
      id: 'shell.language',
      label: () => t(language === 'nl' ? 'language.toEnglish' : 'language.toDutch'),
      group: 'do',
      icon: IconLanguage,
      run: () => {
        choose(language === 'nl' ? 'en' : 'nl');
      },
    },
    {
      id: 'shell.signOut',
      label: () => t('signOut'),
      group: 'do',
      icon: IconLogout,
      run: () => {
        void api.DELETE('/api/v1/access/session').finally(() => {
          cache.clear();
          setWho(cache, null);
        });
      },
    },
  ]);
}
