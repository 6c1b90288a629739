// The columns of a file with what stands in them, and what each is taken for.
import { useTranslation } from 'react-i18next';
import { Tag } from '~/ui/control/Tag';
import { Select } from '~/ui/form/Select';
import classes from '../imports.module.css';
import type { Column, Detected } from '../wire';
import { options } from '../words';
import { canBeNamed, type Sheet, type Use, uses, withUse } from './simple';

export interface ColumnListProps {
  file: Detected;
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
}

export function ColumnList({ file, sheet, onSheet }: ColumnListProps) {
  const { t } = useTranslation('imports');
  const choices = options(uses, (use) => t(`uses.${use}`));
  return (
    <ul className={classes.columns} aria-label={t('columns.title')}>
      {file.detection.columns.map((column) => (
        <li key={column.name} data-used={sheet.columns[column.name] ? true : undefined}>
          <About column={column} />
          {canBeNamed(column.name) ? (
            <Select
              label={t('columns.is', { column: column.name })}
              labelHidden
              value={sheet.columns[column.name] ?? ''}
              empty={t('columns.leftOut')}
              options={choices}
              onChange={(use) => {
                onSheet(withUse(sheet, column.name, use as Use | ''));
              }}
            />
          ) : (
            <small>{t('columns.cannotBeNamed')}</small>
          )}
        </li>
      ))}
    </ul>
  );
}

function About({ column }: { column: Column }) {
  const { t } = useTranslation('imports');
  return (
    <div className={classes.column}>
      <span>
        <strong dir="auto">{column.name}</strong>
        <Tag tone="outline">{t(`contents.${column.content}`)}</Tag>
      </span>
      <small dir="auto">{column.examples.join(' · ')}</small>
    </div>
  );
}
