// The five phases as five marks in a row: filled where the channel serves customers.
import { useTranslation } from 'react-i18next';
import type { Phase } from './wire';
import { phaseList, phases as allPhases } from './words';
import classes from './channels.module.css';

export function PhaseDots({ phases }: { phases: readonly Phase[] }) {
  const { t } = useTranslation('channels');
  const words = phaseList(phases, t);
  return (
    <span className={classes.phases} role="img" aria-label={words || t('none')} title={words}>
      {allPhases.map((phase) => (
        <i key={phase} className={phases.includes(phase) ? classes.phaseOn : classes.phaseOff} />
      ))}
    </span>
  );
}
