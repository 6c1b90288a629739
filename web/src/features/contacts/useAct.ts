// Does one thing with a contact, and says why not when it is refused.
import { useState } from 'react';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import { useRefresh } from './api';

export function useAct() {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const act = async <T,>(send: () => Promise<T>): Promise<T | null> => {
    if (busy) return null;
    setBusy(true);
    try {
      return await send();
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
      return null;
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return { busy, act };
}
