// Why so many are free to promise: per location the sum of what lies there and what of it is not free, for the
// channel that is chosen.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { SavedNumber } from '~/platform/SavedField';
import { managing, mayDo, useMe } from '~/platform/session';
import { useEdit } from '~/platform/edit';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { setSafety, stockKeys, useAvailable, useLevels, useLocations } from '../api';
import { lateness } from '../lateness';
import { useStockSearch } from '../search';
import classes from '../stock.module.css';
import type { Free, Reckoned } from '../wire';
import { PerChannel } from './PerChannel';

export function WhyFree({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const channels = useChannelNames();
  const { search, show } = useStockSearch();
  const chosen =
    search.channel ?? search.view?.filters?.find(({ column }) => column === 'channel')?.values[0];
  const query = useAvailable(id, chosen);
  return (
    <Section title={t('why.title')}>
      <Select
        key={String(channels.ready)}
        label={t('fields.channel')}
        empty={t('why.anyChannel')}
        value={chosen ?? ''}
        options={channels.list.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(channel) => {
          show({ channel: channel || undefined }, true);
        }}
      />
      <Loaded query={query} lines={3}>
        {({ items: [found] }) =>
          found && (
            <>
              <p className={classes.free} role="status">
                <strong>{formats.number(found.free)}</strong> {t('why.free', { count: found.free })}
              </p>
              {!found.on_sale && <Notice tone="warn">{t('why.notOnSale')}</Notice>}
              {found.locations.length > 0 && <Sum id={id} locations={found.locations} />}
              {found.reckoned && <WhyBuffer reckoned={found.reckoned} />}
              <Elsewhere id={id} known={found.locations} />
            </>
          )
        }
      </Loaded>
      <PerChannel id={id} />
    </Section>
  );
}

// What a buffer that nobody set follows from.
function WhyBuffer({ reckoned }: { reckoned: Reckoned }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  return (
    <p className={classes.note}>
      {t('why.reckoned', {
        count: reckoned.units,
        number: formats.number(reckoned.units),
        delay: lateness(t, formats, reckoned.delay_ms),
        own: formats.number(reckoned.own),
        others: formats.number(reckoned.others),
        service: formats.number(reckoned.service / 100, reckoned.service % 100 === 0 ? 0 : 2),
      })}
    </p>
  );
}

function Sum({ id, locations }: { id: string; locations: readonly Free[] }) {
  const { t } = useTranslation('stock');
  const names = useLocations().data?.items;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('why.sum')}>
      <table className={classes.sum} aria-label={t('why.sum')}>
        <thead>
          <tr>
            <th scope="col">{t('fields.location')}</th>
            <th scope="col">{t('figures.on_hand')}</th>
            <th scope="col">{t('why.reserved')}</th>
            <th scope="col">{t('why.safety')}</th>
            <th scope="col">{t('why.buffer')}</th>
            <th scope="col">{t('why.short')}</th>
          </tr>
        </thead>
        <tbody>
          {locations.map((one) => (
            <SumLine
              key={one.location}
              id={id}
              one={one}
              name={names?.find((location) => location.id === one.location)?.name ?? '…'}
            />
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t('why.note')}</p>
    </div>
  );
}

function SumLine({ id, one, name }: { id: string; one: Free; name: string }) {
  const formats = useFormats();
  // Of a bundle, the numbers are those of the part that allows the fewest.
  const may = mayDo(useMe(), managing) && !one.part;
  const less = (count: number) => (count === 0 ? '0' : `− ${formats.number(count)}`);
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{formats.number(one.on_hand)}</td>
      <td>{less(one.reserved)}</td>
      <td>{may ? <Safety id={id} one={one} name={name} /> : less(one.safety)}</td>
      <td>{less(one.buffer)}</td>
      <td>
        <b>{formats.number(one.free)}</b>
      </td>
    </tr>
  );
}

function Safety({ id, one, name }: { id: string; one: Free; name: string }) {
  const { t } = useTranslation('stock');
  const edit = useEdit();
  const put = (units: string) => setSafety(id, one.location, Number(units));
  return (
    <SavedNumber
      label={t('why.safetyOf', { location: name })}
      labelHidden
      value={String(one.safety)}
      onSave={(to, from) =>
        edit({
          says: t('why.safetySet'),
          shows: stockKeys,
          lane: id + one.location,
          send: () => put(to),
          undo: () => put(from),
        })
      }
    />
  );
}

// What lies where nothing is promised from, such as in a van.
function Elsewhere({ id, known }: { id: string; known: readonly Free[] }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const names = useLocations().data?.items;
  const { data: levels } = useLevels(id);
  const others = (levels?.items ?? []).filter(
    ({ location, on_hand: onHand }) => onHand > 0 && known.every((one) => one.location !== location),
  );
  if (others.length === 0) return null;
  const places = others.map(({ location, on_hand: onHand }) =>
    t('why.at', {
      number: formats.number(onHand),
      location: names?.find((one) => one.id === location)?.name ?? '…',
    }),
  );
  return <p className={classes.note}>{t('why.elsewhere', { places: formats.list(places) })}</p>;
}
