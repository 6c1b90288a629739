// Changes who is whom, says so, and offers to take it back exactly.
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import { undo, useRefresh } from './api';

export function useWhoIsWho() {
  const { t } = useTranslation('customers');
  const refresh = useRefresh();
  const complain = (error: unknown) => {
    showToast(problemOf(error).message, { tone: 'bad' });
  };
  const takeBack = (operation: string) => {
    undo(operation)
      .then(() => {
        showToast(t('operations.wasUndone'));
      })
      .catch(complain)
      .finally(() => void refresh());
  };
  return (work: () => Promise<{ operation: string }>, says: string) =>
    work()
      .then(({ operation }) => {
        showToast(says, {
          undo: () => {
            takeBack(operation);
          },
        });
      })
      .catch(complain)
      .finally(() => void refresh());
}
