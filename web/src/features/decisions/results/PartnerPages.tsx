// What invitations on the pages of partners came to: whom they reached, by what, how those were helped who accepted, and
// what one invitation adds.
import { useTranslation } from 'react-i18next';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { usePages } from '../api';
import classes from '../decisions.module.css';
import { scaleOf } from '../Interval';
import type { PageOffer, PartnerPage } from '../wire';
import { Beside } from './Beside';
import { rangeFor, saidFor } from './measured';
import { SaidMoney } from './SaidMoney';
import { useAsked } from './useAsked';

interface Row {
  page: PartnerPage;
  offer: PageOffer;
}

const addedOf = ({ offer: { added, added_low: low, added_high: high } }: Row) => saidFor(added, low, high);

export function PartnerPages() {
  const { t } = useTranslation('decisions');
  const { from, until } = useAsked();
  const { data } = usePages({ from, until });
  const rows = (data?.pages ?? []).flatMap((page) => page.offers.map((offer) => ({ page, offer })));
  const columns = useColumns(rows, data?.currency ?? '');
  if (rows.length === 0) return null;
  return (
    <section className={classes.stack} aria-label={t('pages.title')}>
      <div className={classes.versionsHead}>
        <div>
          <h2>{t('pages.title')}</h2>
          <p className={classes.quiet}>{t('pages.note')}</p>
        </div>
      </div>
      <PlainTable
        label={t('pages.title')}
        columns={columns}
        rows={rows}
        rowId={({ page, offer }) => `${page.placement} ${offer.offer}`}
      />
    </section>
  );
}

function useColumns(rows: readonly Row[], currency: string): PlainColumn<Row>[] {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const number = (of: number) => formats.number(of, 0);
  const scale = scaleOf(rows.flatMap((row) => rangeFor(addedOf(row)) ?? []));
  return [
    {
      id: 'page',
      title: t('pages.page'),
      width: '20%',
      cell: ({ page }) => <NameCell name={page.channel_name} below={page.name} />,
    },
    {
      id: 'selection',
      title: t('pages.selection'),
      align: 'end',
      cell: ({ page, offer }) => (
        <Beside
          head={t('pages.selection')}
          what={t('pages.invited', { invited: number(offer.invited), visitors: number(page.visitors) })}
          below={t('pages.away', { number: number(page.turned_away), count: page.turned_away })}
        />
      ),
    },
    {
      id: 'channel',
      title: t('pages.channel'),
      align: 'end',
      cell: ({ offer }) => (
        <Beside
          head={t('pages.channel')}
          what={t('pages.accepted', { accepted: number(offer.accepted), shown: number(offer.shown) })}
          below={offer.name}
        />
      ),
    },
    {
      id: 'handling',
      title: t('pages.handling'),
      align: 'end',
      cell: ({ offer }) => (
        <Beside
          head={t('pages.handling')}
          what={t('pages.answered', { number: number(offer.answered), count: offer.answered })}
          below={offer.wait_s == null ? '' : t('pages.wait', { seconds: formats.number(offer.wait_s, 1) })}
        />
      ),
    },
    {
      id: 'added',
      title: t('pages.added'),
      width: '24%',
      cell: (row) => (
        <SaidMoney
          head={t('pages.added')}
          said={addedOf(row)}
          n={Math.min(row.offer.invited, row.offer.held_out)}
          scale={scale}
          currency={currency}
        />
      ),
    },
    {
      id: 'owed',
      title: t('pages.owed'),
      align: 'end',
      cell: ({ page }) => (
        <Beside
          head={t('pages.owed')}
          what={formats.money(page.owed, currency)}
          below={page.fee ? t('pages.each', { fee: formats.money(page.fee, currency) }) : ''}
        />
      ),
    },
  ];
}
