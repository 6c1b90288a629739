// The switch matrix: after a step on the channel of a row, where the next one was.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import page from '~/platform/scope/scope.module.css';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type Asked, type Switch, useSwitches } from './api';
import { fewest, useShare } from './useShare';
import { weightOf } from './weight';
import classes from './journeys.module.css';

export function SwitchCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation('journeys');
  return (
    <Card title={t('switches.title')} note={t('switches.note')}>
      <Answered query={useSwitches(asked)}>{({ switches }) => <Matrix switches={switches} />}</Answered>
    </Card>
  );
}

function Matrix({ switches }: { switches: readonly Switch[] }) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const shareOf = useShare();
  const names = useChannelNames();
  const weight = new Map<string, number>();
  for (const { from, to, times } of switches) {
    weight.set(from, (weight.get(from) ?? 0) + times);
    weight.set(to, (weight.get(to) ?? 0) + times);
  }
  const channels = [...weight.keys()].toSorted((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
  const cell = new Map(switches.map((one) => [`${one.from} ${one.to}`, one]));
  const outOf = (from: string) =>
    switches.filter((one) => one.from === from).reduce((sum, { times }) => sum + times, 0);
  if (channels.length === 0) return <p className={classes.nothing}>{t('switches.none')}</p>;
  return (
    <div className={page.wide} tabIndex={0} role="region" aria-label={t('switches.title')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('switches.corner')}</th>
            {channels.map((to) => (
              <th key={to} scope="col" dir="auto">
                {names.nameOf(to)}
              </th>
            ))}
            <th scope="col">{t('switches.n')}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map((from) => {
            const all = outOf(from);
            return (
              <tr key={from}>
                <th scope="row" dir="auto">
                  {names.nameOf(from)}
                </th>
                {channels.map((to) => {
                  const one = cell.get(`${from} ${to}`);
                  return (
                    <td
                      key={to}
                      title={one ? `${formats.number(one.times)}: ${shareOf(one, all)}` : undefined}
                      style={weightOf(one?.share ?? 0)}
                    >
                      {one ? (all < fewest ? formats.number(one.times) : formats.percent(one.share)) : ''}
                    </td>
                  );
                })}
                <td className={classes.sum}>{formats.number(all)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
