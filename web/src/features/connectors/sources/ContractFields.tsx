// What a source promises to send. What does not fit waits in the quarantine.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { Button, IconButton } from '~/ui/control/Button';
import { Choices } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextArea, TextField } from '~/ui/form/TextField';
import classes from '../connectors.module.css';
import type { Contract, PropertyRule, PropertyType } from '../wire';

const types: readonly PropertyType[] = ['any', 'text', 'number', 'boolean', 'list', 'object'];

export interface ContractFieldsProps {
  contract: Contract;
  errors: Readonly<Record<string, string>>;
  onContract: (contract: Contract) => void;
}

const words = (text: string) => text.split(/[\s,]+/).filter(Boolean);

export function ContractFields({ contract, errors, onContract }: ContractFieldsProps) {
  const { t } = useTranslation('connectors');
  const channels = useChannelNames();
  const { properties } = contract;
  const setProperties = (next: PropertyRule[]) => {
    onContract({ ...contract, properties: next });
  };
  const wrong = Object.entries(errors).find(([place]) => place.startsWith('contract.'))?.[1];
  return (
    <fieldset className={classes.group}>
      <legend>{t('contract.title')}</legend>
      <p className={fields.note}>{t('contract.note')}</p>
      <TextArea
        label={t('contract.kinds')}
        hint={t('contract.kindsHint')}
        rows={2}
        spellCheck={false}
        defaultValue={contract.kinds.join(' ')}
        error={wrong}
        onChange={(event) => {
          onContract({ ...contract, kinds: words(event.target.value) });
        }}
      />
      {channels.list.length > 0 && (
        <Choices
          label={t('contract.channels')}
          hint={t('contract.channelsHint')}
          options={channels.list.map(({ code, name }) => ({ value: code, label: name }))}
          value={contract.channels}
          onChange={(chosen) => {
            onContract({ ...contract, channels: chosen });
          }}
        />
      )}
      {properties.map((rule, at) => (
        <PropertyFields
          // Rules have no name; they are changed where they stand.
          key={`${at} of ${properties.length}`}
          rule={rule}
          onRule={(next) => {
            setProperties(properties.map((one, index) => (index === at ? next : one)));
          }}
          onRemove={() => {
            setProperties(properties.filter((_, index) => index !== at));
          }}
        />
      ))}
      <div>
        <Button
          look="dashed"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            setProperties([...properties, { kind: '', name: '', type: 'any' }]);
          }}
        >
          {t('contract.addProperty')}
        </Button>
      </div>
    </fieldset>
  );
}

interface PropertyFieldsProps {
  rule: PropertyRule;
  onRule: (rule: PropertyRule) => void;
  onRemove: () => void;
}

function PropertyFields({ rule, onRule, onRemove }: PropertyFieldsProps) {
  const { t } = useTranslation('connectors');
  return (
    <div className={classes.property}>
      <TextField
        label={t('contract.property')}
        value={rule.name}
        onChange={(event) => {
          onRule({ ...rule, name: event.target.value });
        }}
      />
      <TextField
        label={t('contract.ofKind')}
        optional
        value={rule.kind}
        onChange={(event) => {
          onRule({ ...rule, kind: event.target.value });
        }}
      />
      <Select
        label={t('contract.type')}
        value={rule.type}
        options={types.map((id) => ({ value: id, label: t(`types.${id}`) }))}
        onChange={(type) => {
          onRule({ ...rule, type: type as PropertyType });
        }}
      />
      <IconButton label={t('contract.removeProperty')} onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
    </div>
  );
}
