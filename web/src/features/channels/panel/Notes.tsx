import { useTranslation } from 'react-i18next';
import { SavedText } from '~/platform/SavedField';
import { Section } from '~/ui/layout/Section';
import { useFieldEdit } from '../changes';
import type { View } from '../wire';

// What does not fit elsewhere.
export function Notes({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  return (
    <Section title={t('fields.notes')}>
      <SavedText
        lines={2}
        labelHidden
        label={t('fields.notes')}
        value={channel.notes}
        onSave={(to, from) => edit({ id: channel.id, field: 'notes', from, to })}
      />
    </Section>
  );
}
