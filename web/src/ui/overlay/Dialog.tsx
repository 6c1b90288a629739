// A dialog: one thing to finish or leave. Full screen on a phone; Esc and the cross leave it.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../control/Button';
import { usePhone } from '../layout/usePhone';
import { useReturnFocus } from './useReturnFocus';
import classes from './Overlay.module.css';

export interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}

export function Dialog({ open, title, onClose, children, footer, width = 520 }: DialogProps) {
  const { t } = useTranslation('ui');
  const phone = usePhone();
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={width}
      fullScreen={phone}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.content ?? '',
        header: classes.header ?? '',
        title: classes.title ?? '',
        body: classes.body ?? '',
        overlay: classes.overlay ?? '',
        close: classes.close ?? '',
      }}
    >
      <Frame title={title} footer={footer}>
        {children}
      </Frame>
    </Modal>
  );
}

type FrameProps = Pick<DialogProps, 'title' | 'children' | 'footer'>;

function Frame({ title, children, footer }: FrameProps) {
  useReturnFocus();
  return (
    <div ref={chooseFocus} className={classes.frame}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
      {footer && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}

// The first field has the focus, else the first button of the footer, which leaves: never the cross.
function chooseFocus(frame: HTMLDivElement | null): void {
  if (!frame || frame.querySelector('[data-autofocus]')) return;
  const first = frame.querySelector('input, select, textarea') ?? frame.querySelector('button');
  first?.setAttribute('data-autofocus', '');
}

export interface ConfirmProps {
  open: boolean;
  title: string;
  text: string;
  // Says what will happen: "End 3 channels", never "OK".
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function Confirm({
  open,
  title,
  text,
  action,
  danger = false,
  busy,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      width={430}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
