import { useTranslation } from 'react-i18next';
import { useFieldEdit } from '../changes';
import type { View } from '../wire';
import { SavedArea } from './saved';
import { Section } from './Section';

// What does not fit elsewhere.
export function Notes({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  return (
    <Section title={t('fields.notes')}>
      <SavedArea
        labelHidden
        label={t('fields.notes')}
        value={channel.notes}
        onSave={(to, from) => edit({ id: channel.id, field: 'notes', from, to })}
      />
    </Section>
  );
}
