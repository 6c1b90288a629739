// Stock: what lies where, moved, is promised, is to come and is believed elsewhere, and the locations; with the open
// variant beside them.
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { managing, mayDo, reading, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Tabs } from '~/ui/control/Tabs';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { ActDialog } from './ActDialog';
import { AlertsView } from './alerts/AlertsView';
import { DriftView } from './drift/DriftView';
import { IncomingView } from './incoming/IncomingView';
import { LocationDialog } from './locations/LocationDialog';
import { LocationsView } from './locations/LocationsView';
import { MatrixView } from './matrix/MatrixView';
import { MovementsView } from './MovementsView';
import { VariantPanel } from './panel/VariantPanel';
import { ReservationsView } from './ReservationsView';
import { moving } from './roles';
import { type Tab, tabs, useStockSearch } from './search';
import classes from './stock.module.css';

// Those that tell of money.
const figuresOf: readonly Tab[] = ['alerts', 'drift'];

export default function StockPage() {
  const { t } = useTranslation('stock');
  const { search, show } = useStockSearch();
  const me = useMe();
  const tab = search.tab ?? 'levels';
  const phone = usePhone();
  const shown = tabs.filter((id) => !figuresOf.includes(id) || mayDo(me, reading));
  const items = shown.map((id) => ({ id, label: t(`tabs.${id}`) }));
  const choose = (next: Tab) => {
    show({ tab: next, open: undefined });
  };
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        <>
          {!phone && <Segmented label={t('title')} value={tab} items={items} onChange={choose} />}
          {mayDo(me, moving) && <ReceiveButton />}
        </>
      }
    >
      <Split panel={search.open && <VariantPanel key={search.open} id={search.open} />}>
        {phone && (
          <div className={classes.tabs}>
            <Tabs label={t('title')} value={tab} items={items} onChange={choose} />
          </div>
        )}
        <div
          className={tab === 'levels' ? classes.fills : classes.page}
          role="region"
          aria-label={t(`tabs.${tab}`)}
        >
          {tab === 'levels' && <MatrixView />}
          {tab === 'movements' && <MovementsView />}
          {tab === 'reservations' && <ReservationsView />}
          {tab === 'incoming' && <IncomingView />}
          {tab === 'alerts' && <AlertsView />}
          {tab === 'drift' && <DriftView />}
          {tab === 'locations' && <LocationsView />}
        </div>
      </Split>
      {search.act && mayDo(me, moving) && (
        <ActDialog
          act={search.act}
          variant={search.open}
          onClose={() => {
            show({ act: undefined });
          }}
        />
      )}
      {search.location && mayDo(me, managing) && (
        <LocationDialog
          id={search.location}
          onClose={() => {
            show({ location: undefined });
          }}
        />
      )}
    </Page>
  );
}

function ReceiveButton() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  const phone = usePhone();
  const receive = () => {
    show({ act: 'received' });
  };
  if (phone) {
    return (
      <IconButton look="primary" label={t('acts.received.title')} onClick={receive}>
        <IconPlus aria-hidden />
      </IconButton>
    );
  }
  return (
    <Button look="primary" icon={<IconPlus aria-hidden />} onClick={receive}>
      {t('acts.received.title')}
    </Button>
  );
}
