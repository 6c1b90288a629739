// How each offer of a place stood at that moment: stopped by a gate, in plain words, or with what it was expected to
// bring and how sure that was.
import { useTranslation } from 'react-i18next';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../decisions.module.css';
import { Interval, type Range, type Scale, scaleOf } from '../Interval';
import type { Explained, Explanation } from '../wire';
import { inOrder } from './reasons';

function rangeOf({ gain, gain_low: low, gain_high: high }: Explained): Range | undefined {
  return low == null || high == null ? undefined : { low, high, value: gain ?? undefined };
}

export function Weighed({ decision }: { decision: Explanation }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const offers = inOrder(decision.offers);
  if (offers.length === 0) return null;
  const scale = scaleOf(offers.flatMap((one) => rangeOf(one) ?? []));
  const weighed = offers.some(({ gate }) => !gate);
  return (
    <Section title={t('log.weighed')}>
      <ul className={classes.weighed}>
        {offers.map((one) => (
          <OneOffer key={one.offer} one={one} held={decision.held_out} scale={scale} />
        ))}
        {weighed && (
          <li>
            <div className={classes.weighedHead}>
              <strong>{t('log.nothing')}</strong>
              {decision.reason === 'nothing_pays' && <Tag tone="accent">{t('log.drawn')}</Tag>}
            </div>
            <small>{t('log.chanceOf', { chance: formats.percent(decision.nothing) })}</small>
          </li>
        )}
      </ul>
      {weighed && <p className={classes.quiet}>{t('log.weighedNote')}</p>}
    </Section>
  );
}

function OneOffer({ one, held, scale }: { one: Explained; held: boolean; scale: Scale }) {
  const { t } = useTranslation('decisions');
  const range = rangeOf(one);
  return (
    <li>
      <div className={classes.weighedHead}>
        <strong dir="auto">{one.name}</strong>
        {one.drawn && <Tag tone={held ? 'accent' : 'good'}>{t(held ? 'log.heldOut' : 'log.drawn')}</Tag>}
      </div>
      {one.gate ? <span>{t(`gateWords.${one.gate}`)}</span> : <Expected one={one} />}
      {range && <Interval range={range} scale={scale} />}
    </li>
  );
}

function Expected({ one }: { one: Explained }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const money = (amount: number | null | undefined) =>
    amount == null ? t('log.unknown') : formats.money(amount.toFixed(2));
  const known = one.gain_low != null && one.gain_high != null;
  return (
    <>
      <span>
        {known
          ? t('log.gain', {
              gain: money(one.gain),
              low: money(one.gain_low),
              high: money(one.gain_high),
            })
          : t('log.gainAlone', { gain: money(one.gain) })}
      </span>
      <small>
        {[
          one.sure == null ? '' : t('log.sure', { share: formats.percent(one.sure) }),
          t('log.chanceOf', { chance: formats.percent(one.probability) }),
          one.cost ? t('log.cost', { amount: money(one.cost) }) : '',
          one.queue_price ? t('log.queue', { amount: money(one.queue_price) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  );
}
