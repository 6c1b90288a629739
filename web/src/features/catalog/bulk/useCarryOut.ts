// Changes many products, and takes that back.
import { useTranslation } from 'react-i18next';
import { messageOf, problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import { useRefresh } from '../api';
import { carryOut, undoEdit, type Edit } from './api';

export function useUndoEdit() {
  const { t } = useTranslation('catalog');
  const refresh = useRefresh();
  return async (id: string) => {
    try {
      const { left } = await undoEdit(id);
      if (left.length > 0) showToast(t('leftAlone', { list: left.join(', ') }), { tone: 'bad' });
      else showToast(t('bulk.undone'));
    } catch (error) {
      showToast(messageOf(problemOf(error)) ?? '', { tone: 'bad' });
    }
    await refresh();
  };
}

// True when it was done.
export function useCarryOut() {
  const { t } = useTranslation('catalog');
  const refresh = useRefresh();
  const undo = useUndoEdit();
  return async (draft: Parameters<typeof carryOut>[0]): Promise<boolean> => {
    let edit: Edit;
    try {
      edit = await carryOut(draft);
    } catch (error) {
      showToast(messageOf(problemOf(error)) ?? '', { tone: 'bad' });
      return false;
    }
    await refresh();
    showToast(t('bulk.done', { count: edit.changes }), {
      undo: () => {
        void undo(edit.id);
      },
    });
    return true;
  };
}
