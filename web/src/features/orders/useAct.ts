// Does one thing with an order, and says that it was done or why not.
import { useState } from 'react';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import { useRefresh } from './api';

export function useAct() {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const act = async (send: () => Promise<unknown>, says: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      await send();
      showToast(says);
      return true;
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
      return false;
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return { busy, act };
}
