// An amount as far as it can be said: with its range, only its range, or not yet.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import classes from '../decisions.module.css';
import { Interval, type Scale } from '../Interval';
import { rangeFor, type Said, toldFrom } from './measured';

interface SaidMoneyProps {
  // Heads it on a phone, where there are no columns.
  head?: string;
  said: Said;
  // How many it rests on, of the side that has fewer.
  n: number;
  scale: Scale;
  currency: string;
}

export function SaidMoney({ head, ...amount }: SaidMoneyProps) {
  return (
    <>
      {head && <small className={classes.phoneHead}>{head}</small>}
      <Amount {...amount} />
    </>
  );
}

function Amount({ said, n, scale, currency }: SaidMoneyProps) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const range = rangeFor(said);
  const money = (amount: number) => formats.money(amount.toFixed(2), currency);
  if (said.kind === 'unknown' || !range) {
    return <span className={classes.quiet}>{t('results.unknown')}</span>;
  }
  const between = t('results.between', { low: money(said.low), high: money(said.high) });
  return (
    <span className={classes.added}>
      {said.kind === 'figure' ? (
        <>
          <b>{money(said.value)}</b>{' '}
          <small>
            {between} {t('results.n', { n: formats.number(n) })}
          </small>
        </>
      ) : (
        <small>
          {between} {t('results.few', { n: formats.number(n), least: formats.number(toldFrom) })}
        </small>
      )}
      <Interval range={range} scale={scale} />
    </span>
  );
}
