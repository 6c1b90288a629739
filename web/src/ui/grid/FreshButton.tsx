// What others changed and waits to be shown: "3 new". Nothing when nothing waits.
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../text/locale';
import classes from './Grid.module.css';
import type { SteadyRows } from './steady';

export type Waiting = Pick<SteadyRows<unknown>, 'fresh' | 'moved' | 'renew'>;

export function FreshButton({ fresh, moved, renew }: Waiting) {
  const { t } = useTranslation('ui');
  const formats = useFormats();
  if (fresh === 0 && !moved) return null;
  return (
    <button
      type="button"
      className={classes.fresh}
      onClick={() => {
        // The button goes: who came by key goes on from what it showed.
        document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
        renew();
      }}
    >
      <IconRefresh aria-hidden />
      {fresh > 0
        ? t('grid.fresh', { count: fresh, number: formats.number(fresh) })
        : t('grid.moved')}
    </button>
  );
}
