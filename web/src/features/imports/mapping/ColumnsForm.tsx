// What a row is, and what each column of it is.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { Checkbox } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import classes from '../imports.module.css';
import type { Detected } from '../wire';
import { options } from '../words';
import { ColumnList } from './ColumnList';
import { missing, shapes, type Sheet, type Use } from './simple';

export interface ColumnsFormProps {
  file: Detected;
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
}

export function ColumnsForm({ file, sheet, onSheet }: ColumnsFormProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const lacks = missing(sheet);
  const money = sheet.shape !== 'events';
  return (
    <div className={classes.fields}>
      <div>
        <span className={classes.label}>{t('shape.label')}</span>
        <Segmented
          label={t('shape.label')}
          value={sheet.shape}
          items={shapes.map((id) => ({ id, label: t(`shape.${id}`) }))}
          onChange={(shape) => {
            onSheet({ ...sheet, shape });
          }}
        />
        <p className={classes.hint}>{t(`shape.hints.${sheet.shape}`)}</p>
      </div>
      {lacks.length > 0 && (
        <Notice tone="warn">
          {t('columns.missing', { fields: formats.list(lacks.map((use) => t(`uses.${use}`))) })}
        </Notice>
      )}
      <ColumnList file={file} sheet={sheet} onSheet={onSheet} />
      <Rest sheet={sheet} onSheet={onSheet} money={money} />
    </div>
  );
}

const has = ({ columns }: Sheet, use: Use) => Object.values(columns).includes(use);
const vats = ['1.21', '1.09'] as const;

interface RestProps {
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
  money: boolean;
}

// What holds for all rows.
function Rest({ sheet, onSheet, money }: RestProps) {
  const { t } = useTranslation('imports');
  return (
    <div className={classes.four}>
      {!has(sheet, 'channel') && (
        <ChannelField
          value={sheet.channel}
          onChange={(channel) => {
            onSheet({ ...sheet, channel });
          }}
        />
      )}
      {!money && !has(sheet, 'kind') && (
        <TextField
          label={t('columns.kind')}
          hint={t('columns.kindHint')}
          value={sheet.kind}
          onChange={(event) => {
            onSheet({ ...sheet, kind: event.target.value });
          }}
        />
      )}
      {(has(sheet, 'revenue') || has(sheet, 'price')) && (
        <Select
          label={t('columns.vat')}
          value={sheet.vat}
          empty={t('columns.net')}
          options={options([...new Set([...vats, ...(sheet.vat ? [sheet.vat] : [])])], (rate) =>
            t('columns.withVat', { percent: Math.round((Number(rate) - 1) * 100) }),
          )}
          onChange={(vat) => {
            onSheet({ ...sheet, vat });
          }}
        />
      )}
      {money && (has(sheet, 'quantity') || has(sheet, 'revenue')) && (
        <Checkbox
          label={t('columns.refunds')}
          checked={sheet.refunds}
          onChange={(event) => {
            onSheet({ ...sheet, refunds: event.target.checked });
          }}
        />
      )}
    </div>
  );
}

// A channel of the worksheet, or a code that will become one.
function ChannelField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation('imports');
  const listId = useId();
  const { list: channels } = useChannelNames();
  return (
    <>
      <TextField
        label={t('columns.channel')}
        hint={t('columns.channelHint')}
        list={listId}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <datalist id={listId}>
        {channels.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
