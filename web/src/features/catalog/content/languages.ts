// The official languages of the European Union, by the names that whoever looks knows them by.
import { useMemo } from 'react';
import type { Option } from '~/ui/form/Select';
import { useLocale } from '~/ui/text/locale';

const codes =
  'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');

export function useLanguages(): { options: readonly Option[]; nameOf: (code: string) => string } {
  const { language } = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    const nameOf = (code: string) => names.of(code) ?? code;
    const options = codes
      .map((value) => ({ value, label: nameOf(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
    return { options, nameOf };
  }, [language]);
}
