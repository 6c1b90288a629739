// Pieces promised to somebody: for what, until when; hand them over, or give them back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { problemOf } from '~/api/problem';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import type { PagedQuery } from '~/platform/gridList';
import { Loaded } from '~/platform/Loaded';
import { mayDo, serving, useMe } from '~/platform/session';
import { VariantSku } from '~/platform/VariantSku';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { showToast } from '~/ui/feedback/toasts';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { fulfil, release, useLocations, useRefresh } from './api';
import classes from './stock.module.css';
import type { Reservation } from './wire';
import { stateTones } from './words';

export interface ReservationLinesProps {
  query: PagedQuery<Page<Reservation>>;
  // Names the variant, where there are several.
  named?: boolean;
}

type Asked = { what: 'release' | 'fulfil'; of: Reservation };

export function ReservationLines({ query, named = false }: ReservationLinesProps) {
  const { t } = useTranslation('stock');
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const reservations = pages.flatMap(({ items }) => items);
          if (reservations.length === 0) return <p className={classes.quiet}>{t('noReservations')}</p>;
          return (
            <ul className={classes.moves}>
              {reservations.map((one) => (
                <li key={one.id}>
                  <OneReservation one={one} named={named} onAsk={setAsked} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </div>
      )}
      {asked && (
        <Ending
          {...asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

interface OneProps {
  one: Reservation;
  named: boolean;
  onAsk: (asked: Asked) => void;
}

function OneReservation({ one, named, onAsk }: OneProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const channels = useChannelNames();
  const locations = useLocations().data?.items;
  const me = useMe();
  const may = one.state === 'held' && mayDo(me, [...serving, 'store']);
  const place = locations?.find(({ id }) => id === one.location)?.name ?? '…';
  const until = one.expires && one.state === 'held' && t('until', { moment: formats.dateTime(one.expires) });
  const counts = [
    one.fulfilled > 0 && t('reservation.fulfilled', { count: one.fulfilled }),
    one.broken > 0 && t('reservation.broken', { count: one.broken }),
  ];
  return (
    <>
      <span className={classes.move}>
        <strong>
          {named && <VariantSku id={one.variant} />} {t(`purposes.${one.purpose}`)}{' '}
          {one.state !== 'held' && <Tag tone={stateTones[one.state]}>{t(`states.${one.state}`)}</Tag>}
        </strong>
        <small dir="auto">
          {[place, one.reference, until, ...counts].filter(Boolean).join(' · ')}{' '}
          {one.channel && <ChannelName id={one.channel} channels={channels} />}
        </small>
      </span>
      <span className={classes.when}>
        <b>{formats.number(one.quantity)}</b>
        <small>{formats.dateTime(one.created)}</small>
      </span>
      {may && (
        <span className={classes.acts}>
          {(['fulfil', 'release'] as const).map((what) => (
            <Button
              key={what}
              onClick={() => {
                onAsk({ what, of: one });
              }}
            >
              {t(`reservation.${what}.action`)}
            </Button>
          ))}
        </span>
      )}
    </>
  );
}

function Ending({ what, of, onClose }: Asked & { onClose: () => void }) {
  const { t } = useTranslation('stock');
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const end = () => {
    setBusy(true);
    (what === 'fulfil' ? fulfil(of.id) : release(of.id))
      .then(() => {
        showToast(t(`reservation.${what}.done`, { count: of.quantity }));
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        void refresh();
        onClose();
      });
  };
  return (
    <Confirm
      open
      title={t(`reservation.${what}.title`)}
      text={t(`reservation.${what}.text`, { count: of.quantity })}
      action={t(`reservation.${what}.action`)}
      busy={busy}
      onConfirm={end}
      onClose={onClose}
    />
  );
}
