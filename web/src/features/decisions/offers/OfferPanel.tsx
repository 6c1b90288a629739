// One offer beside the list: how a visitor sees it, for whom, where, by whom, within which limits, and who would
// get it now. Each field saves itself.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { managing, mayDo, useMe } from '~/platform/session';
import { TrailSection } from '~/platform/TrailSection';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useOfferHistory, useOffers } from '../api';
import { useSaveOffer } from '../changes';
import classes from '../decisions.module.css';
import { useOffersSearch } from '../search';
import { Audience } from './Audience';
import type { Row } from './columns';
import { Limits } from './Limits';
import { Places } from './Places';
import { Staffing } from './Staffing';
import { tones } from './state';
import { useOfferList, useOfferRows } from './useOfferList';
import { VisitorSees } from './VisitorSees';
import { WhoNow } from './WhoNow';

export function OfferPanel({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  const { show } = useOffersSearch();
  const query = useOffers();
  const offer = useOfferRows()?.find((one) => one.id === id);
  const ids = useOfferList().source.rows.map((row) => row.id);
  const may = mayDo(useMe(), managing);
  return (
    <SidePanel
      title={offer?.name ?? t('offer')}
      sub={offer && <Sub offer={offer} />}
      actions={offer && may && <OnOff offer={offer} />}
      onClose={() => {
        show({ open: undefined });
      }}
      {...neighbours(ids, id, (open) => {
        show({ open });
      })}
    >
      <Loaded query={query} lines={10}>
        {() =>
          offer ? (
            <Body offer={offer} may={may} />
          ) : (
            <EmptyState title={t('unknown')} text={t('unknownText')} />
          )
        }
      </Loaded>
    </SidePanel>
  );
}

function Sub({ offer: { state, act } }: { offer: Row }) {
  const { t } = useTranslation('decisions');
  return (
    <>
      <Tag tone={tones[state]} dot={state === 'running'}>
        {t(`states.${state}`)}
      </Tag>
      <span>{t(`acts.${act}`)}</span>
    </>
  );
}

function OnOff({ offer: { id, name, active } }: { offer: Row }) {
  const { t } = useTranslation('decisions');
  const save = useSaveOffer();
  const told = (on: boolean) => t(on ? 'on' : 'off');
  const part = {
    label: t('fields.active'),
    of: (now: { active: boolean }) => now.active,
    put: (on: boolean) => ({ active: on }),
    told,
    says: t(active ? 'wasSwitchedOff' : 'wasSwitchedOn', { name }),
  };
  return (
    <Button onClick={() => void save(id, part, !active, active)}>
      {t(active ? 'switchOff' : 'switchOn')}
    </Button>
  );
}

// Who may not change anything sees the same, but cannot.
function Body({ offer, may }: { offer: Row; may: boolean }) {
  return (
    <>
      <fieldset className={classes.plain} disabled={!may}>
        <VisitorSees offer={offer} />
        <Audience offer={offer} />
        <Places offer={offer} />
        <Staffing offer={offer} />
        <Limits offer={offer} />
      </fieldset>
      <WhoNow offer={offer} />
      <History id={offer.id} />
    </>
  );
}

const told = [
  'name',
  'texts',
  'team',
  'cost',
  'wait_most_s',
  'cap_times',
  'cap_days',
  'from',
  'until',
  'segments',
  'phases',
  'discount_basis_points',
  'active',
] as const;

function History({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  return (
    <TrailSection query={useOfferHistory(id)} fields={told} nameOf={(field) => t(`history.${field}`)} />
  );
}
