// What a file would change, by channel and field; and what is wrong with it, by line.
import { useTranslation } from 'react-i18next';
import { Notice } from '~/ui/feedback/Notice';
import { Tag } from '~/ui/control/Tag';
import type { Import, Imported } from '../wire';
import { shownValue } from './shownValue';
import classes from './Import.module.css';

export function Preview({ found }: { found: Import }) {
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
        {touched.map((channel) => (
          <ChannelRows key={channel.code} channel={channel} />
        ))}
      </tbody>
    </table>
  );
}

function ChannelRows({ channel }: { channel: Imported }) {
  const { t } = useTranslation('channels');
  if (channel.outcome === 'added') {
    return (
      <tr>
        <td dir="auto">{channel.name}</td>
        <td colSpan={3}>
          <Tag tone="good">{t('imports.added')}</Tag>
        </td>
      </tr>
    );
  }
  return channel.changes.map(({ field, before, after }, index) => (
    <tr key={field}>
      <td dir="auto">{index === 0 ? channel.name : ''}</td>
      <td>{fieldName(field, t)}</td>
      <td className={classes.was} dir="auto">
        {shownValue(before)}
      </td>
      <td dir="auto">{shownValue(after)}</td>
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
