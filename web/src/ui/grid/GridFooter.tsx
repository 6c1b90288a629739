// The quiet line under the grid: how many, how many ticked, sums, and the keys that work here.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../text/locale';
import classes from './Grid.module.css';

export interface GridFooterProps {
  count: string;
  selected: number;
  summary: ReactNode;
  editable: boolean;
}

export function GridFooter({ count, selected, summary, editable }: GridFooterProps) {
  const { t } = useTranslation('ui');
  const formats = useFormats();
  return (
    <div className={classes.foot}>
      <span aria-live="polite">{count}</span>
      {selected > 0 && (
        <span>{t('grid.selected', { count: selected, number: formats.number(selected) })}</span>
      )}
      {summary}
      <span className={classes.keys}>{editable ? t('grid.keysEditable') : t('grid.keys')}</span>
    </div>
  );
}
