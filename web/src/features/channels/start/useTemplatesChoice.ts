// Choosing templates and making channels of them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import { readChannel, removeChannel, useMatrix, useRefresh, useTemplates } from '../api';
import type { Template, View } from '../wire';

export interface TemplatesChoice {
  templates: readonly Template[] | undefined;
  chosen: readonly string[];
  setChosen: (chosen: readonly string[]) => void;
  used: readonly string[];
  busy: boolean;
  add: () => Promise<boolean>;
}

// What nearly every company has is ticked beforehand on an empty worksheet.
const usual = ['website', 'webshop', 'contact-centre', 'email'];

export function useTemplatesChoice(first: boolean): TemplatesChoice {
  const { t } = useTranslation('channels');
  const { data: found } = useTemplates();
  const { data: matrix } = useMatrix();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<readonly string[]>(first ? usual : []);
  const [busy, setBusy] = useState(false);
  const takeBack = async (drafts: readonly View[]) => {
    try {
      // The version counts: others joined with it while they were made.
      for (const { id } of drafts) await removeChannel(id, (await readChannel(id)).version);
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
    }
    await refresh();
  };
  const add = async () => {
    setBusy(true);
    try {
      const body = { templates: [...chosen] };
      const made = await data(api.POST('/api/v1/channels/templates', { body }));
      showToast(t('start.added', { count: made.items.length }), {
        undo: () => void takeBack(made.items),
      });
      await refresh();
      return true;
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  const used = matrix?.channels.map(({ code }) => code) ?? [];
  return { templates: found?.items, chosen, setChosen, used, busy, add };
}
