// What was bought and is to come: when, where, how much of it is there by now, and how much is promised already.
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { managing, mayDo, useMe } from '~/platform/session';
import { useNow } from '~/platform/useNow';
import { VariantSku } from '~/platform/VariantSku';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { Segmented } from '~/ui/control/Segmented';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { useLocations } from '../api';
import { moving } from '../roles';
import { incomingStates, useStockSearch } from '../search';
import classes from '../stock.module.css';
import { ArrivalDialog } from './ArrivalDialog';
import { BackOrderDialog } from './BackOrderDialog';
import { useIncoming } from './api';
import { IncomingDialog } from './IncomingDialog';
import { isLate, toCome, toPromise } from './pieces';
import type { Incoming } from '../wire';

export function IncomingView() {
  const { t } = useTranslation('stock');
  const { search, show } = useStockSearch();
  const state = search.incoming ?? 'expected';
  const query = useIncoming(state, 50);
  const may = mayDo(useMe(), managing);
  const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = all.find(({ id }) => id === search.delivery);
  const close = () => {
    show({ delivery: undefined, arrives: undefined, promises: undefined });
  };
  return (
    <>
      <div className={classes.head}>
        <p className={classes.quiet}>{t('incoming.note')}</p>
        {may && <AddButton />}
      </div>
      <div>
        <Segmented
          label={t('incoming.which')}
          value={state}
          items={incomingStates.map((id) => ({ id, label: t(`incoming.states.${id}`) }))}
          onChange={(next) => {
            show({ incoming: next }, true);
          }}
        />
      </div>
      <Loaded query={query} lines={4}>
        {() =>
          all.length > 0 ? (
            <Lines all={all} />
          ) : (
            <EmptyState
              icon={<IconTruckDelivery />}
              title={t(`incoming.none.${state}`)}
              text={t('incoming.noneText')}
            />
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </div>
      )}
      {may && search.delivery === 'new' && <IncomingDialog now={undefined} onClose={close} />}
      {may && chosen && !search.arrives && !search.promises && <IncomingDialog key={chosen.id} now={chosen} onClose={close} />}
      {chosen && search.promises && <BackOrderDialog key={chosen.id} of={chosen} onClose={close} />}
      {chosen && search.arrives && <ArrivalDialog key={chosen.id} of={chosen} onClose={close} />}
    </>
  );
}

function AddButton() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  return (
    <Button
      icon={<IconPlus aria-hidden />}
      onClick={() => {
        show({ delivery: 'new' });
      }}
    >
      {t('incoming.add')}
    </Button>
  );
}

function Lines({ all }: { all: readonly Incoming[] }) {
  const { t } = useTranslation('stock');
  return (
    <Card>
      <ul className={classes.moves} aria-label={t('tabs.incoming')}>
        {all.map((one) => (
          <li key={one.id}>
            <OneDelivery one={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const hourMs = 3_600_000;

function OneDelivery({ one }: { one: Incoming }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const { show } = useStockSearch();
  const now = useNow(hourMs);
  const me = useMe();
  const locations = useLocations().data?.items;
  const place = locations?.find(({ id }) => id === one.location)?.name ?? '…';
  const open = one.state === 'expected';
  const day = formats.date(formats.dayOf(one.expected));
  return (
    <>
      <span className={classes.move}>
        <strong>
          <button
            type="button"
            className={classes.named}
            onClick={() => {
              show({ open: one.variant });
            }}
          >
            <VariantSku id={one.variant} />
          </button>{' '}
          {isLate(one, now) && <Tag tone="warn">{t('incoming.late')}</Tag>}
        </strong>
        <small dir="auto">
          {[
            place,
            open ? t('incoming.expected', { day }) : t('incoming.closed'),
            one.reference,
            one.promised > 0 && t('incoming.promised', { count: one.promised, number: formats.number(one.promised) }),
            one.kept > 0 && open && t('incoming.kept', { count: one.kept, number: formats.number(one.kept) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <span className={classes.when}>
        <b>{formats.number(open ? toCome(one) : one.received)}</b>
        <small>{t('incoming.received', { number: formats.number(one.received), of: formats.number(one.quantity) })}</small>
      </span>
      {open && (
        <span className={classes.acts}>
          {mayDo(me, moving) && (
            <Button
              onClick={() => {
                show({ delivery: one.id, arrives: true });
              }}
            >
              {t('incoming.arrive.action')}
            </Button>
          )}
          {mayDo(me, moving) && toPromise(one) > 0 && (
            <Button
              look="quiet"
              onClick={() => {
                show({ delivery: one.id, promises: true });
              }}
            >
              {t('incoming.promise.action')}
            </Button>
          )}
          {mayDo(me, managing) && (
            <Button
              look="quiet"
              onClick={() => {
                show({ delivery: one.id });
              }}
            >
              {t('incoming.change')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
