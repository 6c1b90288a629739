// What of the screen stands in the URL: the questionnaire, its wave, what is shown of it, and the dialog that is open.
import { useNavigate, useSearch } from '@tanstack/react-router';

export const tabs = ['gap', 'trend', 'people', 'panel'] as const;
export type Tab = (typeof tabs)[number];
const dialogs = ['new', 'invite', 'settings'] as const;
export type OpenDialog = (typeof dialogs)[number];

export interface VoiceSearch {
  of?: string; // the code of a questionnaire
  wave?: number;
  tab?: Tab;
  dialog?: OpenDialog;
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);

export function readSearch({ of, wave, tab, dialog }: Record<string, unknown>): VoiceSearch {
  const shown = oneOf(tabs, tab);
  const open = oneOf(dialogs, dialog);
  return {
    ...(typeof of === 'string' ? { of } : {}),
    ...(typeof wave === 'number' ? { wave } : {}),
    ...(shown ? { tab: shown } : {}),
    ...(open ? { dialog: open } : {}),
  };
}

export function useVoiceSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (change: { [Key in keyof VoiceSearch]?: VoiceSearch[Key] | undefined }) =>
      void navigate({
        to: '/voice',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      }),
  };
}
