// The first events as they would be.
import { useTranslation } from 'react-i18next';
import { useKindName } from '~/platform/kinds';
import { useFormats } from '~/ui/text/locale';
import classes from '../imports.module.css';
import type { Example } from '../wire';
import { identityName } from '../words';

const shownMost = 6;

export function Examples({ examples }: { examples: readonly Example[] }) {
  const { t } = useTranslation('imports');
  if (examples.length === 0) return null;
  return (
    <section className={classes.examples} aria-label={t('trial.examples')}>
      <h3>{t('trial.examples')}</h3>
      <ol>
        {examples.slice(0, shownMost).map((example, at) => (
          // They are the rows of a file: alike, and in their order.
          <li key={at}>
            <OneExample example={example} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneExample({ example }: { example: Example }) {
  const kindName = useKindName();
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { ts, kind, channel, revenue, currency, quantity, product, order, identities } = example;
  const parts = [
    channel,
    order && t('trial.order', { order }),
    product && quantity ? t('trial.pieces', { quantity: formats.number(Number(quantity)), product }) : product,
    ...identities.map((identity) => identityName(identity, t)),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.exampleHead}>
        <strong>{kindName(kind)}</strong>
        <span className={classes.number}>{ts ? formats.dateTime(ts) : ''}</span>
        {revenue && <b>{formats.money(revenue, currency || undefined)}</b>}
      </span>
      <small dir="auto">{parts.join(' · ')}</small>
    </>
  );
}
