// What may be done with a customer, per means and purpose, and why.
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '~/ui/layout/Section';
import classes from '../customers.module.css';
import type { ConsentLine, Means, Purpose } from '../wire';

export function Consent({ lines }: { lines: readonly ConsentLine[] }) {
  const { t } = useTranslation('customers');
  const means = [...new Set(lines.map((line) => line.means))];
  const purposes = [...new Set(lines.map((line) => line.purpose))];
  if (lines.length === 0) return null;
  const lineOf = (one: Means, purpose: Purpose) =>
    lines.find((line) => line.means === one && line.purpose === purpose);
  return (
    <Section title={t('consent.title')}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('consent.title')}>
        <table className={classes.consent}>
          <thead>
            <tr>
              <td />
              {purposes.map((purpose) => (
                <th key={purpose} scope="col">
                  {t(`purposes.${purpose}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {means.map((one) => (
              <tr key={one}>
                <th scope="row">{t(`means.${one}`)}</th>
                {purposes.map((purpose) => (
                  <Gate key={purpose} line={lineOf(one, purpose)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Gate({ line }: { line: ConsentLine | undefined }) {
  const { t } = useTranslation('customers');
  if (!line) return <td />;
  const why = t(`consent.reasons.${line.reason}`);
  return (
    <td title={line.law ? `${why} (${line.law})` : why} data-allowed={line.allowed}>
      {line.allowed ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
      <span>{why}</span>
    </td>
  );
}
