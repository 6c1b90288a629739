import { IconSearch, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { runAction } from '~/platform/actions';
import type { MenuItem } from '~/platform/feature';
import { shownKeys } from '~/platform/keys';
import { useSample } from '~/platform/sample';
import { useMe } from '~/platform/session';
import { Kbd } from '~/ui/control/Kbd';
import { areasFor } from '../areas';
import classes from './Sidebar.module.css';
import { UserBox } from './UserBox';

export function Sidebar() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className={classes.sidebar}>
      <Brand />
      <button
        type="button"
        className={classes.find}
        onClick={() => {
          runAction('shell.palette');
        }}
      >
        <IconSearch size={17} stroke={1.7} aria-hidden />
        <span>{t('find')}</span>
        <Kbd>{shownKeys('mod+k').join(' ')}</Kbd>
      </button>
      <nav className={classes.menu} aria-label={t('menu')}>
        {areasFor(me).map(({ area, label, items }) => (
          <section key={area} aria-label={label}>
            <h2 className={classes.area}>{label}</h2>
            {items.map((item) => (
              <Item key={item.to} {...item} />
            ))}
          </section>
        ))}
      </nav>
      <nav className={classes.below} aria-label={t('settings')}>
        <Item to="/settings" label={() => t('settings')} icon={IconSettings} />
      </nav>
      <UserBox />
    </div>
  );
}

function Item({ to, label, icon: Icon }: MenuItem) {
  return (
    <Link to={to} className={classes.item}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span>{label()}</span>
    </Link>
  );
}

function Brand() {
  const { t } = useTranslation();
  const { data: company } = queries.useQuery('get', '/api/v1/company');
  const sample = useSample().state !== null;
  return (
    <Link to="/" className={classes.brand}>
      <img src="/sluis.svg" alt="" width="26" height="26" />
      <span className={classes.names}>
        <strong dir="auto">{company?.name || t('name')}</strong>
        <small>{sample ? t('sample') : company?.name ? t('name') : t('tagline')}</small>
      </span>
    </Link>
  );
}
