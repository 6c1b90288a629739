// Going live, pausing and ending. What is missing to go live is said in the panel itself.
import {
  IconDots,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { useEdit } from '~/platform/edit';
import { Button, IconButton } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Confirm } from '~/ui/overlay/Dialog';
import { Menu } from '~/ui/overlay/Menu';
import {
  channelsKey,
  moveChannel,
  oneKey,
  readChannel,
  removeChannel,
  useRefresh,
  useShowAtOnce,
} from '../api';
import { useChannelsSearch } from '../search';
import { goToField } from './goToField';
import type { State, View } from '../wire';

const icons = {
  draft: IconPlayerPlay,
  live: IconPlayerPlay,
  paused: IconPlayerPause,
  ended: IconPlayerStop,
};

function useMove(channel: View) {
  const { t } = useTranslation('channels');
  const edit = useEdit();
  const showAtOnce = useShowAtOnce();
  const { id, name, state: from } = channel;
  const go = async (state: State) => moveChannel(id, (await readChannel(id)).version, state);
  return (to: Exclude<State, 'draft'>) => {
    // There is no way back to a draft, nor straight from live to what was ended.
    const back = from === 'draft' ? 'paused' : from;
    return edit({
      says: t(`moves.done.${to}`, { name }),
      shows: [channelsKey, oneKey(id)],
      lane: id,
      optimistic: () => {
        showAtOnce(id, { state: to });
      },
      send: () => go(to),
      ...(to === 'ended' && back === 'live'
        ? { undo: () => go('paused').then(() => go('live')) }
        : { undo: () => go(back) }),
    });
  };
}

export function MoveActions({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const move = useMove(channel);
  const [ending, setEnding] = useState(false);
  const moves = channel.moves.filter((state) => state !== 'draft');
  const lacking = channel.missing.map((need) => t(`needs.${need}`)).join(', ');
  return (
    <>
      {moves.map((to) => {
        const Icon = icons[to];
        // What is missing comes first: the button leads there.
        const need = to === 'live' ? channel.missing[0] : undefined;
        return (
          <Button
            key={to}
            look={need ? 'normal' : to === 'live' ? 'primary' : to === 'ended' ? 'quiet' : 'normal'}
            icon={<Icon aria-hidden />}
            title={need && t('missing.lacks', { list: lacking })}
            onClick={() => {
              if (need) goToField(need);
              else if (to === 'ended') setEnding(true);
              else void move(to);
            }}
          >
            {labelOf(channel.state, to, t)}
          </Button>
        );
      })}
      <Confirm
        open={ending}
        danger
        title={t('moves.endTitle', { name: channel.name })}
        text={t('moves.endText')}
        action={t('moves.ended')}
        onConfirm={() => {
          setEnding(false);
          void move('ended');
        }}
        onClose={() => {
          setEnding(false);
        }}
      />
    </>
  );
}

type Words = ReturnType<typeof useTranslation<'channels'>>['t'];

function labelOf(from: State, to: Exclude<State, 'draft'>, t: Words): string {
  if (from === 'paused' && to === 'live') return t('moves.resume');
  return from === 'ended' ? t('moves.back') : t(`moves.${to}`);
}

// Only a draft can be removed: what has been live keeps its history.
export function MoveMenu({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const { show } = useChannelsSearch();
  const refresh = useRefresh();
  const [removing, setRemoving] = useState(false);
  if (channel.state !== 'draft') return null;
  const remove = async () => {
    setRemoving(false);
    try {
      await removeChannel(channel.id, channel.version);
      show({ open: undefined }, true);
      showToast(t('moves.removed', { name: channel.name }));
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
    }
    await refresh();
  };
  const item = {
    id: 'remove',
    label: t('moves.remove'),
    icon: <IconTrash aria-hidden />,
    danger: true,
    onSelect: () => {
      setRemoving(true);
    },
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('more')}>
            <IconDots aria-hidden />
          </IconButton>
        }
        groups={[{ items: [item] }]}
      />
      <Confirm
        open={removing}
        danger
        title={t('moves.removeTitle', { name: channel.name })}
        text={t('moves.removeText')}
        action={t('moves.remove')}
        onConfirm={() => void remove()}
        onClose={() => {
          setRemoving(false);
        }}
      />
    </>
  );
}
