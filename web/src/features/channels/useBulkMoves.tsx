// Several channels live or paused at once. Those that cannot are named with the reason; the others go.
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import type { SelectionAction } from '~/ui/grid/SelectionBar';
import { moveChannel, useRefresh } from './api';
import type { Listed, View } from './wire';

type Target = 'live' | 'paused';

interface Done {
  moved: View[];
  failed: string[];
}

export function useBulkMoves(rows: readonly Listed[]) {
  const { t } = useTranslation('channels');
  const refresh = useRefresh();

  const moveAll = async (chosen: readonly Listed[], to: Target): Promise<Done> => {
    const done: Done = { moved: [], failed: [] };
    for (const { id, name, version, state } of chosen) {
      if (state === to) continue;
      try {
        done.moved.push(await moveChannel(id, version, to));
      } catch (error) {
        done.failed.push(t('moves.many.why', { name, reason: problemOf(error).message }));
      }
    }
    return done;
  };
  // There is no way back to a draft: what went live from there is paused.
  const undo = async (moved: readonly View[], to: Target) => {
    for (const { id, version } of moved)
      await moveChannel(id, version, to === 'live' ? 'paused' : 'live');
    await refresh();
  };
  const run = async (ids: readonly string[], to: Target) => {
    const { moved, failed } = await moveAll(
      rows.filter(({ id }) => ids.includes(id)),
      to,
    );
    await refresh();
    if (moved.length > 0) {
      showToast(t(`moves.many.${to}`, { count: moved.length }), {
        undo: () => void undo(moved, to),
      });
    }
    if (failed.length > 0)
      showToast(t('moves.many.failed', { list: failed.join(' ') }), { tone: 'bad' });
  };
  return (ids: readonly string[]): SelectionAction[] => [
    {
      id: 'live',
      label: t('moves.live'),
      icon: <IconPlayerPlay aria-hidden />,
      onSelect: () => void run(ids, 'live'),
    },
    {
      id: 'paused',
      label: t('moves.paused'),
      icon: <IconPlayerPause aria-hidden />,
      onSelect: () => void run(ids, 'paused'),
    },
  ];
}
