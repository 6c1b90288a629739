// One button. `primary` once per screen, `normal` beside it, `quiet` inside lists and bars.
import { IconLoader2 } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import classes from './Button.module.css';

export type ButtonLook = 'primary' | 'normal' | 'quiet' | 'dashed' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  icon?: ReactNode;
  // Work is under way: the button stays where it is and does not act twice.
  busy?: boolean;
}

export function Button({
  look = 'normal',
  icon,
  busy = false,
  type = 'button',
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`${classes.button} ${classes[look]} ${busy ? classes.busy : ''} ${className}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {busy ? <IconLoader2 aria-hidden /> : icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  label: string;
  look?: ButtonLook;
}

// A button without words: the label is spoken and shown on hover.
export function IconButton({ label, look = 'quiet', className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${classes.button} ${classes[look]} ${classes.icon} ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    />
  );
}

export interface LinkButtonProps extends ComponentProps<'a'> {
  look?: ButtonLook;
  icon?: ReactNode;
}

// Looks like a button, but goes somewhere or fetches a file.
export function LinkButton({
  look = 'normal',
  icon,
  className = '',
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <a className={`${classes.button} ${classes[look]} ${className}`} {...rest}>
      {icon}
      {children}
    </a>
  );
}
