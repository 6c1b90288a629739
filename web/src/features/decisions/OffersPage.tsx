// Offers: what may be offered to customers, at which places, what was decided and why, what it brought, and what
// holds for all of it.
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Tabs } from '~/ui/control/Tabs';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import classes from './decisions.module.css';
import { DecisionPanel } from './log/DecisionPanel';
import { LogView } from './log/LogView';
import { NewOfferDialog } from './offers/NewOfferDialog';
import { OfferPanel } from './offers/OfferPanel';
import { OffersView } from './offers/OffersView';
import { NewPlacementDialog } from './placements/NewPlacementDialog';
import { PlacementPanel } from './placements/PlacementPanel';
import { PlacementsView } from './placements/PlacementsView';
import { ResultsView } from './results/ResultsView';
import { type Tab, tabs, useOffersSearch } from './search';
import { AllOff } from './settings/AllOff';
import { SettingsView } from './settings/SettingsView';

export default function OffersPage() {
  const { t } = useTranslation('decisions');
  const { search, show } = useOffersSearch();
  const may = mayDo(useMe(), managing);
  const tab = search.tab ?? 'offers';
  const phone = usePhone();
  const adds = may && (tab === 'offers' || tab === 'placements');
  const items = tabs.map((id) => ({ id, label: t(`tabs.${id}`) }));
  const choose = (next: Tab) => {
    show({ tab: next, open: undefined, saved: undefined, view: undefined, customer: undefined });
  };
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        <>
          {!phone && <Segmented label={t('title')} value={tab} items={items} onChange={choose} />}
          {adds && <AddButton tab={tab} />}
        </>
      }
    >
      <AllOff may={may} />
      <Split panel={search.open && <Opened tab={tab} id={search.open} />}>
        {phone && (
          <div className={classes.tabs}>
            <Tabs label={t('title')} value={tab} items={items} onChange={choose} />
          </div>
        )}
        {tab === 'offers' && <OffersView may={may} />}
        {tab === 'placements' && <PlacementsView may={may} />}
        {tab === 'log' && <LogView />}
        {tab === 'results' && <ResultsView may={may} />}
        {tab === 'settings' && <SettingsView may={may} />}
      </Split>
      {search.dialog === 'new' && adds && <Added tab={tab} />}
    </Page>
  );
}

function Opened({ tab, id }: { tab: Tab; id: string }) {
  if (tab === 'offers') return <OfferPanel key={id} id={id} />;
  if (tab === 'placements') return <PlacementPanel key={id} id={id} />;
  return tab === 'log' ? <DecisionPanel key={id} id={id} /> : null;
}

function Added({ tab }: { tab: Tab }) {
  const { show } = useOffersSearch();
  const close = () => {
    show({ dialog: undefined });
  };
  return tab === 'placements' ? <NewPlacementDialog onClose={close} /> : <NewOfferDialog onClose={close} />;
}

function AddButton({ tab }: { tab: Tab }) {
  const { t } = useTranslation('decisions');
  const { show } = useOffersSearch();
  const phone = usePhone();
  const label = t(tab === 'placements' ? 'placement.new' : 'create.title');
  const add = () => {
    show({ dialog: 'new' });
  };
  if (phone) {
    return (
      <IconButton look="primary" label={label} onClick={add}>
        <IconPlus aria-hidden />
      </IconButton>
    );
  }
  return (
    <Button look="primary" icon={<IconPlus aria-hidden />} onClick={add}>
      {label}
    </Button>
  );
}
