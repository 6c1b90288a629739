// Whether this agent is there: free, busy, on a break for a reason, or away.
import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { useStore } from '~/platform/store';
import { Button } from '~/ui/control/Button';
import { Menu } from '~/ui/overlay/Menu';
import { deskKey } from '../api';
import { elsewhere } from '../deskLine';
import { duration, useClock } from '../time';
import { useAct } from '../useAct';
import type { Agent, Break, Desk, Presence } from '../wire';
import { breaks } from '../words';
import classes from './desk.module.css';

// What is said of somebody who is there but has no room.
const isBusy = ({ calls, chats, chats_most: most }: Agent) => calls > 0 || chats >= most;

export function PresenceMenu({ agent }: { agent: Agent }) {
  const { t } = useTranslation('contacts');
  const cache = useQueryClient();
  const { busy, act } = useAct();
  const away = useStore(elsewhere);
  const set = (presence: Presence, reason?: Break) =>
    void act(async () => {
      const body = { presence, ...(reason ? { reason } : {}) };
      const now = await data(api.PUT('/api/v1/contacts/presence', { body }));
      elsewhere.set(false);
      cache.setQueryData<Desk>(deskKey, (desk) => desk && { ...desk, agent: now });
    });
  const state = stateOf(agent);
  return (
    <Menu
      trigger={
        <Button busy={busy} data-presence={state} className={classes.presence ?? ''}>
          <i aria-hidden />
          <span>{agent.presence === 'on_break' ? t(`breaks.${agent.reason}`) : t(`presence.${state}`)}</span>
          {agent.presence !== 'offline' && <Since at={agent.since} />}
          {away && <span className={classes.elsewhere}>{t('presence.elsewhere')}</span>}
          <IconChevronDown aria-hidden />
        </Button>
      }
      groups={[
        {
          items: [{ id: 'online', label: t('presence.online'), onSelect: () => { set('online'); } }],
        },
        {
          label: t('presence.on_break'),
          items: breaks.map((reason) => ({
            id: reason,
            label: t(`breaks.${reason}`),
            onSelect: () => {
              set('on_break', reason);
            },
          })),
        },
        {
          items: [{ id: 'offline', label: t('presence.offline'), onSelect: () => { set('offline'); } }],
        },
      ]}
    />
  );
}

const stateOf = (agent: Agent) => (agent.presence === 'online' && isBusy(agent) ? 'busy' : agent.presence);

function Since({ at }: { at: string }) {
  return <time className={classes.counting}>{duration(useClock() - Date.parse(at))}</time>;
}
