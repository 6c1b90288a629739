// Name, address and facts of a webhook, as a form asks for them.
import { useTranslation } from 'react-i18next';
import type { FormState } from '~/platform/form';
import { Choices } from '~/ui/form/Choices';
import { TextField } from '~/ui/form/TextField';
import { facts, type Fact } from './api';
import { useFactName } from './names';

export interface FactFieldsProps {
  form: FormState;
  name?: string;
  address?: string;
  chosen: readonly Fact[];
  onChosen: (chosen: readonly Fact[]) => void;
}

export function FactFields({ form, name, address, chosen, onChosen }: FactFieldsProps) {
  const { t } = useTranslation('connectors');
  const nameOf = useFactName();
  return (
    <>
      <TextField
        label={t('webhooks.name')}
        name="name"
        maxLength={120}
        defaultValue={name}
        error={form.errors['name']}
      />
      <TextField
        label={t('webhooks.address')}
        name="address"
        inputMode="url"
        defaultValue={address}
        error={form.errors['address']}
      />
      <Choices
        label={t('webhooks.facts')}
        value={chosen}
        options={facts.map((fact) => ({ value: fact, label: nameOf(fact) }))}
        onChange={(ticked) => {
          onChosen(facts.filter((fact) => ticked.includes(fact)));
        }}
        error={form.errors['facts']}
      />
    </>
  );
}
