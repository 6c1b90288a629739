// The reader's language: switches at once, and is remembered on the user.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch } from '~/api';
import { currentLanguage, setLanguage, type Language } from '~/texts';
import { setWho, useMe } from './session';

export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  useTranslation(); // draws again when the language changes
  const cache = useQueryClient();
  const me = useMe();
  const choose = (language: Language) => {
    void setLanguage(language);
    // Only a convenience: when it fails, this browser still remembers.
    data(
      api.PATCH('/api/v1/access/me', {
        params: { header: ifMatch(me.version) },
        body: { language },
      }),
    ).then(
      (changed) => {
        setWho(cache, changed);
      },
      () => undefined,
    );
  };
  return { language: currentLanguage(), choose };
}
