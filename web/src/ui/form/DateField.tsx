// A day, typed ("1-12-2026", "1 dec 26") or picked. It hands out the ISO day; what cannot be read is
// kept as typed and named on leaving. The calendar is fetched when it is first opened.
import { IconCalendar } from '@tabler/icons-react';
import { Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../control/Button';
import { Popover } from '../overlay/Popover';
import { parseDay } from '../text/day';
import { useFormats } from '../text/locale';
import { Field, type FieldProps } from './Field';
import classes from './Field.module.css';

const Calendar = lazy(() => import('./Calendar'));

export interface DateFieldProps extends FieldProps {
  defaultValue?: string | undefined;
  onChange?: ((day: string) => void) | undefined;
  // Once it stands there: picked, or typed and then left. On the way to 1-12-2026 stands 1-12-20.
  onDone?: ((day: string) => void) | undefined;
  disabled?: boolean;
}

export function DateField({
  defaultValue = '',
  onChange,
  onDone,
  disabled,
  error,
  ...field
}: DateFieldProps) {
  const { t } = useTranslation('ui');
  const formats = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(defaultValue);
  const [unreadable, setUnreadable] = useState(false);
  const shown = (value: string) => (parseDay(value) ? formats.date(value) : value);
  const take = (value: string) => {
    setUnreadable(false);
    setDay(value);
    onChange?.(value);
  };
  const pick = (value: string) => {
    take(value);
    onDone?.(value);
    setOpen(false);
    if (!input.current) return;
    input.current.value = shown(value);
    input.current.focus();
  };
  return (
    <Field {...field} error={error ?? (unreadable ? t('form.notADay') : undefined)}>
      {(wiring) => (
        <div className={classes.group}>
          <input
            {...wiring}
            ref={input}
            type="text"
            autoComplete="off"
            disabled={disabled}
            placeholder={t('form.dayExample')}
            className={classes.input}
            defaultValue={shown(defaultValue)}
            onChange={(event) => {
              take(parseDay(event.target.value) ?? event.target.value.trim());
            }}
            onBlur={(event) => {
              const text = event.target.value.trim();
              setUnreadable(text !== '' && !parseDay(text));
              event.target.value = shown(parseDay(text) ?? text);
              onDone?.(parseDay(text) ?? text);
            }}
            onKeyDown={(event) => {
              const text = event.currentTarget.value.trim();
              if (event.key === 'Enter') onDone?.(parseDay(text) ?? text);
            }}
          />
          <Popover
            open={open}
            onOpenChange={setOpen}
            label={t('form.openCalendar')}
            align="end"
            trigger={
              <IconButton
                label={t('form.openCalendar')}
                className={classes.after}
                disabled={disabled}
                onClick={() => {
                  setOpen(!open);
                }}
              >
                <IconCalendar aria-hidden />
              </IconButton>
            }
          >
            <Suspense fallback={null}>
              <Calendar day={parseDay(day)} onPick={pick} />
            </Suspense>
          </Popover>
        </div>
      )}
    </Field>
  );
}
