// What a period is called everywhere: the last 30 days, this month.
import { useTranslation } from 'react-i18next';
import type { Preset } from './period';

export function usePresetName(): (preset: Preset) => string {
  const { t } = useTranslation('platform');
  return (preset) => t(`periods.${preset}`);
}
