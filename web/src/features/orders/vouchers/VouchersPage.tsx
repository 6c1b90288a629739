// Vouchers: what each takes off, where and until when it holds, and how often it was used.
import { IconPlus, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { SettingsPage } from '~/platform/settings';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { useVouchers, type Voucher } from './api';
import { VoucherDialog } from './VoucherDialog';

export default function VouchersPage() {
  const { t } = useTranslation('orders');
  const vouchers = useVouchers();
  const [adding, setAdding] = useState(false);
  return (
    <SettingsPage
      title={t('vouchers.title')}
      actions={
        <Button
          look="primary"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('vouchers.add')}
        </Button>
      }
    >
      <Loaded query={vouchers}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconTicket />} title={t('vouchers.none')} text={t('vouchers.noneText')} />
          ) : (
            <VoucherTable vouchers={items} />
          )
        }
      </Loaded>
      {adding && (
        <VoucherDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </SettingsPage>
  );
}

function VoucherTable({ vouchers }: { vouchers: readonly Voucher[] }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const channels = useChannelNames();
  // It ends with its last day.
  const lastDay = (to: string) => formats.date(formats.dayOf(Date.parse(to) - 1));
  const untilOf = ({ to_moment: to }: Voucher) =>
    to ? t('vouchers.untilDay', { day: lastDay(to) }) : t('vouchers.always');
  const columns: PlainColumn<Voucher>[] = [
    {
      id: 'code',
      title: t('vouchers.code'),
      width: '34%',
      cell: ({ code, name }) => <NameCell name={code} below={name} />,
    },
    {
      id: 'off',
      title: t('vouchers.off'),
      place: 'end',
      align: 'end',
      width: '110px',
      cell: ({ amount, currency, basis_points: points }) =>
        points > 0 ? formats.percent(points / 10_000, points % 100 > 0 ? 2 : 0) : formats.money(amount, currency),
    },
    {
      id: 'where',
      title: t('vouchers.where'),
      cell: (voucher) =>
        [voucher.channel ? channels.nameOf(voucher.channel) : t('vouchers.everywhere'), untilOf(voucher)].join(' · '),
    },
    {
      id: 'used',
      title: t('vouchers.used'),
      align: 'end',
      width: '120px',
      cell: ({ uses, uses_most: most }) =>
        t('vouchers.usedOf', { uses: formats.number(uses), most: formats.number(most) }),
    },
  ];
  return <PlainTable label={t('vouchers.title')} columns={columns} rows={vouchers} rowId={({ code }) => code} />;
}
