// Who is signed in, with language and colours one click away.
import { useComputedColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runAction, useAllActions } from '~/platform/actions';
import { useMe } from '~/platform/session';
import { IconButton } from '~/ui/control/Button';
import { initials } from '~/ui/text/initials';
import { QuickMenu } from './QuickMenu';
import classes from './UserBox.module.css';

export function UserBox() {
  const { t } = useTranslation();
  const me = useMe();
  const dark = useComputedColorScheme() === 'dark';
  const label = (id: string) => actions.find((action) => action.id === id)?.label() ?? '';
  const actions = useAllActions();
  return (
    <div className={classes.box}>
      <QuickMenu
        label={t('userMenu', { name: me.name })}
        items={useMenuItems()}
        className={classes.who}
      >
        <span className={classes.face} aria-hidden>
          {initials(me.name)}
        </span>
        <span className={classes.names}>
          <strong dir="auto">{me.name}</strong>
          <small>{me.roles.map((role) => t(`roles.${role}`)).join(', ')}</small>
        </span>
      </QuickMenu>
      <IconButton
        label={label('shell.language')}
        onClick={() => {
          runAction('shell.language');
        }}
      >
        <IconLanguage aria-hidden />
      </IconButton>
      <IconButton
        label={label('shell.scheme')}
        onClick={() => {
          runAction('shell.scheme');
        }}
      >
        {dark ? <IconSun aria-hidden /> : <IconMoon aria-hidden />}
      </IconButton>
    </div>
  );
}

// The same few actions for the box and for the phone.
export function useMenuItems() {
  const actions = useAllActions();
  const ids = ['go /settings/profile', 'shell.language', 'shell.scheme', 'shell.keys', 'shell.signOut'];
  return ids.flatMap((id) => {
    const action = actions.find((known) => known.id === id);
    if (!action) return [];
    const Icon = action.icon;
    return [
      {
        id,
        label: action.label(),
        icon: Icon && <Icon size={16} stroke={1.7} />,
        onSelect: action.run,
      },
    ];
  });
}
