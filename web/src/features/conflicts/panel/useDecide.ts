// A decision over a conflict: shown when it is made, and to be undone for a while.
import { useTranslation } from 'react-i18next';
import type { Problem } from '~/api/problem';
import { useEdit } from '~/platform/edit';
import { conflictKey, conflictsKey, patchConflict } from '../api';
import type { Change, Conflict } from '../wire';

export function useDecide() {
  const { t } = useTranslation('conflicts');
  const edit = useEdit();
  return (conflict: Conflict, to: Change, back: Change): Promise<Problem | null> =>
    edit({
      says: t('decide.done'),
      shows: [conflictsKey, conflictKey(conflict.id), ['get', '/api/v1/conflicts/standing'], ['get', '/api/v1/conflicts/{id}/history']],
      lane: conflict.id,
      send: () => patchConflict(conflict, to),
      undo: (sent) => patchConflict(sent, back),
    });
}
