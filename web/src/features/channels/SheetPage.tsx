// The worksheet on paper: one landscape A4 that can hang on a wall.
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Page } from '~/platform/Page';
import { Button, IconButton } from '~/ui/control/Button';
import { Dot } from '~/ui/control/Dot';
import { Skeleton } from '~/ui/feedback/State';
import { plainView } from '~/ui/grid/view';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { useChannels } from './api';
import { costTotals } from './costs';
import { usePeople } from '~/platform/people';
import { useToday } from '~/platform/useToday';
import type { Listed } from './wire';
import { phases, seriesOf } from './words';
import classes from './SheetPage.module.css';

export default function SheetPage() {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const phone = usePhone();
  const back = () => void navigate({ to: '/channels' });
  // Paper does not fill itself in later.
  const people = usePeople();
  const { data } = useChannels(plainView);
  const rows = useMemo(() => {
    const all = data?.pages.flatMap(({ items }) => items) ?? [];
    return all.filter(({ state }) => state !== 'ended');
  }, [data]);
  return (
    <Page
      title={t('sheet.title')}
      actions={
        <>
          {phone ? (
            <IconButton label={t('sheet.back')} onClick={back}>
              <IconArrowLeft aria-hidden />
            </IconButton>
          ) : (
            <Button icon={<IconArrowLeft aria-hidden />} onClick={back}>
              {t('sheet.back')}
            </Button>
          )}
          <Button
            look="primary"
            icon={<IconPrinter aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {t('sheet.print')}
          </Button>
        </>
      }
    >
      {data && people.ready ? <Sheet rows={rows} /> : <Skeleton lines={12} />}
    </Page>
  );
}

// More channels than this stand closer together on paper, so that about twenty-five share one page.
const mostAtEase = 13;

function Sheet({ rows }: { rows: readonly Listed[] }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const { data: company } = queries.useQuery('get', '/api/v1/company');
  const today = formats.date(useToday());
  const total = costTotals(rows.flatMap(({ cost_per_month: costs }) => costs));
  return (
    <article
      data-sheet="landscape"
      className={`${classes.sheet} ${rows.length > mostAtEase ? classes.dense : ''}`}
      tabIndex={0}
      aria-label={t('sheet.title')}
    >
      <header className={classes.head}>
        <h2>{t('sheet.title')}</h2>
        <span>{t('sheet.printed', { company: company?.name ?? '', day: today })}</span>
      </header>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.name')}</th>
            {phases.map((phase) => (
              <th key={phase} scope="col" className={classes.phase}>
                {t(`phases.${phase}`)}
              </th>
            ))}
            <th scope="col" className={classes.aim}>
              {t('fields.goal')}
            </th>
            <th scope="col" className={classes.owner}>
              {t('fields.owner')}
            </th>
            <th scope="col" className={classes.end}>
              {t('fields.reach')}
            </th>
            <th scope="col" className={classes.end}>
              {t('fields.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow key={row.id} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={phases.length + 4}>
              {t('sheet.total')}
            </th>
            <td className={classes.end}>
              {total
                .map(({ amount, currency }) => formats.money(amount, currency, true))
                .join(' + ')}
            </td>
          </tr>
        </tfoot>
      </table>
    </article>
  );
}

function SheetRow({ row }: { row: Listed }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const { nameOf } = usePeople();
  return (
    <tr>
      <th scope="row" dir="auto">
        <span className={classes.name}>
          <Dot series={seriesOf(row.form)} />
          {row.name}
        </span>
        <span className={classes.state}>{t(`states.${row.state}`)}</span>
      </th>
      {phases.map((phase) => (
        <td key={phase} className={classes.phase}>
          {row.phases.includes(phase) && (
            <>
              <i aria-hidden className={classes[`s${seriesOf(row.form)}`]} />
              <span className={classes.spoken}>{t(`phases.${phase}`)}</span>
            </>
          )}
        </td>
      ))}
      <td dir="auto" className={classes.aim}>
        <span className={classes.goal}>{row.goal}</span>
      </td>
      <td className={classes.owner}>{nameOf(row.owner)}</td>
      <td className={classes.end}>
        {typeof row.reach === 'number' ? formats.number(row.reach) : ''}
      </td>
      <td className={classes.end}>
        {row.cost_per_month
          .map(({ amount, currency }) => formats.money(amount, currency, true))
          .join(' + ')}
      </td>
    </tr>
  );
}
