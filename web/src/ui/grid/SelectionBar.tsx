// What can be done with the ticked rows, floating over the grid.
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../text/locale';
import classes from './Grid.module.css';

export interface SelectionAction {
  id: string;
  label: string;
  icon: ReactNode;
  onSelect: () => void;
}

export interface SelectionBarProps {
  count: number;
  actions: readonly SelectionAction[];
  onClear: () => void;
}

export function SelectionBar({ count, actions, onClear }: SelectionBarProps) {
  const { t } = useTranslation('ui');
  const formats = useFormats();
  return (
    <div className={classes.selection} role="toolbar" aria-label={t('grid.selectionBar')}>
      <strong>{t('grid.selected', { count, number: formats.number(count) })}</strong>
      {actions.map((action) => (
        <button key={action.id} type="button" onClick={action.onSelect}>
          {action.icon}
          {action.label}
        </button>
      ))}
      <button type="button" aria-label={t('grid.clearSelection')} onClick={onClear}>
        <IconX aria-hidden />
      </button>
    </div>
  );
}
