// Settings of all decisions, each saved by itself.
import { useTranslation } from 'react-i18next';
import { useSaveField } from '~/platform/record';
import { settingsRecord } from '../api';
import type { Settings } from '../wire';

export type Field = Exclude<keyof Settings, 'version'>;

export function useSaveSetting() {
  const { t } = useTranslation('decisions');
  const save = useSaveField(settingsRecord);
  return <Of extends Field>(
    field: Of,
    value: Settings[Of],
    before: Settings[Of],
    told: (value: Settings[Of]) => string,
    says?: string,
  ) => {
    const label = t(`settings.${field}`);
    return save({ field, value, before, label, says: says ?? t('changed', { field: label }), told });
  };
}
