// The quiet line under the grid: how many, what waits to be shown, how many ticked, sums, and the keys that
// work here.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../text/locale';
import { FreshButton, type Waiting } from './FreshButton';
import classes from './Grid.module.css';

export interface GridFooterProps {
  count: string;
  waiting?: Waiting | undefined;
  selected?: number;
  summary: ReactNode;
  keys?: string;
}

export function GridFooter({ count, waiting, selected = 0, summary, keys }: GridFooterProps) {
  const { t } = useTranslation('ui');
  const formats = useFormats();
  return (
    <div className={classes.foot}>
      <span aria-live="polite" className={classes.count}>
        {count}
        {waiting && <FreshButton {...waiting} />}
      </span>
      {selected > 0 && (
        <span>{t('grid.selected', { count: selected, number: formats.number(selected) })}</span>
      )}
      {summary}
      {keys && <span className={classes.keys}>{keys}</span>}
    </div>
  );
}
