// How the rows are shown: density, and which columns in which order.
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../control/Button';
import { Segmented } from '../control/Segmented';
import { Checkbox } from '../form/Choices';
import { usePhone } from '../layout/usePhone';
import { Popover } from '../overlay/Popover';
import type { Column, Density, GridView } from './types';
import classes from './Bar.module.css';

export interface DisplayPopoverProps<Row> {
  columns: readonly Column<Row>[];
  view: GridView;
  start: GridView;
  onView: (view: GridView) => void;
}

export function DisplayPopover<Row>({ columns, view, start, onView }: DisplayPopoverProps<Row>) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const phone = usePhone();
  if (phone) return null;
  const densities: readonly Density[] = ['compact', 'normal', 'roomy'];
  const trigger = (
    <Button
      icon={<IconAdjustmentsHorizontal aria-hidden />}
      onClick={() => {
        setOpen(!open);
      }}
    >
      {t('display.open')}
    </Button>
  );
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('display.open')}
      trigger={trigger}
      align="end"
    >
      <div className={classes.menu}>
        <span className={classes.heading}>{t('display.density')}</span>
        <Segmented
          label={t('display.density')}
          value={view.density}
          items={densities.map((id) => ({ id, label: t(`display.${id}`) }))}
          onChange={(density) => {
            onView({ ...view, density });
          }}
        />
        <span className={classes.heading}>{t('display.columns')}</span>
        <ColumnList columns={columns} view={view} onView={onView} />
        <Button
          look="quiet"
          onClick={() => {
            onView({
              ...view,
              order: start.order,
              hidden: start.hidden,
              widths: start.widths,
              density: start.density,
            });
          }}
        >
          {t('display.reset')}
        </Button>
      </div>
    </Popover>
  );
}

type ColumnListProps<Row> = Omit<DisplayPopoverProps<Row>, 'start'>;

function ColumnList<Row>({ columns, view, onView }: ColumnListProps<Row>) {
  const { t } = useTranslation('ui');
  const ids = columns.filter(({ primary }) => !primary).map(({ id }) => id);
  const order = [
    ...view.order.filter((id) => ids.includes(id)),
    ...ids.filter((id) => !view.order.includes(id)),
  ];
  const shift = (id: string, step: number) => {
    const place = order.indexOf(id);
    const others = order.filter((other) => other !== id);
    onView({ ...view, order: others.toSpliced(place + step, 0, id) });
  };
  const show = (id: string, shown: boolean) => {
    const others = view.hidden.filter((other) => other !== id);
    onView({ ...view, hidden: shown ? others : [...others, id] });
  };
  return (
    <div className={classes.options}>
      {order.map((id, place) => {
        const title = columns.find((column) => column.id === id)?.title ?? id;
        return (
          <div key={id} className={classes.columnLine}>
            <Checkbox
              label={title}
              checked={!view.hidden.includes(id)}
              onChange={(event) => {
                show(id, event.target.checked);
              }}
            />
            <IconButton
              label={t('display.up', { column: title })}
              disabled={place === 0}
              onClick={() => {
                shift(id, -1);
              }}
            >
              <IconArrowUp aria-hidden />
            </IconButton>
            <IconButton
              label={t('display.down', { column: title })}
              disabled={place === order.length - 1}
              onClick={() => {
                shift(id, 1);
              }}
            >
              <IconArrowDown aria-hidden />
            </IconButton>
          </div>
        );
      })}
    </div>
  );
}
