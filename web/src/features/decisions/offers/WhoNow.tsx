// Who would get an offer if they came now: per place and segment how many of the customers known pass its gates,
// which gate stops how many, and what it is expected to bring. Counted again while the offer is edited.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { Notice } from '~/ui/feedback/Notice';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { usePreview } from '../api';
import classes from '../decisions.module.css';
import { useNames } from '../useNames';
import type { Preview, PreviewedGroup, PreviewedOffer } from '../wire';
import type { Row } from './columns';

export function WhoNow({ offer }: { offer: Row }) {
  const { t } = useTranslation('decisions');
  const query = usePreview(offer, offer.places);
  return (
    <Section title={t('sections.whoNow')}>
      <Loaded query={query} lines={4}>
        {(preview) => <Counted preview={preview} offer={offer.id} />}
      </Loaded>
    </Section>
  );
}

interface CountedProps {
  preview: Preview;
  offer: string;
}

function Counted({ preview, offer }: CountedProps) {
  const { t } = useTranslation('decisions');
  const { segment } = useNames();
  const places = preview.places.filter(({ groups }) => groups.length > 0);
  return (
    <div className={classes.stack}>
      {preview.nobody && <Notice tone="warn">{t(preview.nobody === 'starting' ? 'whoNow.starting' : 'whoNow.off')}</Notice>}
      <Scope preview={preview} />
      {preview.unread.length > 0 && (
        <p className={classes.quiet}>
          {t('whoNow.unread', { names: preview.unread.map(segment).join(', ') })}
        </p>
      )}
      {places.map(({ placement, name, groups }) => (
        <div key={placement} aria-live="polite">
          <h4 className={classes.placeName} dir="auto">
            {name}
          </h4>
          <ul className={classes.weighed}>
            {groups.map((group) => (
              <Group
                key={group.segment ?? ''}
                group={group}
                alone={groups.length === 1}
                offer={group.offers.find((one) => one.offer === offer)}
                preview={preview}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

// Of whom this is a count: all that are known, or so many of them as fitted into the time.
function Scope({ preview }: { preview: Preview }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { customers, one_in: oneIn } = preview;
  const number = formats.number(customers);
  if (preview.places.length === 0) return <p className={classes.quiet}>{t('whoNow.noPlace')}</p>;
  return (
    <p className={classes.quiet}>
      {oneIn === 1
        ? t('whoNow.all', { count: customers, number })
        : t('whoNow.oneIn', { count: customers, number, oneIn: formats.number(oneIn) })}
    </p>
  );
}

interface GroupProps {
  group: PreviewedGroup;
  // There is no other at this place.
  alone: boolean;
  offer: PreviewedOffer | undefined;
  preview: Preview;
}

function Group({ group, alone, offer, preview }: GroupProps) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { segment } = useNames();
  if (!offer) return null;
  const number = (of: number) => formats.number(of * preview.one_in, 0);
  const money = (amount: number) =>
    formats.money((amount * preview.one_in).toFixed(2), preview.currency);
  const count = Math.round(offer.offered * preview.one_in);
  return (
    <li>
      <span className={classes.weighedHead}>
        <strong dir="auto">{group.segment ? segment(group.segment) : t(alone ? 'whoNow.everybody' : 'whoNow.others')}</strong>
        <span>{t('whoNow.offered', { count, number: number(offer.offered) })}</span>
      </span>
      <span>
        {t('whoNow.passed', { passed: number(offer.passed), all: number(group.customers) })}
        {group.held_out > 0 && ` ${t('whoNow.heldOut', { number: number(group.held_out) })}`}
      </span>
      {offer.stopped.length > 0 && (
        <small>
          {t('whoNow.stopped')}{' '}
          {formats.list(offer.stopped.map(({ gate, customers }) => `${t(`gates.${gate}`)} ${number(customers)}`))}
        </small>
      )}
      {offer.offered > 0 && (
        <small>
          {t('whoNow.gain', {
            gain: money(offer.gain),
            low: money(offer.gain_low),
            high: money(offer.gain_high),
          })}
        </small>
      )}
    </li>
  );
}
