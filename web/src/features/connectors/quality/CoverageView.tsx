// The matrix "which channel knows what": by whom it recognises customers, and what its events say.
import { IconTableOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { EmptyState } from '~/ui/feedback/State';
import { useFormats } from '~/ui/text/locale';
import { useCoverage } from '../api';
import classes from '../connectors.module.css';
import { type ChannelRow, facts, identities, type Known, knownBy, rowsOf } from './coverage';

export function CoverageView() {
  return (
    <Loaded query={useCoverage()}>{({ coverage }) => <Shares rows={rowsOf(coverage)} />}</Loaded>
  );
}

function Shares({ rows }: { rows: readonly ChannelRow[] }) {
  const { t } = useTranslation('connectors');
  if (rows.length === 0) {
    return <EmptyState icon={<IconTableOff />} title={t('data.none')} text={t('data.noneText')} />;
  }
  return (
    <>
      <p className={classes.quiet}>{t('coverage.note')}</p>
      <Matrix rows={rows} />
    </>
  );
}

function Matrix({ rows }: { rows: readonly ChannelRow[] }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const channels = useChannelNames();
  const who = knownBy(rows, identities);
  const what = knownBy(rows, facts);
  return (
    <div className={classes.matrixBox} tabIndex={0} role="region" aria-label={t('coverage.title')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <td />
            <td />
            {who.length > 0 && (
              <th scope="colgroup" colSpan={who.length}>
                {t('coverage.who')}
              </th>
            )}
            {what.length > 0 && (
              <th scope="colgroup" colSpan={what.length}>
                {t('coverage.what')}
              </th>
            )}
          </tr>
          <tr>
            <th scope="col">{t('source.channel')}</th>
            <th scope="col">{t('data.events')}</th>
            {[...who, ...what].map((name) => (
              <th key={name} scope="col">
                {t(`known.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.channel}>
              <th scope="row" title={kindsOf(row)}>
                <ChannelName id={row.channel} channels={channels} />
              </th>
              <td>{formats.compact(row.events)}</td>
              {[...who, ...what].map((name) => (
                <Share key={name} share={row.shares.get(name)} name={name} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const kindsOf = ({ kinds }: ChannelRow) =>
  kinds
    .slice(0, 8)
    .map(({ kind }) => kind)
    .join(', ');

// The strength of the colour only repeats the number.
function Share({ share, name }: { share: number | undefined; name: Known }) {
  const formats = useFormats();
  if (share === undefined) return <td className={classes.unknown}>–</td>;
  const step = share > 0.66 ? 3 : share > 0.33 ? 2 : 1;
  return (
    <td data-known={name} className={classes[`step${step}`]}>
      {share > 0 && share < 0.01 ? `<${formats.percent(0.01)}` : formats.percent(share)}
    </td>
  );
}
