// What other parts of the program go by: the usual traits of its form, or its own.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { SavedChoices } from '~/platform/SavedField';
import { Section } from '~/ui/layout/Section';
import { useFieldEdit } from '../changes';
import type { Trait, View } from '../wire';
import { traits } from '../words';

export function Traits({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const { id, own_traits: own } = channel;
  const save = (to: Trait[] | null) =>
    edit({
      id,
      field: 'own_traits',
      from: own ?? null,
      to,
      words: (list) => t('ownTraits.summary', { count: list?.length ?? 0 }),
    });
  return (
    <Section
      title={t('fields.own_traits')}
      note={!own && t('ownTraits.usual', { form: t(`forms.${channel.form}`) })}
      action={
        own && (
          <Button look="quiet" onClick={() => void save(null)}>
            {t('ownTraits.reset')}
          </Button>
        )
      }
    >
      <SavedChoices
        labelHidden
        label={t('fields.own_traits')}
        value={channel.traits}
        options={traits.map((value) => ({ value, label: t(`traits.${value}`) }))}
        onSave={(to) => save(to as Trait[])}
      />
    </Section>
  );
}
