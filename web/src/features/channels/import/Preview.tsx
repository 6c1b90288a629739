// What a file would change, by channel and field; and what is wrong with it, by line.
import { useTranslation } from 'react-i18next';
import { Notice } from '~/ui/feedback/Notice';
import { Tag } from '~/ui/control/Tag';
import type { Import, Imported } from '../wire';
import type { FieldWords } from './fieldWords';
import classes from './Import.module.css';

export interface PreviewProps {
  found: Import;
  wordsOf: FieldWords;
}

export function Preview({ found, wordsOf }: PreviewProps) {
  const { t } = useTranslation('channels');
  const { problems, channels } = found;
  const touched = channels.filter(({ outcome }) => outcome !== 'unchanged');
  if (problems.length > 0) {
    return (
      <>
        <Notice tone="bad">{t('imports.problems', { count: problems.length })}</Notice>
        <ul className={classes.problems}>
          {problems.map(({ pointer, message }) => (
            <li key={pointer + message}>
              <b>{placeOf(pointer, t)}</b> {message}
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (touched.length === 0) return <Notice tone="good">{t('imports.same')}</Notice>;
  return (
    <>
      <Summary found={found} />
      <ChangeTable channels={touched} wordsOf={wordsOf} />
    </>
  );
}

function Summary({ found: { added, changed, unchanged } }: { found: Import }) {
  const { t } = useTranslation('channels');
  const parts = [
    added > 0 && t('imports.addedCount', { count: added }),
    changed > 0 && t('imports.changedCount', { count: changed }),
    unchanged > 0 && t('imports.sameCount', { count: unchanged }),
  ];
  return <p className={classes.lead}>{parts.filter(Boolean).join(' · ')}</p>;
}

interface ChangeTableProps {
  channels: readonly Imported[];
  wordsOf: FieldWords;
}

function ChangeTable({ channels, wordsOf }: ChangeTableProps) {
  const { t } = useTranslation('channels');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('fields.name')}</th>
          <th scope="col">{t('imports.changed')}</th>
          <th scope="col">{t('imports.from')}</th>
          <th scope="col">{t('imports.to')}</th>
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => (
          <ChannelRows key={channel.code} channel={channel} wordsOf={wordsOf} />
        ))}
      </tbody>
    </table>
  );
}

function ChannelRows({ channel, wordsOf }: { channel: Imported; wordsOf: FieldWords }) {
  const { t } = useTranslation('channels');
  if (channel.outcome === 'added') {
    return (
      <tr>
        <th scope="row" dir="auto">
          {channel.name}
        </th>
        <td colSpan={3}>
          <Tag tone="good">{t('imports.added')}</Tag>
        </td>
      </tr>
    );
  }
  return channel.changes.map(({ field, before, after }, index) => (
    <tr key={field}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={channel.changes.length} dir="auto">
          {channel.name}
        </th>
      )}
      <td>{fieldName(field, t)}</td>
      <td className={classes.was} dir="auto">
        {wordsOf(field, before)}
      </td>
      <td dir="auto">{wordsOf(field, after)}</td>
    </tr>
  ));
}

type Words = ReturnType<typeof useTranslation<'channels'>>['t'];

function fieldName(field: string, t: Words): string {
  return t(`fields.${field as 'name'}`, { defaultValue: field });
}

// "/lines/12/amount" is line 12, amount.
function placeOf(pointer: string, t: Words): string {
  const [, , line = '', column = ''] = pointer.split('/');
  const place = line ? t('imports.line', { line }) : '';
  return column ? `${place}, ${column}:` : `${place}:`;
}
