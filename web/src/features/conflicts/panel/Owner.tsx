// Who looks after a conflict.
import { useTranslation } from 'react-i18next';
import { usePeople } from '~/platform/people';
import { SavedSelect } from '~/platform/SavedField';
import type { Conflict } from '../wire';
import { useDecide } from './useDecide';

export function Owner({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('conflicts');
  const people = usePeople();
  const decide = useDecide();
  return (
    <SavedSelect
      label={t('fields.owner')}
      value={conflict.owner ?? ''}
      options={[{ value: '', label: t('decide.nobody') }, ...people.options]}
      onSave={(owner) => decide(conflict, { owner: owner || null }, { owner: conflict.owner ?? null })}
    />
  );
}
