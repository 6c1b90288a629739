// For how many customers a rule holds, asked again a moment after each change.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { problemOf } from '~/api/problem';
import { Notice } from '~/ui/feedback/Notice';
import { useSettled } from '~/ui/form/useSettled';
import { useFormats } from '~/ui/text/locale';
import type { Rule } from './rules';

export function LiveCount({ rule }: { rule: Rule }) {
  const { t } = useTranslation('segments');
  const formats = useFormats();
  const asked = JSON.stringify(rule);
  const settled = useSettled(asked);
  const { data: size, error } = useQuery({
    queryKey: ['count of a rule', settled],
    queryFn: ({ signal }) =>
      data(
        api.POST('/api/v1/segments/count', {
          body: { rule: JSON.parse(settled) as Rule },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (error) {
    const { message, fields } = problemOf(error);
    return <Notice tone="bad">{fields[0]?.message ?? message}</Notice>;
  }
  if (!size) return null;
  return (
    <Notice tone="good">
      {t('count', {
        count: size.members,
        members: formats.number(size.members),
        all: formats.number(size.customers),
      })}
    </Notice>
  );
}
