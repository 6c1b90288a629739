// Per team what its people did with the contacts that offers brought, and what an hour more of one of them is worth.
import { useTranslation } from 'react-i18next';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../decisions.module.css';
import { scaleOf } from '../Interval';
import type { Results, TeamHour } from '../wire';
import { Beside } from './Beside';
import { rangeFor, saidFor } from './measured';
import { SaidMoney } from './SaidMoney';

const worthOf = ({ worth, worth_low: low, worth_high: high }: TeamHour) => saidFor(worth, low, high);
const addedOf = ({ added, added_low: low, added_high: high }: TeamHour) => saidFor(added, low, high);
const leastOf = ({ decisions, held_out: heldOut }: TeamHour) => Math.min(decisions, heldOut);

export function TeamHours({ results }: { results: Results }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const columns = useColumns(results);
  if (results.teams.length === 0) return null;
  return (
    <section className={classes.stack} aria-label={t('hours.title')}>
      <div className={classes.versionsHead}>
        <div>
          <h2>{t('hours.title')}</h2>
          <p className={classes.quiet}>
            {t('hours.note', { cost: formats.money(results.hour_cost, results.currency) })}
          </p>
        </div>
      </div>
      <PlainTable
        label={t('hours.title')}
        columns={columns}
        rows={results.teams}
        rowId={({ team }) => team}
      />
    </section>
  );
}

function useColumns({ teams, currency }: Results): PlainColumn<TeamHour>[] {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const worths = scaleOf(teams.flatMap((team) => rangeFor(worthOf(team)) ?? []));
  const addeds = scaleOf(teams.flatMap((team) => rangeFor(addedOf(team)) ?? []));
  const number = (of: number) => formats.number(of, 0);
  return [
    {
      id: 'team',
      title: t('fields.team'),
      width: '18%',
      cell: ({ name }) => <NameCell name={name} />,
    },
    {
      id: 'worth',
      title: t('hours.worth'),
      width: '26%',
      cell: (team) => (
        <SaidMoney
          head={t('hours.worth')}
          said={worthOf(team)}
          n={leastOf(team)}
          scale={worths}
          currency={currency}
        />
      ),
    },
    {
      id: 'added',
      title: t('hours.added'),
      width: '26%',
      cell: (team) => (
        <SaidMoney
          head={t('hours.added')}
          said={addedOf(team)}
          n={leastOf(team)}
          scale={addeds}
          currency={currency}
        />
      ),
    },
    {
      id: 'minutes',
      title: t('hours.used'),
      align: 'end',
      cell: (team) => (
        <Beside
          head={t('hours.used')}
          what={t('results.minutes', {
            count: Math.round(team.contact_minutes),
            number: number(team.contact_minutes),
          })}
          below={t('hours.contacts', { count: team.contacts, number: number(team.contacts) })}
        />
      ),
    },
    {
      id: 'away',
      title: t('hours.away'),
      align: 'end',
      cell: (team) => (
        <Beside
          head={t('hours.away')}
          what={number(team.turned_away)}
          below={t('hours.ofVisitors', { count: team.visitors, number: number(team.visitors) })}
        />
      ),
    },
  ];
}
