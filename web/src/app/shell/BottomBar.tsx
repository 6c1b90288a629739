// The menu of a phone: the areas within reach of a thumb, and the rest behind the last button.
import { IconDots } from '@tabler/icons-react';
import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/platform/session';
import { areasFor, type ShownArea } from '../areas';
import classes from './BottomBar.module.css';
import { QuickMenu } from './QuickMenu';
import { useMenuItems } from './UserBox';

export function BottomBar() {
  const { t } = useTranslation();
  const me = useMe();
  const own = useMenuItems();
  return (
    <nav className={classes.bar} aria-label={t('menu')}>
      {areasFor(me).map((area) =>
        area.items.length === 1 ? <AreaLink key={area.area} {...area} /> : <AreaMenu key={area.area} {...area} />,
      )}
      <QuickMenu label={t('more')} items={own} className={classes.item}>
        <IconDots size={22} stroke={1.7} aria-hidden />
        {t('more')}
      </QuickMenu>
    </nav>
  );
}

function useIsHere(items: ShownArea['items']): boolean {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return items.some(({ to }) => path === to || path.startsWith(`${to}/`));
}

function AreaLink({ label, icon: Icon, items }: ShownArea) {
  const here = useIsHere(items);
  return (
    <Link to={items[0]?.to ?? '/'} className={classes.item} data-here={here || undefined}>
      <Icon size={22} stroke={1.7} aria-hidden />
      {label}
    </Link>
  );
}

function AreaMenu({ label, icon: Icon, items }: ShownArea) {
  const router = useRouter();
  const here = useIsHere(items);
  return (
    <QuickMenu
      label={label}
      className={classes.item}
      here={here}
      items={items.map(({ to, label: itemLabel }) => ({
        id: to,
        label: itemLabel(),
        onSelect: () => void router.navigate({ to }),
      }))}
    >
      <Icon size={22} stroke={1.7} aria-hidden />
      {label}
    </QuickMenu>
  );
}
