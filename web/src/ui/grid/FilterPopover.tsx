// Chooses the values of one filter, and before that the field to filter by.
import { IconFilter } from '@tabler/icons-react';
import { type ReactElement, cloneElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../control/Button';
import { Segmented } from '../control/Segmented';
import { Checkbox } from '../form/Choices';
import { Popover } from '../overlay/Popover';
import type { Filter, FilterField } from './types';
import classes from './Bar.module.css';

export interface FilterPopoverProps {
  field: FilterField;
  filter: Filter;
  onChange: (filter: Filter) => void;
  trigger: ReactElement<{ onClick?: () => void }>;
}

export function FilterPopover({ field, filter, onChange, trigger }: FilterPopoverProps) {
  const [open, setOpen] = useState(false);
  const button = cloneElement(trigger, {
    onClick: () => {
      setOpen(!open);
    },
  });
  return (
    <Popover open={open} onOpenChange={setOpen} label={field.title} trigger={button}>
      <FilterValues field={field} filter={filter} onChange={onChange} />
    </Popover>
  );
}

export interface AddFilterProps {
  fields: readonly FilterField[];
  used: readonly Filter[];
  onFilter: (filter: Filter) => void;
}

// Stays open while values are ticked; each tick counts at once.
export function AddFilter({ fields, used, onFilter }: AddFilterProps) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<Filter | null>(null);
  const unused = fields.filter(({ column }) => used.every((filter) => filter.column !== column));
  const field = fields.find(({ column }) => column === draft?.column);
  if (unused.length === 0 && !open) return null;
  const show = (next: boolean) => {
    setOpen(next);
    setDraft(null);
  };
  const trigger = (
    <Button
      look="dashed"
      icon={<IconFilter aria-hidden />}
      onClick={() => {
        show(!open);
      }}
    >
      {t('filter.add')}
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={show} label={t('filter.add')} trigger={trigger}>
      {field && draft ? (
        <FilterValues
          field={field}
          filter={draft}
          onChange={(filter) => {
            setDraft(filter);
            onFilter(filter);
          }}
        />
      ) : (
        <div className={classes.menu}>
          <div className={classes.options}>
            {unused.map(({ column, title }) => (
              <button
                key={column}
                type="button"
                className={classes.field}
                onClick={() => {
                  setDraft({ column, not: false, values: [] });
                }}
              >
                {title}
              </button>
            ))}
          </div>
        </div>
      )}
    </Popover>
  );
}

interface FilterValuesProps {
  field: FilterField;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

function FilterValues({ field, filter, onChange }: FilterValuesProps) {
  const { t } = useTranslation('ui');
  const name = useId();
  const toggle = (value: string, on: boolean) => {
    const others = field.single ? [] : filter.values.filter((found) => found !== value);
    onChange({ ...filter, values: on ? [...others, value] : others });
  };
  return (
    <div className={classes.menu}>
      {!field.single && (
        <Segmented
          label={field.title}
          value={filter.not ? 'not' : 'is'}
          items={[
            { id: 'is', label: t('filter.is') },
            { id: 'not', label: t('filter.isNot') },
          ]}
          onChange={(choice) => {
            onChange({ ...filter, not: choice === 'not' });
          }}
        />
      )}
      <div className={classes.options}>
        {field.options.map(({ value, label }) => (
          <Checkbox
            key={value}
            type={field.single ? 'radio' : 'checkbox'}
            name={name}
            label={label}
            checked={filter.values.includes(value)}
            onChange={(event) => {
              toggle(value, event.target.checked);
            }}
          />
        ))}
      </div>
    </div>
  );
}
